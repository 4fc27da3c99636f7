"""Keeps out of the search index what a result should not show unasked: notes, and the paragraphs with the hardest words.

A reader who types a place or a name has not asked for them. The heading above such a paragraph is still found.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_HARD = re.compile(
    r"\b(?:rape[ds]?|rapists?|sexual\w*|enslav\w+|slave\w*|behead\w*|executed|executions?|corpses?|skulls?|bodies in|suicid\w+|kills? h\w+self)\b",
    re.IGNORECASE,
)


def is_hard(text: str) -> bool:
    """Whether a text has one of the hardest words."""
    return _HARD.search(text) is not None


class SearchExtension(Extension):
    """Marks what Material's search plugin leaves out (https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/)."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After the footnotes' own processor (50) has made their list.
        md.treeprocessors.register(_Exclusions(md), "search-exclusions", 3)


class _Exclusions(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            note = "footnote" in element.get("class", "").split()
            if note or (element.tag in ("p", "li", "td", "blockquote") and is_hard("".join(element.itertext()))):
                element.set("data-search-exclude", "")
