"""The changes and corrections as a feed, for readers who want to be told of them. Atom, RFC 4287."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from builder.content.records import Change
from builder.content.vocabulary import vocabulary

NAME = "changes.xml"
# The feed and its entries keep these names under whatever address the site is published, so that a reader's program does
# not tell all of it anew when it moves. RFC 4151: a name whose owner is told by a domain kept for examples, and a date.
_NAMES = "tag:called-to-account.example,2026:"
_ATOM = "http://www.w3.org/2005/Atom"


def feed(changes: Mapping[str, Change], title: str, base: str, address: Callable[[str], str]) -> str:
    """The feed of a site.

    changes: by id, oldest first; title: the site's; base: its address, with a slash at its end;
    address: gives a page's address below `base` for its path from docs/.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    newest = list(changes.values())[::-1]

    def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, name, attributes)
        element.text = text or None
        return element

    add(root, "title", vocabulary().feed_title.format(site=title))
    add(root, "id", f"{_NAMES}changes")
    add(root, "link", rel="self", href=f"{base}{NAME}")
    add(root, "link", href=urljoin(base, address("about/changes.md")))
    # RFC 4287 wants a moment also of a feed in which nothing has happened yet.
    add(root, "updated", _moment(newest[0]) if newest else "1970-01-01T00:00:00Z")
    add(add(root, "author"), "name", title)
    for change in newest:
        entry = add(root, "entry")
        add(entry, "title", change.what)
        add(entry, "id", f"{_NAMES}changes/{change.id}")
        page, _, part = change.page.partition("#")
        add(entry, "link", href=urljoin(base, address(page) + (f"#{part}" if part else "")))
        add(entry, "updated", _moment(change))
        add(entry, "summary", f"{change.what} {change.why}")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _moment(change: Change) -> str:
    return f"{change.date.end.latest.isoformat()}T00:00:00Z"
