"""The built site as chapters of one book, which the PDF and the EPUB both are: ids unique in it, links within it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Chapter:
    """A page of the site. section: the part of the navigation it stands in; name: its id in the book; article: its text."""

    section: str
    name: str
    title: str
    article: Tag


def chapters(nav: list[Any], site: Path) -> list[Chapter]:
    """Every page of a built site, in reading order.

    nav: the navigation of mkdocs.yml. Raises OSError where a page is not built, ValueError where one has no text.
    """
    listed = list(_listed(nav))
    names = {identity(path) for _, path in listed}
    return [_chapter(site, section, path, names) for section, path in listed]


def identity(path: str) -> str:
    """The id a page has in the book: story/quotes.md becomes story-quotes."""
    return path.removesuffix(".md").removesuffix("/index").replace("/", "-")


def _listed(nav: list[Any], section: str = "") -> Iterator[tuple[str, str]]:
    for entry in nav:
        for title, value in entry.items() if isinstance(entry, dict) else [("", entry)]:
            if isinstance(value, str):
                yield section, value
            else:
                yield from _listed(value, title)


def _chapter(site: Path, section: str, path: str, names: set[str]) -> Chapter:
    folder = "" if path == "index.md" else path.removesuffix(".md").removesuffix("/index")
    page = BeautifulSoup((site / folder / "index.html").read_text(encoding="utf-8"), "html.parser")
    article, address = page.article, page.select_one("link[rel=canonical]")
    if article is None or article.h1 is None or address is None:
        raise ValueError(f"docs/{path} has no text, heading or address in the built site")
    name = identity(path)
    for element in article.select("[id]"):
        element["id"] = f"{name}--{element['id']}"
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        for element in article.select(f"[{attribute}]"):
            element[attribute] = " ".join(f"{name}--{word}" for word in str(element[attribute]).split())
    for link in article.select("a[href]"):
        link["href"] = _within(str(link["href"]), folder, name, names) or urljoin(
            str(address["href"]), str(link["href"])
        )
    article.h1["id"] = name
    for details in article.select("details"):
        details["open"] = ""
    return Chapter(section, name, next(article.h1.stripped_strings), article)


def _within(href: str, folder: str, name: str, names: set[str]) -> str:
    """Where a link leads within the book; empty where it leads out of it: elsewhere, or to a file beside the pages."""
    if href.startswith(("http:", "https:", "mailto:")):
        return ""
    target, _, fragment = href.partition("#")
    if target:
        resolved = posixpath.normpath(posixpath.join(folder, target))
        name = "index" if resolved in (".", "") else resolved.replace("/", "-")
    if name not in names:
        return ""
    return f"#{name}--{fragment}" if fragment else f"#{name}"
