"""A permalink at every record that stands in a list or a card, as headings have from the stock `toc`.

Its sign is the stylesheet's, so that a search, a copied sentence and an e-reader are not given it as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from builder.content.vocabulary import vocabulary

_KEPT_HTML = re.compile("\x02wzxhzdk:\\d+\x03")
_SIGN = re.compile("\x02(\\d+)\x03")


class PermalinksExtension(Extension):
    """Puts a permalink after the name of a record, which it names."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After attr_list (8) has given items their ids and toc (5) headings their permalinks.
        md.treeprocessors.register(_Permalinks(md), "permalinks", 4.5)


class _Permalinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            name, classes = element.get("id"), element.get("class", "").split()
            if not name or name.startswith("fn"):
                continue
            if element.tag == "li":
                _add(element, name)
            elif "quotation" in classes:
                _add(element, name, "attribution")
            elif "case" in classes:
                # A card's heading leads to the card: the heading's own id is counted along the page.
                for link in (link for link in element.iter("a") if link.get("class") == "headerlink"):
                    link.set("href", f"#{name}")


def _add(record: Element, name: str, place: str = "") -> None:
    """Adds a record's permalink after what is strong in it, or at the end of it or of the part with a class."""
    link = Element("a", {"class": "permalink", "href": f"#{name}"})
    says = vocabulary().permalinks
    strong = next(record.iter("strong"), None)
    if strong is not None and not place:
        parent = next(each for each in record.iter() if strong in list(each))
        parent.insert(list(parent).index(strong) + 1, link)
        link.tail, strong.tail = strong.tail, " "
        link.set("aria-label", says.named.format(record=_words(strong).rstrip(".")))
        return
    parents = [each for each in record.iter("p") if not place or place in each.get("class", "").split()]
    parent = parents[-1] if parents else record
    *_, last = [None, *parent]
    if last is None:
        parent.text = f"{parent.text or ''} "
    else:
        last.tail = f"{last.tail or ''} "
    parent.append(link)
    link.set("aria-label", says.quotation if place else says.entry)


def _words(element: Element) -> str:
    """What a reader reads of an element, without notes and the marks that Markdown keeps HTML under."""
    text = _SIGN.sub(lambda found: chr(int(found[1])), _KEPT_HTML.sub("", "".join(_texts(element))))
    return " ".join(text.replace("\x02amp\x03", "&").split()).lstrip(",: ")


def _texts(element: Element) -> Iterator[str]:
    if element.tag != "sup":
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
