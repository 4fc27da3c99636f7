"""A table too wide for its page scrolls within a region that has a name, with and without scripts.

https://www.w3.org/WAI/WCAG22/Understanding/reflow.html
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class TablesExtension(Extension):
    """Puts each table into a region of its own, named by the table's number on the page and its column heads."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After the inline patterns (20), which make text of the heads.
        md.treeprocessors.register(_Regions(md), "table-regions", 2)


class _Regions(Treeprocessor):
    def run(self, root: Element) -> None:
        parents = [(parent, child) for parent in root.iter() for child in parent if child.tag == "table"]
        for number, (parent, table) in enumerate(parents, 1):
            heads = ["".join(head.itertext()).strip() for head in table.iter("th")]
            for row in table.iter("tr"):
                # On a phone a row is a block, and each cell has to say under which head it stands.
                for head, cell in zip(heads, row.findall("td"), strict=False):
                    cell.set("data-head", head)
            region = Element("div", {"class": "table", "role": "region", "tabindex": "0"})
            region.set("aria-label", f"Table {number}: {', '.join(heads)}")
            # A class, or Material's script would wrap it again.
            table.set("class", "wide")
            region.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = region
            region.append(table)
