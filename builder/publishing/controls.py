"""Whoever cannot see a page is told what each thing to press is, and meets all that others see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from builder.publishing.html import Complain, Listener

# What needs a name, and takes it from the words in it.
_NAMED = {"a", "button", "summary", "legend", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "title", "option"}
_FIELDS = {"input", "select", "textarea"}
_HEARD = _NAMED | _FIELDS | {"label", "nav"}
_BY_THEMSELVES = {"hidden", "submit", "reset", "button", "image"}
# What a page consists of: nothing of it is hidden from anybody.
_WHOLE = {"html", "body", "main", "article", "header", "footer", "h1"}
_WHOLE_IDS = {"content"}
_WHOLE_CLASSES = {"md-container", "md-content", "md-main", "footnote", "md-skip", "answerable"}
_HIDES = ("hidden", "inert", "aria-hidden")
_RIGHT_TO_LEFT = {"ar", "ckb", "fa", "he", "ku-arab", "syr", "ur", "arc"}
# https://www.w3.org/TR/wai-aria-1.2/#state_prop_def and #role_definitions
_ARIA = frozenset(
    str.split(
        "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex colspan "
        "controls current describedby description details disabled errormessage expanded flowto haspopup hidden invalid "
        "keyshortcuts label labelledby level live modal multiline multiselectable orientation owns placeholder posinset "
        "pressed readonly relevant required roledescription rowcount rowindex rowspan selected setsize sort valuemax "
        "valuemin valuenow valuetext"
    )
)
_ROLES = frozenset(
    str.split(
        "alert article banner button cell checkbox columnheader complementary contentinfo definition dialog document "
        "doc-backlink doc-endnotes doc-noteref feed figure form grid gridcell group heading img link list listbox listitem log "
        "main math menu menubar menuitem navigation none note option presentation progressbar radio radiogroup region row "
        "rowgroup rowheader search separator slider status switch tab table tablist tabpanel term textbox timer toolbar "
        "tooltip tree"
    )
)


@dataclass
class _Open:
    """An element that is open and needs a name. name: what it is called so far; clue: as it is built."""

    tag: str
    name: str
    clue: str


class Controls(Listener):
    """Hears what can be pressed and what is hidden. complain: is told what is wrong."""

    def __init__(self, complain: Complain) -> None:
        self._complain = complain
        self._open: list[_Open] = []
        self._in_labels = 0
        self._navs: Counter[str] = Counter()
        self._labelled: set[str] = set()
        self._fields: dict[str, str] = {}
        self._first_link = ""

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        if not said and tag not in _HEARD:
            return
        self._hidden(tag, said)
        self._words(tag, said)
        name = (said.get("aria-label") or said.get("title") or said.get("aria-labelledby") or "").strip()
        if self._open and (words := name or said.get("alt", "").strip()):
            for above in self._open:
                above.name += words
        if tag == "a" and "href" in said and not self._first_link:
            self._first_link = raw
            if said["href"] != "#content":
                wrong, right = "the first link is not the way past the header", "put it before all others"
                self._complain(wrong, f"{right}, in overrides/base.html (WCAG 2.4.1)", "<body")
        if tag == "nav":
            self._navs[name] += 1
            if not name:
                self._complain("a list of ways has no name", "write aria-label, for a page has several")
        elif tag in _FIELDS and said.get("type") not in _BY_THEMSELVES and "hidden" not in said:
            self._field(said, raw, name)
        elif tag == "label":
            self._in_labels += 1
            self._labelled.add(said.get("for", ""))
        if opens and tag in _NAMED and not (tag == "a" and "href" not in said) and "hidden" not in said:
            self._open.append(_Open(tag, name, raw))

    def text(self, text: str) -> None:
        if self._open and (words := text.strip()):
            for above in self._open:
                above.name += words

    def other(self, raw: str) -> None:
        self.text(raw)

    def end(self, tag: str) -> None:
        if tag == "label":
            self._in_labels -= 1
        if self._open and self._open[-1].tag == tag:
            closed = self._open.pop()
            if not closed.name:
                right = "write words in it, or aria-label (WCAG 4.1.2)"
                self._complain(f"<{tag}> has no name, and nobody hears what it is", right, closed.clue)

    def finish(self) -> None:
        """What can be said only at the page's end."""
        for name, raw in self._fields.items():
            if name not in self._labelled:
                self._complain("a field has no name, and nobody hears what to write", "write aria-label", raw)
        for name, times in self._navs.items():
            if name and times > 1:
                self._complain(f"{times} lists of ways are called {name}", "give each its own aria-label", f'"{name}"')

    def _field(self, said: Mapping[str, str], raw: str, name: str) -> None:
        if not name and self._in_labels == 0:
            self._fields[said.get("id") or raw] = raw

    def _hidden(self, tag: str, said: Mapping[str, str]) -> None:
        for name in _HIDES:
            if name not in said or (name == "aria-hidden" and said[name] != "true"):
                continue
            whole = tag in _WHOLE or said.get("id") in _WHOLE_IDS or _WHOLE_CLASSES & set(said.get("class", "").split())
            if whole or (tag in ("a", "button", "summary") and name == "aria-hidden"):
                self._complain(f"<{tag}> is hidden by {name}, with all that is in it", f"delete {name}")

    def _words(self, tag: str, said: Mapping[str, str]) -> None:
        """Directions, languages, roles and states that exist."""
        direction = said.get("dir")
        if direction and direction != "ltr" and tag in ("html", "body"):
            self._complain(
                f"the page runs from right to left by dir={direction}", 'write dir="ltr"; its text is English'
            )
        elif direction == "rtl" and said.get("lang", "").lower() not in _RIGHT_TO_LEFT:
            self._complain(
                f"words of the language {said.get('lang')} run from right to left", "say their language in lang"
            )
        for name in said:
            if name.startswith("aria-") and name[5:] not in _ARIA:
                self._complain(f"there is no {name}, and nobody hears it", "correct it")
        for role in said.get("role", "").split():
            if role not in _ROLES:
                self._complain(f"there is no role {role}, and nobody hears it", "correct it, or delete it")
