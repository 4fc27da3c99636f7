"""What a page's head promises to search engines, to those who share it, and to programs; and the parts that every page has."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from urllib.parse import urlsplit

from builder.content.problems import Problem
from builder.publishing.html import Complain, Listener
from builder.publishing.origins import Fault

_HEAD = "<head"
# What a page says of itself, by the name of its meta element.
_SAID = {
    "description": "its address in search results",
    "og:title": "its title where it is shared",
    "og:description": "its sentence where it is shared",
    "og:url": "its address where it is shared",
    "og:image": "its picture where it is shared",
    "og:image:alt": "words for its picture where it is shared",
    "twitter:card": "its form where it is shared",
}
# Words of one page that have to be the same.
_SAME = (
    ("og:title", "twitter:title"),
    ("og:description", "description"),
    ("og:image", "twitter:image"),
    ("og:url", "canonical"),
)
# Parts of the frame that a page has, by a class of theirs, and what a reader loses otherwise.
_PARTS = {
    "md-skip": "the way past the header",
    "wordmark": "the way home",
    "change-scheme": "the button for night colours",
    "open-search": "the button that opens search",
    "md-search__input": "the field of the search",
    "help": "the way to help",
    "menu": "the menu of small screens",
    "sections": "the sections",
}
_SCHEMES = {"default", "slate"}
_NO_INDEX = re.compile(r"noindex|nofollow|none|noarchive|nosnippet", re.IGNORECASE)


class Head(Listener):
    """Reads what stands in the head, and which parts follow. complain: is told what is wrong."""

    def __init__(self, complain: Complain) -> None:
        self._complain = complain
        self._meta: dict[str, str] = {}
        self.classes: set[str] = set()
        self._charset = False
        self._within = ""
        self._title = ""

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self._within = tag
        if "class" in said:
            self.classes.update(said["class"].split())
        if tag == "meta":
            self._metadata(said)
        elif tag == "link" and said.get("rel") == "canonical":
            self._meta["canonical"] = said.get("href", "")
        elif tag == "body":
            scheme = said.get("data-md-color-scheme")
            if scheme not in _SCHEMES:
                wrong = f"the page’s colours are {scheme}, which no sheet has"
                self._complain(wrong, 'write data-md-color-scheme="default"')

    def text(self, text: str) -> None:
        if self._within == "title":
            self._title += text

    def end(self, tag: str) -> None:
        self._within = ""

    def finish(self) -> None:
        """What can be said only at the page's end."""
        if not self._charset:
            self._complain("the page does not say that it is UTF-8", 'write <meta charset="utf-8">', _HEAD)
        if not self._title.strip(" -\n"):
            self._complain("the page’s title is empty", "write it in <title>", "<title>")
        for name, lost in _SAID.items():
            if not self._meta.get(name, "").strip():
                right = f'write <meta name or property="{name}" content="..."> into overrides/base.html'
                self._complain(
                    f"the page does not give {lost}, {name}", right, _clue(name) if name in self._meta else _HEAD
                )
        if not re.match(r"https?://[^/]+/", self._meta.get("canonical", "")):
            wrong, right = "the page names no address of its own", 'write <link rel="canonical" href="{{ address }}">'
            self._complain(wrong, right, _HEAD)
        for one, other in _SAME:
            if self._meta.get(one) and self._meta.get(other) and self._meta[one] != self._meta[other]:
                self._complain(f"{one} and {other} do not say the same", "give both the same", _clue(one))
        for name, lost in _PARTS.items():
            if name not in self.classes:
                self._complain(f"the page has lost {lost}", f"restore what has the class {name}", "<body")

    @property
    def address(self) -> str:
        """Where the page says that it is."""
        return self._meta.get("canonical", "")

    @property
    def picture(self) -> str:
        """The address of the picture that it offers for previews."""
        return self._meta.get("og:image", "")

    def _metadata(self, said: Mapping[str, str]) -> None:
        name = said.get("name") or said.get("property") or ""
        self._meta[name] = said.get("content", "")
        if "charset" in said:
            self._charset = said["charset"].lower() == "utf-8"
        if name in ("robots", "googlebot") and _NO_INDEX.search(said.get("content", "")):
            self._complain(f"search engines are told {said['content']}, and nobody finds the page", "delete it")


def _clue(name: str) -> str:
    return f'{"name" if ":" not in name or name.startswith("twitter") else "property"}="{name}"'


def elsewhere(path: str, head: Head, files: Container[str], base: str) -> Iterator[Fault]:
    """Where a page says that it is, if it is not there, and the picture that it offers, if there is none.

    path: of the page from the site's root; files: of the site; base: the path that the site is published under.
    """
    given, own = (each.removesuffix("index.html") for each in (urlsplit(head.address).path, f"{base or '/'}{path}"))
    if head.address and given != own:
        wrong = f"the page says that it is at {given}, and search engines would list that one"
        yield wrong, 'write <link rel="canonical" href="{{ address }}">', 'rel="canonical"', False
    if "answerable" not in head.classes:
        wrong, right = "the page has lost its foot: what changed, how to cite it, whom to write to", "include it again"
        yield wrong, f"{right}: partials/answerable.html", "<article", False
    picture = urlsplit(head.picture).path.removeprefix(base or "/").lstrip("/")
    if head.picture and picture not in files:
        wrong = f"there is no {picture}, which the page offers where it is shared"
        yield wrong, "correct og:image, or restore the picture", _clue("og:image"), False


def shut_out(robots: str) -> Iterator[Problem]:
    """What keeps search engines from the site. robots: robots.txt."""
    for found in re.finditer(r"^ *Disallow: *(\S+)", robots, re.MULTILINE | re.IGNORECASE):
        wrong, right = f"robots.txt keeps search engines from {found[1]}", "delete the line, and write Allow: /"
        yield Problem("templates/page/robots.md", robots.count("\n", 0, found.start()) + 1, "", wrong, right)
