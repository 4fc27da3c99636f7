"""Pages whose text is what it was keep their HTML, and their part of the search index, from one build to the next.

MkDocs renders a page through a method of the page itself; the page is given another one, which asks here first.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builder.kept import Kept

# What rendering leaves in a page, but for the links to other pages, which hold files of one build alone.
_RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")


class SearchIndex(Protocol):
    """Material's index, as far as it is asked here."""

    entries: list[dict[str, Any]]

    def add_entry_from_context(self, page: Page) -> None:
        """Adds the sections of a page."""


@dataclass(frozen=True)
class _Rendered:
    """What rendering left in a page; links: by the linked file's path; said: what was logged on the way."""

    state: dict[str, Any]
    links: dict[str, dict[str, str]]
    said: list[logging.LogRecord]


class KeptPages:
    """What the pages of the last build were rendered to."""

    def __init__(self) -> None:
        self._rendered: Kept[Hashable, _Rendered] = Kept()
        self._indexed: Kept[Hashable, list[dict[str, Any]]] = Kept()

    def begin(self) -> None:
        """Begins another build."""
        self._rendered.turn()
        self._indexed.turn()

    def keep(self, page: Page, *made_of: Hashable) -> None:
        """Has a page render only if it was not rendered before from the same. made_of: all that its HTML comes from."""
        render = page.render

        def rendered(config: MkDocsConfig, files: Files) -> None:
            kept = self._rendered.get((page.file.src_uri, made_of), lambda: _render(page, render, config, files))
            for record in kept.said:
                logging.getLogger(record.name).handle(record)
            vars(page).update(kept.state)
            targets = ((files.get_file_from_path(path), links) for path, links in kept.links.items())
            page.links_to_anchors = {target: links for target, links in targets if target}

        page.render = rendered  # type: ignore[method-assign]

    def keep_search(self, index: SearchIndex) -> None:
        """Has the search index read only pages that it did not read before."""
        add = index.add_entry_from_context

        def added(page: Page) -> None:
            key = (page.content, page.url, page.title, repr(page.meta))
            index.entries.extend(self._indexed.get(key, lambda: _entries(index, add, page)))

        index.add_entry_from_context = added  # type: ignore[method-assign]


def _render(page: Page, render: Any, config: MkDocsConfig, files: Files) -> _Rendered:
    said = _Said()
    logger = logging.getLogger("mkdocs")
    handlers, logger.handlers = logger.handlers, [said]
    propagates, logger.propagate = logger.propagate, False
    try:
        render(config, files)
    finally:
        logger.handlers, logger.propagate = handlers, propagates
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    return _Rendered({name: getattr(page, name) for name in _RENDERED}, links, said.records)


def _entries(index: SearchIndex, add: Any, page: Page) -> list[dict[str, Any]]:
    others, index.entries = index.entries, []
    try:
        add(page)
        return index.entries
    finally:
        index.entries = others


class _Said(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def fingerprint(parts: Iterable[object]) -> str:
    """A few letters for what many pages have in common, so that it is not compared page by page."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()
