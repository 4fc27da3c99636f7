"""HTML without white space that means nothing: a run of it is one space to every reader of HTML.

https://html.spec.whatwg.org/multipage/dom.html#inter-element-whitespace and CSS Text 3, white-space: normal
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from builder.publishing.html import Listener

# Elements in which every space counts, and those whose text is not HTML's.
_VERBATIM = {"pre", "textarea", "script", "style"}
# One space, or one line end, is as it should be.
_RUN = re.compile(r"[ \t\n\r\f]{2,}|[\t\r\f]")


class Reducer(Listener):
    """Writes a page anew with every run of white space as one character, and without comments but those in `keep`."""

    def __init__(self, keep: Container[str] = ()):
        self._keep = keep
        self._pieces: list[str] = []
        self._verbatim: list[str] = []

    @property
    def html(self) -> str:
        """The page as heard so far."""
        return "".join(self._pieces)

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self._pieces.append(raw)
        if opens and tag in _VERBATIM:
            self._verbatim.append(tag)

    def end(self, tag: str) -> None:
        self._pieces.append(f"</{tag}>")
        if self._verbatim[-1:] == [tag]:
            self._verbatim.pop()

    def text(self, text: str) -> None:
        # A line end where there was one: readers of the source, and of a diff, need them.
        self._pieces.append(text if self._verbatim else _RUN.sub(lambda run: "\n" if "\n" in run[0] else " ", text))

    def other(self, raw: str) -> None:
        self._pieces.append(raw)

    def comment(self, text: str) -> None:
        if text in self._keep:
            self._pieces.append(f"<!--{text}-->")
