"""A project held to its rules, and ready to be rendered."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from markdown import Extension

from builder.cache import Cache, fingerprint, fingerprint_of, forget
from builder.content.attested import attested
from builder.content.citations import Citation, find_groups
from builder.content.inputs import INPUTS
from builder.content.pages import Page
from builder.content.problems import Problem, ProblemsFound
from builder.content.project import Project
from builder.content.records import Term
from builder.content.rules import broken, looks_of
from builder.content.rules.page_calls import strange
from builder.content.statements import own_words
from builder.content.ways import Ways
from builder.downloads.datapackage import ChartTable
from builder.parallel import aside
from builder.rendering.expander import Expander, ExpandError
from builder.rendering.markdown.citations import CitationExtension
from builder.rendering.markdown.folds import FoldsExtension
from builder.rendering.markdown.glossary import GlossaryExtension
from builder.rendering.markdown.inline import InlineExtension
from builder.rendering.markdown.notes import NotesExtension
from builder.rendering.markdown.permalinks import PermalinksExtension
from builder.rendering.markdown.search import SearchExtension
from builder.rendering.markdown.tables import TablesExtension
from builder.rendering.renderer import COMMAND, Chart

GLOSSARY_PAGE = "learn/glossary.md"
_NO_WAYS = Ways()


_kept_texts: Cache[Hashable, tuple[str, list[Chart]]] = Cache()
_kept_notes: Cache[Hashable, str] = Cache()
_kept_faults: Cache[Hashable, list[Problem]] = Cache("faults")


@dataclass(frozen=True)
class _State:
    """A few letters for each part of a project. rest: all that rules on records look at beside data and templates."""

    data: str
    templates: str
    pages: str
    rest: str

    @classmethod
    def of(cls, root: Path) -> _State:
        rest = [root / name for name in INPUTS if name not in ("data", "docs", "templates", "builder")]
        rest += [root / "builder" / "publishing" / "search", *sorted(root.glob("requirements*"))]
        return cls(
            fingerprint_of(root / "data"),
            fingerprint_of(root / "templates"),
            fingerprint_of(root / "docs"),
            # Pages are of no concern to them, but pictures and style sheets are, wherever they lie.
            fingerprint([fingerprint_of(*rest), fingerprint_of(root / "docs", but=".md")]),
        )


class Site:
    """Reads data/, docs/ and templates/ below the project's root when made; `check` then holds them to the rules.

    writing: whether it is for somebody who is still writing, and not for readers.
    """

    def __init__(self, root: Path, ways: Ways = _NO_WAYS, writing: bool = False):
        self._writing = writing
        # Before anything is read: what is saved meanwhile is not taken for what was.
        self._state = _State.of(root)
        self.project = Project.read(root, ways)
        self._expander = Expander(self.project)
        self._charts: list[Chart] = []
        terms = {
            word: (term.tooltip, f"/{GLOSSARY_PAGE}#{term.id}")
            for term in self.project.records.of(Term).values()
            for word in term.match
        }
        # What Markdown is rendered with, words of the vocabulary among it.
        self._terms = fingerprint([*terms.items(), fingerprint_of(root / "data" / "vocabulary.yml")])
        titles = [self.project.title(path) for path in self.project.pages]
        # What is in data/ and templates/, and the day.
        read = (self.project.records.made_of, self._state.templates)
        # All that a page's records come to in its text, beside what it says itself.
        self._written = fingerprint(
            [
                read,
                ways,
                *self.project.pages,
                *titles,
                self._expander.places,
            ]
        )
        self._but_pages = fingerprint([read, self._state.rest])
        self._all = fingerprint([self._but_pages, self._written, self._state.pages])
        for kept in (_kept_texts, _kept_notes, _kept_faults):
            kept.turn()
        self.extensions: list[Extension] = [
            InlineExtension(),
            CitationExtension(self.note),
            GlossaryExtension(terms),
            TablesExtension(),
            FoldsExtension(),
            NotesExtension(),
            PermalinksExtension(),
            SearchExtension(),
        ]

    def check(self) -> None:
        """Holds every page and every record to every rule. Raises ProblemsFound with all that is wrong."""
        project = self.project
        of_records, of_pages = looks_of(project, "records"), looks_of(project, "pages", self._writing)
        # Pages change nothing in what the former find.
        keys = {name: (name, self._but_pages) for name in of_records} | {name: (name, self._all) for name in of_pages}
        held = {**of_records, **of_pages}
        # The longest first: templates, then pages.
        new = [name for name in (*of_pages, *of_records) if keys[name] not in _kept_faults]
        looks = [self._expander.template_faults, *map(held.__getitem__, new)]
        if new:
            # What most rules ask for is read once, before there are copies that would each read it.
            own_words(project)
            attested(project.records)
        # What a rule remembers of a text it remembers in its own process, so after the first build they are held here.
        with aside(_look, looks, copies=not _kept_texts) as found:
            expanding = self._expand_all()
            templates, *told = found()
        made = dict(zip(new, told, strict=True))
        found_by = {name: made[name] if name in made else _kept_faults.get(keys[name], list) for name in held}
        if _State.of(project.root) == self._state:
            for name in new:
                _kept_faults.get(keys[name], partial(made.__getitem__, name))
        else:
            # Something was saved meanwhile: what was made of some before and some after is made of neither.
            forget()
        problems = [*project.problems, *chain.from_iterable(found_by.values()), *templates, *expanding]
        problems += broken(project, "rendered")
        if not problems:
            problems += broken(project, "whole")
        if problems:
            raise ProblemsFound(problems)

    def expand(self, path: str) -> str:
        """The whole Markdown of a checked page: its title and notices, and its text with the records in it."""
        page = self.project.pages[path]
        return self._expander.opening(page) + self.project.expanded[path]

    def charts(self, path: str) -> list[Chart]:
        """The charts on a checked page."""
        return [chart for chart in self._charts if chart.page == path]

    def pictures(self, name: str, address: Callable[[str], str]) -> Iterator[tuple[str, str | bytes]]:
        """The charts of checked pages as files: path from the site's root, and what is in it.

        name: the site's; address: gives a page's whole address for its path from docs/.
        """
        return self._expander.pictures(self._charts, name, address)

    def chart_tables(self, address: Callable[[str], str]) -> tuple[ChartTable, ...]:
        """What there is to say of the tables of checked pages' charts. address: as for `pictures`."""
        return tuple(self._expander.chart_tables(self._charts, address))

    def render(self, template: str, **names: object) -> str:
        """A template, by its path in templates/, that stands for no record."""
        return self._expander.render(template, **names)

    def html_comes_from(self, path: str) -> tuple[str, ...]:
        """All that a page's HTML, and its part of the search index, are made of beside the settings and the list of files:
        what is written, with the records in it, its notes, the terms.
        """
        groups = find_groups(self.project.expanded[path])
        notes = dict.fromkeys(citation for group in groups for citation in group.citations)
        return self.project.pages[path].text, self.expand(path), *map(self.note, notes), self._terms

    def note(self, citation: Citation) -> str:
        """A citation's note, one line of Markdown."""
        return _kept_notes.get((self._written, citation), lambda: self._expander.note(citation))

    def _expand_all(self) -> list[Problem]:
        """Puts the records into every page; the pages of sources last, for they say who cites each."""
        problems = []
        pages = self.project.pages.values()
        for page in sorted(pages, key=lambda page: "sources(" in page.body):
            problems += self._expand(page)
        return problems

    def _expand(self, page: Page) -> list[Problem]:
        if COMMAND in page.body or strange(page.body):
            # The rules on markup and on calls tell it; what it repeats may have no end.
            return []
        try:
            cited = [*self.project.cited_on().items()] if "sources(" in page.body else []
            key = (self._written, page.path, page.body, fingerprint(cited))
            expanded, charts = _kept_texts.get(key, lambda: (self._expander.expand(page.body), self._expander.charts))
            self.project.expanded[page.path] = expanded
            self._charts += charts
        except ProblemsFound as found:
            return found.problems
        except ExpandError as error:
            return [page.problem(words, wrong, right) for words, wrong, right in error.faults]
        return []


def _look(look: Callable[[], Iterable[Problem]]) -> list[Problem]:
    return list(look())
