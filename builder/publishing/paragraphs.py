"""A paragraph that states facts cites a source. Held to the built page, where records and templates have written their part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.content.pages import Page
from builder.content.problems import Problem
from builder.publishing.html import Listener

# What leads the reader, warns, or is no sentence: a class of the paragraph itself.
_LEADS = {"plain", "listing", "reviewed", "content-note", "admonition-title", "address"}
_WITHOUT = {"footnote", "plain", "quotation"}
_NOT_HELD = {"figure", "nav"}
RIGHT = "cite one after its full stop, or end it with { .plain } on a line of its own where it only leads the reader"


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    classes: set[str]
    text: list[str] = field(default_factory=list)
    cites: bool = False
    holds_others: bool = False
    leads_on: bool = False
    waiting: list[str] = field(default_factory=list)


class UncitedParagraphs(Listener):
    """The paragraphs and list items of an article that state facts without a note, by their text."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open: list[_Open] = []
        # Those of them whose text is judged.
        self._judged: list[_Open] = []

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        classes = set(said.get("class", "").split())
        if tag == "a":
            for element in self._open:
                element.cites = element.cites or "footnote-ref" in classes
                element.leads_on = element.leads_on or "next" in classes
        if tag in ("p", "li"):
            for element in self._open:
                element.holds_others = True
        if opens:
            self._open.append(_Open(tag, classes))
            if tag in ("p", "li"):
                self._judged.append(self._open[-1])

    def text(self, text: str) -> None:
        for element in self._judged:
            element.text.append(text)

    def end(self, tag: str) -> None:
        if not any(element.tag == tag for element in self._open):
            return
        while True:
            closed = self._open.pop()
            if closed.tag in ("p", "li"):
                self._judged.pop()
                self._judge(closed)
            # A callout is cited as a whole.
            if closed.waiting and not closed.cites:
                self.found += closed.waiting
            if closed.tag == tag:
                return

    def _judge(self, element: _Open) -> None:
        text = " ".join("".join(element.text).split())
        around = self._open
        if (
            not text
            or text.endswith(":")
            or element.cites
            or element.holds_others
            or element.leads_on
            or element.classes & _LEADS
            or not any(outer.tag == "article" and "card" not in outer.classes for outer in around)
            or any(outer.tag in _NOT_HELD or outer.classes & _WITHOUT for outer in around)
        ):
            return
        callout = next((outer for outer in around if "callout" in outer.classes), None)
        (callout.waiting if callout else self.found).append(text)


def states_facts(path: str) -> bool:
    """Whether a page states facts paragraph by paragraph. Under about/ the site speaks of itself."""
    return not path.startswith("about/") or path == "about/figures.md"


def uncited(pages: Mapping[str, Page], heard: Mapping[str, UncitedParagraphs]) -> Iterator[Problem]:
    """Every paragraph that states facts without a source. heard: by the page's path from docs/."""
    for path, paragraphs in heard.items():
        if path in pages and states_facts(path):
            for text in paragraphs.found:
                words = text.split()
                wrong = f"the paragraph “{' '.join(words[:8])} …” states facts and cites no source"
                yield pages[path].problem(" ".join(words[:3]), wrong, RIGHT)
