"""Explains a term where a page first uses it, on top of the stock abbr extension."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor

_NEVER_INSIDE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "sup", "cite", "blockquote", "code", "th", "strong"}


class GlossaryExtension(AbbrExtension):
    """Links the first use of each term in running text to the glossary, with its explanation as a tooltip.

    A link, because what only shows itself to a pointer is not there for a keyboard or a finger.
    terms: the words as they stand in pages, with their explanation and the address of the glossary's entry, as a page
    writes it. Words with the same explanation are one term.
    """

    def __init__(self, terms: Mapping[str, tuple[str, str]]):
        super().__init__(glossary={word: explanation for word, (explanation, _) in terms.items()})
        self._entries = {explanation: address for explanation, address in terms.values()}

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        abbreviations: dict[str, str] = self.abbrs  # type: ignore[attr-defined] # newer than the published types
        md.treeprocessors.register(_Terms(md, abbreviations), "abbr", 7)
        # Straight after abbr (7) has marked every use.
        md.treeprocessors.register(_FirstUseOnly(md, self._entries), "glossary", 6.5)


class _Terms(AbbrTreeprocessor):
    """The stock processor with one pattern for all pages: it tries a term only where the term's first letters stand.

    The stock pattern tries every term at every word, so that its cost grows with terms times pages.
    """

    def run(self, root: Element) -> None:
        if self.abbrs:
            self.RE = _pattern(tuple(self.abbrs))
            self.iter_element(root)


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}

    def written(branch: dict[str, Any]) -> str:
        # The longest term first, as the stock pattern has it: the end of a word is the last thing to be tried.
        longer = [re.escape(letter) + written(rest) for letter, rest in branch.items() if letter]
        return f"(?:{'|'.join(longer + [''] * ('' in branch))})" if len(branch) > 1 else "".join(longer)

    return re.compile(rf"\b{written(tree)}\b")


class _FirstUseOnly(Treeprocessor):
    """An explanation at every use would underline half the page; headings, links and notes stay plain."""

    def __init__(self, md: Markdown, entries: Mapping[str, str]):
        super().__init__(md)
        self._entries = entries

    def run(self, root: Element) -> None:
        self._prune(root, set(), False)

    def _prune(self, parent: Element, explained: set[str], barred: bool) -> None:
        barred = barred or parent.tag in _NEVER_INSIDE or "footnote" in parent.get("class", "").split()
        for child in list(parent):
            if child.tag == "abbr":
                explanation = child.get("title", "")
                if barred or explanation in explained:
                    _unwrap(parent, child)
                else:
                    explained.add(explanation)
                    child.tag = "a"
                    child.set("class", "term")
                    child.set("href", self._entries[explanation])
            else:
                self._prune(child, explained, barred)


def _unwrap(parent: Element, child: Element) -> None:
    index = list(parent).index(child)
    text = (child.text or "") + (child.tail or "")
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)
