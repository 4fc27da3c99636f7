"""Ways back from a note, in the order in which a reader met it.

Python-Markdown numbers the places that lead to a note as it comes to render them, which within lists and boxes is not
the order of the text; the ways back, lettered a, b, c, would then jump about the page.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class NotesExtension(Extension):
    """Numbers the places that lead to a note from the top of the page. Needs the stock `footnotes` beside it."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After the stock extension has written the ways back (15).
        md.treeprocessors.register(_InOrder(md), "notes-in-order", 4)


class _InOrder(Treeprocessor):
    def run(self, root: Element) -> None:
        met: Counter[str] = Counter()
        for mark in root.iter("sup"):
            kind, _, note = mark.get("id", "").partition(":")
            if kind.startswith("fnref"):
                met[note] += 1
                # As the stock extension writes them: fnref:a, fnref2:a, fnref3:a.
                mark.set("id", f"fnref{met[note] if met[note] > 1 else ''}:{note}")
