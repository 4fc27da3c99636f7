"""HTML without white space that means nothing: a run of it is one space to every reader of HTML.

https://html.spec.whatwg.org/multipage/dom.html#inter-element-whitespace and CSS Text 3, white-space: normal
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Elements in which every space counts, and those whose text is not HTML's.
_VERBATIM = {"pre", "textarea", "script", "style"}
_RUN = re.compile(r"[ \t\n\r\f]+")


def reduce(html: str) -> str:
    """The page with every run of white space as one character, and without comments. Everything else as it stood."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._verbatim: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text())
        if tag in _VERBATIM:
            self._verbatim.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        if self._verbatim[-1:] == [tag]:
            self._verbatim.pop()

    def handle_data(self, data: str) -> None:
        # A line end where there was one: readers of the source, and of a diff, need them.
        self.pieces.append(data if self._verbatim else _RUN.sub(lambda run: "\n" if "\n" in run[0] else " ", data))

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")

    def handle_decl(self, declaration: str) -> None:
        self.pieces.append(f"<!{declaration}>")
