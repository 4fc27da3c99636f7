"""Links that leave the site tell nobody where the reader came from."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class OutgoingLinksExtension(Extension):
    """Gives every link to another site `rel="noreferrer"`."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After every processor that makes links: the footnotes' own comes at 50.
        md.treeprocessors.register(_NoReferrer(md), "outgoing-links", 1)


class _NoReferrer(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(("http:", "https:")):
                link.set("rel", "noreferrer")
