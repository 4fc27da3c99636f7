"""The whole input of a build: records and pages read, held against each other, and ready to be rendered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from yaml import YAMLError

from builder import settings
from builder.citations import Citation, CitationExtension, find_groups
from builder.drawings import read_borders
from builder.expand import Expander, ExpandError, template_faults
from builder.folds import FoldsExtension
from builder.glossary import GlossaryExtension
from builder.links import OutgoingLinksExtension
from builder.pages import Page
from builder.pages import load as load_pages
from builder.problems import Problem, ProblemsFound, suggest
from builder.records import load
from builder.search import SearchExtension
from builder.tables import TablesExtension

_WRITTEN_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])")
GLOSSARY_PAGE = "learn/glossary.md"


class Site:
    """Reads data/ and templates/ below the project's root when made; `check` then reads the pages in docs/."""

    def __init__(self, root: Path):
        self._root = root
        self.records, self._data_problems = load(root / "data")
        self.pages: dict[str, Page] = {}
        self._cited_on: dict[str, list[str]] = defaultdict(list)
        borders = read_borders(root / "data" / "borders.json")
        self._expander = Expander(self.records, root / "templates", self._pages_citing, self._title, borders)
        terms = {
            word: (term.tooltip, f"/{GLOSSARY_PAGE}#{term.id}")
            for term in self.records.glossary.values()
            for word in term.match
        }
        self._written = {
            f"{number:,}": figure.id
            for figure in self.records.figures.values()
            for number in (figure.value, figure.low, figure.high)
            if number and number >= 1000 and number % 1000
        }
        self.extensions = [
            CitationExtension(self.note),
            GlossaryExtension(terms),
            TablesExtension(),
            FoldsExtension(),
            SearchExtension(),
            OutgoingLinksExtension(),
        ]

    def check(self) -> None:
        """Holds every page and every record against the others. Raises ProblemsFound with all that is wrong."""
        self.pages, problems = load_pages(self._root / "docs")
        problems += self._data_problems
        problems += settings.check(self._root, self.pages)
        broken = list(template_faults(self._root))
        if broken:
            # Nothing can be expanded with a template that does not parse.
            raise ProblemsFound(problems + broken)
        for page in self.pages.values():
            problems += page.problems()
            problems += self._unknown_sources(page)
            problems += self._typed_figures(page)
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

    def note(self, citation: Citation) -> str:
        """A citation's note, one line of Markdown."""
        return self._expander.note(citation)

    def _pages_citing(self, key: str) -> list[tuple[str, str]]:
        return [(self._title(path), path) for path in self._cited_on[key]]

    def _title(self, path: str) -> str | None:
        """A page's title; empty where its front matter is wrong, which is reported for itself; None for no page."""
        page = self.pages.get(path.partition("#")[0])
        try:
            return page.front.title if page else None
        except (ValueError, YAMLError):
            return ""

    def _unknown_sources(self, page: Page) -> Iterable[Problem]:
        known = self.records.sources.keys() | self.records.faulty
        for group in page.groups:
            for citation in group.citations:
                if citation.key not in known:
                    hint = suggest(citation.key, known, "add it to data/sources.yml")
                    yield Problem(
                        f"docs/{page.path}", page.line_of(group.start), "", f"no source has the id {citation.key}", hint
                    )

    def _typed_figures(self, page: Page) -> Iterable[Problem]:
        """A number that has its record is asked for by key, never typed again. Round ones may mean something else."""
        for found in _WRITTEN_NUMBER.finditer(page.body):
            if found[0] in self._written:
                wrong = f"{found[0]} is typed by hand"
                right = f'ask for it: {{{{ figure("{self._written[found[0]]}") }}}}'
                yield Problem(f"docs/{page.path}", page.line_of(found.start()), "", wrong, right)

    def _expansion(self, page: Page) -> Iterable[Problem]:
        try:
            expanded = self._expander.expand(page.body)
        except ExpandError as error:
            return [page.problem(words, wrong, right) for words, wrong, right in error.faults]
        for key in dict.fromkeys(citation.key for group in find_groups(expanded) for citation in group.citations):
            self._cited_on[key].append(page.path)
        return self._content_note(page, expanded)

    @staticmethod
    def _content_note(page: Page, expanded: str) -> Iterable[Problem]:
        """A link past the hard part that leads nowhere. Only the expanded text has every heading."""
        try:
            note = page.front.content_note
        except (ValueError, YAMLError):
            return
        if note and f"{{#{note.skip_to}}}" not in expanded.replace(" ", ""):
            wrong, right = f"no heading has the id {note.skip_to}", f"end a heading with {{#{note.skip_to}}}"
            yield Problem(f"docs/{page.path}", 1, "front matter, field content_note.skip_to", wrong, right)

    def _unknown_pages(self) -> Iterable[Problem]:
        for name, field in (("glossary", "explained"), ("claims", "see"), ("changes", "page")):
            for record in getattr(self.records, name).values():
                page = (getattr(record, field) or "").partition("#")[0]
                if page and page not in self.pages:
                    file = f"{name}.yml"
                    where = f"{record.kind} {record.id}, field {field}"
                    wrong, right = f"there is no page {page}", suggest(page, self.pages)
                    yield Problem(f"data/{file}", self.records.lines[file, record.id], where, wrong, right)

    def _unused_sources(self) -> Iterable[Problem]:
        for key in self.records.sources:
            if not self._cited_on[key]:
                line = self.records.lines["sources.yml", key]
                yield Problem("data/sources.yml", line, f"source {key}", "no page cites it", "cite it or delete it")
