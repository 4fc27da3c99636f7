"""Pages as Markdown that asks for nothing of ours: records printed, citations as footnotes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import unescape

from builder.content.citations import code_spans
from builder.rendering.markdown.citations import as_footnotes
from builder.rendering.site import Site

# A link from the root of docs/, as templates write them.
_FROM_ROOT = re.compile(r"\]\(/(?=[^)\s])")
# What speaks to this site's frame alone: which template draws a page, and where its list of contents goes.
_FOR_THE_FRAME = re.compile(r"^(?:template: .*|<!--contents-->\n)\n", re.MULTILINE)
# A link within the site: to a page, a file or a part of this page.
_LINK = re.compile(r"\]\((?!<?[a-z][a-z0-9+.-]*:)<?([^)#\s>]*)(#[^)\s>]*)?>?\)")
_DRAWING = re.compile(
    r'<figure class="chart[^>]*id="([\w-]+)".*?</b> (.*?)</p>\n<div class="drawing".*?\n</div>', re.DOTALL
)
_BETWEEN_NOTES = re.compile(r'<sup class="between-notes">,</sup>')
_ATTRIBUTES = re.compile(r"^ *\{:? [^{}\n]*\}\n|[ ]*\{:? ?[#.][^{}\n]*\}$", re.MULTILINE)
_BLOCK = re.compile(r"^///(?: html.*| [a-z]+ \| (.*)|)$", re.MULTILINE)
_WORDS = re.compile(r"<x-words[^>]*>(.*?)</x-words>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>(?<!://)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_EMPTY = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


def plain(site: Site, path: str) -> str:
    """A checked page as a file that any Markdown builder can render, its links relative to itself."""
    page = site.project.pages[path]
    text = as_footnotes(site.expand(path), site.note)
    up = posixpath.relpath(".", posixpath.dirname(path) or ".")
    front = page.text[: len(page.text) - len(page.body)]
    return _FOR_THE_FRAME.sub("", front + _FROM_ROOT.sub(f"]({up}/" if up != "." else "](", text))


def bare(site: Site, path: str, address: Callable[[str], str]) -> str:
    """A checked page as Markdown to be read as it is: nothing of HTML in it, its links whole, its charts as pictures.

    address: gives the whole address of a page, for its path from docs/, and of a file, for its path from the site's root.
    """
    text = as_footnotes(_FOR_THE_FRAME.sub("", site.expand(path)), site.note)
    pieces, position = [], 0
    for start, end in sorted(code_spans(text)):
        pieces += [_bare(text[position:start], path, address), text[start:end]]
        position = end
    pieces.append(_bare(text[position:], path, address))
    return _EMPTY.sub("\n\n", "".join(pieces)).strip() + "\n"


def _bare(text: str, path: str, address: Callable[[str], str]) -> str:
    def whole(found: re.Match[str]) -> str:
        way, fragment = found[1], found[2] or ""
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), way)).lstrip("/") if way else path
        return f"]({address(target)}{fragment})"

    text = _DRAWING.sub(lambda found: f"![{found[2]}](/data/pictures/{found[1]}.svg)\n", text)
    text = _LINK.sub(whole, text)
    text = _BLOCK.sub(lambda found: f"**{found[1]}**\n" if found[1] else "", _ATTRIBUTES.sub("", text))
    text = _AUTOLINK.sub(r"\1", _WORDS.sub(r" “\1” ", _BETWEEN_NOTES.sub("", text)))
    return unescape(_TAG.sub("", text))
