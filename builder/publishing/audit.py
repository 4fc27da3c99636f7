"""Holds the built pages against what no reader should meet, whichever page, record, template or theme it came from.

Rules say the same of a text before it is built; this is the last look before publishing, and it names the template that a fault
came from, with the line, or else the page's own file.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from builder.content.problems import Problem
from builder.publishing.controls import Controls
from builder.publishing.heads import Head, elsewhere
from builder.publishing.html import DATA_BLOCKS, Listener
from builder.publishing.linked.required import faults as linked_faults
from builder.publishing.origins import Fault, Origins, placed

# Attributes by which an element makes the browser fetch something without being asked.
_LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
_LOADING_LINKS = {"stylesheet", "icon", "apple-touch-icon", "preload", "preconnect", "dns-prefetch", "manifest"}
_NO_TEXT = {"script", "style", "code", "pre"}
_UNRENDERED = re.compile(
    r"\[@|\[\^|\]\[|\{\{|\{%|\{#|\{:|\{ \.|\{\.|/// |<<<<|\*\*|!!!|\\[\[*_]"
    # What a template prints that is no text, and what whoever wrote it meant for themselves.
    r"|Page\(title=|Section\(title=| object at 0x|\[object Object\]|\bTODO\b|\bFIXME\b|\bXXX\b|[Ll]orem ipsum"
)
# What every page has, and where it is written.
_PROMISES = {
    "language": 'write <html lang="en">',
    "viewport": 'write <meta name="viewport" content="width=device-width,initial-scale=1">',
    "header": "write <header> around the site’s name and its ways",
    "nav": "write <nav> around the sections",
    "main": 'write <main id="content"> around the text',
    "footer": "write <footer> at the end",
    "title": "write <title>",
    "way past the header": 'write <a href="#content"> as the first link',
}
# Where what is missing would stand, if not in the body.
_STANDS_IN = {"language": "<html", "viewport": "<head", "title": "<head"}
_NEVER = {
    "iframe",
    "frame",
    "embed",
    "object",
    "applet",
    "video",
    "audio",
    "track",
    "base",
    "portal",
    "marquee",
    "blink",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Attributes by which an element sends, or asks, elsewhere.
_SENDS = {"action", "formaction", "ping", "srcset", "poster", "background", "manifest"}
_ELSEWHERE = re.compile(r"(?:https?:)?//")


class PageAudit(Listener):
    """What one page holds, and what is wrong with it by itself. contact: the mail address that it may lead to."""

    def __init__(self, contact: str = "") -> None:
        self._contact = contact
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.faults: list[tuple[str, str]] = []
        # For each fault, what stands where it was met, and whether that is in the page's text.
        self.clues: dict[tuple[str, str], tuple[str, bool]] = {}
        self._raw = ""
        self._link_clues: dict[str, tuple[str, bool]] = {}
        self._id_clues: dict[str, tuple[str, bool]] = {}
        self._opened: list[str] = []
        self.head = Head(self.fault)
        self._controls = Controls(self.fault)
        self._level = 0
        self._scripts = 0
        self._no_referrer = False
        self._said: set[str] = set()
        self._block: str | None = None

    def fault(self, wrong: str, right: str, clue: str | None = None, of_page: bool = False) -> None:
        """Notes a fault once.

        clue: what stands there, if not the element that is being heard; of_page: whether the page's own file is at fault.
        """
        if (wrong, right) not in self.clues:
            self.faults.append((wrong, right))
            self.clues[wrong, right] = (self._raw if clue is None else clue, of_page or "article" in self._opened)

    def clue_of_link(self, link: str) -> tuple[str, bool]:
        """What leads there, and whether it is in the page's text."""
        return self._link_clues.get(link, ("", False))

    def clue_of_id(self, name: str) -> tuple[str, bool]:
        """The last element that has an id, and whether it is in the page's text."""
        return self._id_clues.get(name, ("", False))

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self._raw = raw
        links = len(self.links)
        self._element(tag, said)
        self.head.start(tag, said, raw, opens)
        self._controls.start(tag, said, raw, opens)
        here = (raw, "article" in self._opened)
        for link in self.links[links:]:
            self._link_clues.setdefault(link, here)
        if "id" in said:
            self._id_clues[said["id"]] = here
        self._block = "" if said.get("type") == "application/ld+json" else None
        if opens:
            self._opened.append(tag)

    def end(self, tag: str) -> None:
        self.head.end(tag)
        self._controls.end(tag)
        if self._block is not None:
            for wrong, right in linked_faults(self._block):
                self.fault(wrong, right, clue="", of_page=True)
            self._block = None
        if self._opened[-1:] == [tag]:
            self._opened.pop()
        elif tag in self._opened:
            while self._opened[-1] != tag:
                self._unclosed(self._opened.pop())
            self._opened.pop()
        else:
            self.fault(f"</{tag}> closes nothing", "delete it, or open the element before", f"</{tag}>")

    def other(self, raw: str) -> None:
        self._controls.other(raw)

    def text(self, text: str) -> None:
        self.head.text(text)
        self._controls.text(text)
        if self._block is not None:
            self._block += text
        if (found := _UNRENDERED.search(text)) and not _NO_TEXT & set(self._opened):
            words = " ".join(text[max(0, found.start() - 30) : found.end() + 30].split())
            right = "correct what the page or the template writes there"
            self.fault(f"markup reaches the reader: {words}", right, found[0])

    def finish(self) -> None:
        """What can be said only at the page's end."""
        self.head.finish()
        self._controls.finish()
        for tag in self._opened:
            self._unclosed(tag)
        if not self._no_referrer:
            wrong = "the page’s links tell where the reader came from"
            self.fault(wrong, 'write <meta name="referrer" content="no-referrer"> into overrides/base.html', "<head")
        if not self._scripts:
            wrong = "the page has lost the script that chooses its colours before anything is drawn"
            self.fault(wrong, "include partials/first.html in overrides/base.html", "<body")
        if self._level == 0:
            self.fault("the page has no heading", "begin it with one h1", "<h1")
        for promise, right in _PROMISES.items():
            if promise not in self._said:
                self.fault(f"the page has no {promise}", f"{right} in overrides/", _STANDS_IN.get(promise, "<body"))

    def _unclosed(self, tag: str) -> None:
        self.fault(f"<{tag}> is never closed", f"write </{tag}> where it ends", f"</{tag}>")

    def _element(self, tag: str, said: Mapping[str, str]) -> None:
        if "id" in said:
            self.ids[said["id"]] += 1
        if tag == "a" and "href" in said:
            self._link(said)
        loads = said.get(_LOADS.get(tag, ""), "")
        if tag == "link" and _LOADING_LINKS & set(said.get("rel", "").split()):
            loads = said.get("href", "")
        if tag == "link" and "alternate" in said.get("rel", "").split():
            self.links.append(said.get("href", ""))
        if _ELSEWHERE.match(loads):
            self.fault(f"<{tag}> loads {loads} from elsewhere", "keep what a page needs in the site")
        self.links += [address for address in (loads, said.get("data-script")) if address]
        if tag == "img" and "alt" not in said:
            self.fault(f"the picture {loads} has no words", 'say in alt what it shows; alt="" where it says nothing')
        if said.get("role") == "img" and not (said.get("aria-label") or said.get("aria-labelledby")):
            self.fault("a drawing has no words", "name it with aria-label or aria-labelledby")
        if tag == "meta" and said.get("name") == "referrer":
            self._no_referrer = said.get("content") == "no-referrer"
        self._frame(tag, said)
        self._inline(tag, said)
        if tag in _HEADINGS:
            level = int(tag[1])
            if level > self._level + 1:
                before = f"one of level {self._level}" if self._level else "nothing"
                self.fault(f"a heading of level {level} follows {before}", f"write level {self._level + 1}")
            self._level = level

    def _frame(self, tag: str, said: Mapping[str, str]) -> None:
        """What the frame of every page promises, and what no page may do."""
        self._said.add(tag)
        if tag == "html" and said.get("lang") == "en":
            self._said.add("language")
        if tag == "a" and said.get("href") == "#content":
            self._said.add("way past the header")
        if tag == "meta" and said.get("name") == "viewport":
            content = said.get("content", "").replace(" ", "").lower()
            self._said.add("viewport")
            # WCAG 1.4.4: text can be doubled.
            if "width=device-width" not in content or re.search(r"user-scalable=(?:no|0)|maximum-scale", content):
                self.fault("the page cannot be enlarged", "write width=device-width,initial-scale=1 as its viewport")
        if tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
            self.fault("the page leaves by itself", "delete the refresh; say the new address in words")
        if tag in _NEVER:
            self.fault(f"there is <{tag}> in the page", "delete it; pages hold text, pictures and drawings")
        for name in sorted(_SENDS & said.keys()):
            if _ELSEWHERE.search(said[name]) or (name == "action" and said[name]):
                self.fault(f"<{tag} {name}={said[name]}> sends or asks elsewhere", "keep to the site")
        if tag == "a" and said.get("target"):
            self.fault(f"a link opens another window: {said.get('href')}", "delete its target")

    def _link(self, said: Mapping[str, str]) -> None:
        href = said["href"]
        if not href:
            self.fault("a link is empty", "say where it leads; overrides/ names pages by their file in docs/")
        if href.startswith("mailto:"):
            if href.removeprefix("mailto:").partition("?")[0] != self._contact:
                self.fault(f"{href} publishes an e-mail address", "readers write to CONTACT alone")
        elif not re.match(r"https?:|(?![a-z][a-z0-9+.-]*:)", href, re.IGNORECASE):
            self.fault(
                f"the link {href[:60]} is none of the web", "write an address from https:// on, or a page’s file"
            )
        self.links.append(href)

    def _inline(self, tag: str, said: Mapping[str, str]) -> None:
        """What the Content-Security-Policy would refuse to run or to apply."""
        for name in said:
            if name == "style" or name.startswith("on"):
                self.fault(f'<{tag} {name}="{said[name][:40]}"> is written into the page', "put it into docs/assets/")
        if tag == "style":
            self.fault("a style sheet is written into the page", "put it into docs/assets/")
        if tag == "script" and "src" not in said and said.get("type") not in DATA_BLOCKS:
            self._scripts += 1
            if self._scripts > 1:
                self.fault("a second script is written into the page", "put it into docs/assets/")


def audit(
    pages: Mapping[str, PageAudit],
    files: Container[str],
    base: str = "/",
    origins: Origins | None = None,
    sources: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Every fault of the built pages, once each, with the template or the page's file that it came from.

    pages: what was heard of each, by path from the site's root; files: the path of every file in the site;
    base: the path the site is published under, with which only the page for wrong addresses begins its links;
    origins: the project's templates; sources: each page's file, by the page's path from the site's root.
    """
    met: dict[Fault, list[str]] = {}
    for path, page in pages.items():
        own = ((wrong, right, *page.clues[wrong, right]) for wrong, right in page.faults)
        head = elsewhere(path, page.head, files, base) if path in sources else ()
        for fault in dict.fromkeys([*own, *head, *_twice(page), *_dead_links(path, page, pages, files, base)]):
            met.setdefault(fault, []).append(path)
    told = [placed(fault, where, len(pages), origins, sources) for fault, where in met.items()]
    # What the frame writes is the same fault on every page, whatever the page puts into it.
    return list({_of_frame(problem): problem for problem in reversed(told)}.values())


def _of_frame(problem: Problem) -> tuple[str, int, str] | Problem:
    if not problem.file.startswith("overrides/"):
        return problem
    return problem.file, problem.line, problem.wrong.partition(":")[0]


def _twice(page: PageAudit) -> Iterator[Fault]:
    for name, times in page.ids.items():
        if times > 1:
            wrong, right = (
                f"the id {name} stands {times} times",
                "an address can lead to one place only; change the others",
            )
            yield wrong, right, *page.clue_of_id(name)


def _dead_links(
    path: str, page: PageAudit, pages: Mapping[str, PageAudit], files: Container[str], base: str
) -> Iterator[Fault]:
    for link in dict.fromkeys(page.links):
        # Two in three links lead within the page or to another site, and need not be taken apart.
        if link.startswith("#"):
            if link != "#" and unquote(link[1:]) not in page.ids:
                yield *_no_part(link, path), *page.clue_of_link(link)
            continue
        if link.startswith("https://"):
            continue
        split = urlsplit(link)
        if split.scheme or split.netloc:
            continue
        target = path
        if split.path:
            way = unquote(split.path).removeprefix(base) if split.path.startswith("/") else unquote(split.path)
            folder = "/" if split.path.startswith("/") else posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join("/", folder, way)).lstrip("/")
            if split.path.endswith("/") or split.path in (".", "..") or target in ("", "."):
                target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in files:
            yield f"the link {link} leads nowhere", "correct it, or restore what it led to", *page.clue_of_link(link)
        elif split.fragment and target in pages and unquote(split.fragment) not in pages[target].ids:
            yield *_no_part(link, target), *page.clue_of_link(link)


def _no_part(link: str, target: str) -> tuple[str, str]:
    return f"the link {link} leads to no part of {target}", "correct what stands after #, or restore the heading"
