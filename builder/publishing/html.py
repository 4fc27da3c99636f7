"""Reads a page of HTML once, for all that have to know what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Protocol

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

# Scripts that no browser runs: https://html.spec.whatwg.org/multipage/scripting.html#data-block
DATA_BLOCKS = {"application/json", "application/ld+json"}


class Listener:
    """What hears of each part of a page, in order. Each overrides what it cares for."""

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        """An element. said: its attributes; raw: as it is written; opens: whether an end tag has to follow."""

    def end(self, tag: str) -> None:
        """An end tag."""

    def text(self, text: str) -> None:
        """Text, up to the next tag or character reference."""

    def other(self, raw: str) -> None:
        """A character reference or a declaration, as it is written."""

    def comment(self, text: str) -> None:
        """A comment."""


class Complain(Protocol):
    """Takes what is wrong, what would be right, and what stands there, if that is not the element that is being heard."""

    def __call__(self, wrong: str, right: str, clue: str | None = None) -> None: ...


def hear(html: str, *listeners: Listener) -> None:
    """Tells the listeners of every part of a page."""
    reader = _Reader(listeners)
    reader.feed(html)
    reader.close()


class _Reader(HTMLParser):
    def __init__(self, listeners: tuple[Listener, ...]):
        super().__init__(convert_charrefs=False)
        # Most care for few of the parts, and there are many.
        self._starts, self._ends, self._texts, self._others, self._comments = (
            [getattr(each, part) for each in listeners if getattr(type(each), part) is not getattr(Listener, part)]
            for part in ("start", "end", "text", "other", "comment")
        )

    def updatepos(self, _: int, end: int) -> int:
        """Nobody asks for lines and columns, and to count them takes a tenth of the reading."""
        return end

    def _element(self, tag: str, attributes: list[tuple[str, str | None]], opens: bool) -> None:
        said, raw = {name: value or "" for name, value in attributes}, self.get_starttag_text() or ""
        for start in self._starts:
            start(tag, said, raw, opens)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._element(tag, attributes, tag not in VOID)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._element(tag, attributes, False)

    def handle_endtag(self, tag: str) -> None:
        for end in self._ends:
            end(tag)

    def handle_data(self, data: str) -> None:
        for text in self._texts:
            text(data)

    def handle_comment(self, data: str) -> None:
        for comment in self._comments:
            comment(data)

    def _other(self, raw: str) -> None:
        for other in self._others:
            other(raw)

    def handle_entityref(self, name: str) -> None:
        self._other(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._other(f"&#{name};")

    def handle_decl(self, declaration: str) -> None:
        self._other(f"<!{declaration}>")
