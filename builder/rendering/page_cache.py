"""Pages whose text is what it was keep their HTML, and their part of the search index, from one build to the next.

MkDocs renders a page through a method of the page itself; the page is given another one, which takes what is kept here.
"""

from __future__ import annotations

import logging
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builder.cache import Cache
from builder.parallel import in_parallel

# What rendering leaves in a page, but for the links to other pages, which hold files of one build alone.
_RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")


class SearchIndex(Protocol):
    """Material's index, as far as it is asked here."""

    entries: list[dict[str, Any]]

    def add_entry_from_context(self, page: Page) -> None:
        """Adds the sections of a page."""


@dataclass(frozen=True)
class _Rendered:
    """What rendering left in a page; links: by the linked file's path; said: what was logged on the way; entries: the
    page's part of the search index.
    """

    state: dict[str, Any]
    links: dict[str, dict[str, str]]
    said: list[logging.LogRecord]
    entries: list[dict[str, Any]]


_MadeOf = tuple[str, tuple[str, Hashable]]


class PageCache:
    """What the pages of the last build were rendered to, and what this one's are."""

    def __init__(self) -> None:
        self._kept: Cache[_MadeOf, _Rendered] = Cache("pages")

    def render(
        self, made_of: Mapping[str, tuple[str, Hashable]], index: SearchIndex, config: MkDocsConfig, files: Files
    ) -> None:
        """Renders, on all processors, each page that was not rendered before from the same; MkDocs then finds it done.

        made_of: by the page's path, its Markdown and all else that its HTML and its part of the index come from.
        """
        self._kept.turn()
        pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}

        def work(made_of: _MadeOf) -> _Rendered:
            path, (markdown, _) = made_of
            return _render(pages[path], markdown, index, config, files)

        rendered = self._kept.get_all(made_of.items(), partial(in_parallel, work), lambda each: len(each[1][0]))
        done = {path: result for (path, _), result in rendered.items()}
        for path, page in pages.items():
            page.render = partial(_take, page, done[path])  # type: ignore[method-assign]
        index.add_entry_from_context = lambda page: index.entries.extend(done[page.file.src_uri].entries)  # type: ignore[method-assign]


def _take(page: Page, result: _Rendered, config: MkDocsConfig, files: Files) -> None:
    """Gives a page what it was rendered to."""
    for record in result.said:
        logger = logging.getLogger(record.name)
        if logger.isEnabledFor(record.levelno):
            logger.handle(record)
    vars(page).update(result.state)
    targets = ((files.get_file_from_path(path), links) for path, links in result.links.items())
    page.links_to_anchors = {target: links for target, links in targets if target}


def _render(page: Page, markdown: str, index: SearchIndex, config: MkDocsConfig, files: Files) -> _Rendered:
    said = _Said()
    logger = logging.getLogger("mkdocs")
    handlers, logger.handlers = logger.handlers, [said]
    propagates, logger.propagate = logger.propagate, False
    # A quiet build hears less of it, and keeps it for one that is not.
    level = logger.level
    logger.setLevel(logging.INFO)
    others, index.entries = index.entries, []
    try:
        page.read_source(config)
        page.markdown = markdown
        page.render(config, files)
        index.add_entry_from_context(page)
        entries = index.entries
    finally:
        logger.handlers, logger.propagate = handlers, propagates
        logger.setLevel(level)
        index.entries = others
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    return _Rendered({name: getattr(page, name) for name in _RENDERED}, links, said.records, entries)


class _Said(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
