"""A fold within a line of text, and the words of a source in it.

Markdown knows <details> as a block only, and would explain terms within words that are not ours. So templates write
<x-fold>, <x-summary> and <x-words lang="de">, which become <details>, <summary> and <q> here.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString

_WORDS = r'<x-words((?: [a-z]+="[\w-]+")*)>(.*?)</x-words>'
_ATTRIBUTE = re.compile(r' ([a-z]+)="([\w-]+)"')


class FoldsExtension(Extension):
    """Lets a list item or a paragraph hold a fold, and keeps the words of a source as they are."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Before backslashes, code and emphasis (190 and below) are looked for.
        md.inlinePatterns.register(_Words(_WORDS, md), "source-words", 200)
        md.postprocessors.register(_Folds(md), "folds", 5)


class _Words(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # as documented
        words = Element("q", dict(_ATTRIBUTE.findall(m[1])))
        words.text = AtomicString(m[2])
        return words, m.start(0), m.end(0)


class _Folds(Postprocessor):
    def run(self, text: str) -> str:
        text = text.replace("<x-fold>", '<details class="source-words" data-search-exclude>').replace(
            "</x-fold>", "</details>"
        )
        return text.replace("<x-summary>", "<summary>").replace("</x-summary>", "</summary>")
