"""A table is numbered on its page, so that it can be cited; one too wide for its page scrolls within a region that has a
name, with and without scripts.

https://www.w3.org/WAI/WCAG22/Understanding/reflow.html
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from builder.content.vocabulary import vocabulary


class TablesExtension(Extension):
    """Puts each table into a region of its own, named by its column heads, and numbers those that belong to no chart."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After the inline patterns (20), which make text of the heads, and before MkDocs looks for places to link to (5).
        md.treeprocessors.register(_Regions(md), "table-regions", 6)


class _Regions(Treeprocessor):
    def run(self, root: Element) -> None:
        parents = [(parent, child) for parent in root.iter() for child in parent if child.tag == "table"]
        of_charts = {table for figure in root.iter("figure") for table in figure.iter("table")}
        number = 0
        for parent, table in parents:
            heads = ["".join(head.itertext()).strip() for head in table.iter("th")]
            for row in table.iter("tr"):
                # On a phone a row is a block, and each cell has to say under which head it stands.
                for head, cell in zip(heads, row.findall("td"), strict=False):
                    cell.set("data-head", head)
            region = Element("div", {"class": "table", "role": "region", "tabindex": "0"})
            region.set("aria-label", vocabulary().joins.list.join(heads))
            if table not in of_charts:
                number += 1
                region.set("id", f"table-{number}")
                caption = Element("caption")
                SubElement(caption, "a", {"href": f"#table-{number}"}).text = vocabulary().table.format(number=number)
                table.insert(0, caption)
            # A class, or Material's script would wrap it again.
            table.set("class", "wide")
            region.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = region
            region.append(table)
