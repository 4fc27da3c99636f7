"""The whole input of a build: records and pages read, held against each other, and ready to be rendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from builder.citations import CitationExtension, find_groups
from builder.expand import Expander, ExpandError
from builder.glossary import GlossaryExtension
from builder.pages import Page
from builder.problems import Problem, ProblemsFound, suggest
from builder.records import load


class Site:
    """Reads data/ and templates/ below the project's root when made; `check` then takes the pages."""

    def __init__(self, root: Path):
        self.records, self._data_problems = load(root / "data")
        self.pages: dict[str, Page] = {}
        self._cited_on: dict[str, list[str]] = defaultdict(list)
        self._expander = Expander(self.records, root / "templates", self._pages_citing)
        tooltips = {word: term.tooltip for term in self.records.glossary.values() for word in term.match}
        self.extensions = [CitationExtension(self._expander.note), GlossaryExtension(tooltips)]

    def check(self, pages: Iterable[Page]) -> None:
        """Holds every page and every record against the others. Raises ProblemsFound with all that is wrong."""
        self.pages = {page.path: page for page in pages}
        problems = list(self._data_problems)
        for page in self.pages.values():
            problems += page.problems()
            problems += self._unknown_sources(page)
            problems += self._expansion(page)
        problems += self._unknown_pages()
        if not problems:
            # Only now is it known that nothing else hides a citation.
            problems += self._unused_sources()
        if problems:
            raise ProblemsFound(problems)

    def expand(self, path: str) -> str:
        """The whole Markdown of a checked page: its title and notices, and its text with the records in it."""
        page = self.pages[path]
        return self._expander.opening(page.front) + self._expander.expand(page.body)

    def _pages_citing(self, key: str) -> list[tuple[str, str]]:
        return [(self.pages[path].front.title, path) for path in self._cited_on[key]]

    def _unknown_sources(self, page: Page) -> Iterable[Problem]:
        known = self.records.sources.keys() | self.records.faulty
        for group in page.groups:
            for citation in group.citations:
                if citation.key not in known:
                    hint = suggest(citation.key, known, "add it to data/sources.yml")
                    yield Problem(
                        f"docs/{page.path}", page.line_of(group.start), "", f"no source has the id {citation.key}", hint
                    )

    def _expansion(self, page: Page) -> Iterable[Problem]:
        try:
            expanded = self._expander.expand(page.body)
        except ExpandError as error:
            return [page.problem(words, wrong, right) for words, wrong, right in error.faults]
        for key in dict.fromkeys(citation.key for group in find_groups(expanded) for citation in group.citations):
            self._cited_on[key].append(page.path)
        return []

    def _unknown_pages(self) -> Iterable[Problem]:
        for term in self.records.glossary.values():
            page = (term.explained or "").partition("#")[0]
            if page and page not in self.pages:
                line = self.records.lines["glossary.yml", term.id]
                where = f"term {term.id}, field explained"
                yield Problem("data/glossary.yml", line, where, f"there is no page {page}", suggest(page, self.pages))

    def _unused_sources(self) -> Iterable[Problem]:
        for key in self.records.sources:
            if not self._cited_on[key]:
                line = self.records.lines["sources.yml", key]
                yield Problem("data/sources.yml", line, f"source {key}", "no page cites it", "cite it or delete it")
