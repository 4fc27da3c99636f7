"""Everything that people wrote, read once: records, pages, and the settings' file beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from yaml import YAMLError

from builder.content.citations import find_groups
from builder.content.pages import Page
from builder.content.pages import load as load_pages
from builder.content.problems import Problem
from builder.content.published import Published
from builder.content.publisher import Publisher
from builder.content.publisher import load as load_publisher
from builder.content.records import Change, Record, Ruling, Source
from builder.content.records.load import Records
from builder.content.records.load import load as load_records
from builder.content.sayings import Said, sayings
from builder.content.ways import NOWHERE, Ways


@dataclass(frozen=True)
class Passage:
    """A Markdown text of a page or of a record's field.

    file: its path from the project's root; at: gives the problem at a position in the text, from what is wrong and right.
    """

    file: str
    text: str
    at: Callable[[int, str, str], Problem]


@dataclass
class Project:
    """What a build is made of. problems: of reading; expanded: each page's Markdown with its records in it, once rendered."""

    root: Path
    records: Records
    pages: dict[str, Page]
    publisher: Publisher = field(default_factory=Publisher)
    ways: Ways = field(default_factory=Ways)
    published: Published = field(default_factory=Published)
    problems: list[Problem] = field(default_factory=list)
    expanded: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, ways: Ways = NOWHERE) -> Project:
        """Reads data/ and docs/ below the project's root. ways: where readers may write to, which the settings say."""
        records, problems = load_records(root / "data")
        pages, unreadable = load_pages(root / "docs")
        publisher, unsaid = load_publisher(root)
        published, unaddressed = Published.read(root)
        return cls(root, records, pages, publisher, ways, published, problems + unreadable + unsaid + unaddressed)

    def history(self, path: str) -> list[Change]:
        """What changed on a page, the newest first."""
        changes = [change for change in self.records.of(Change).values() if change.page.partition("#")[0] == path]
        return sorted(changes[::-1], key=lambda change: change.date.start, reverse=True)

    @cached_property
    def _passages(self) -> list[Passage]:
        return list(self._every_passage())

    def passages(self) -> list[Passage]:
        """Every Markdown text: the pages' bodies, and the records' prose, parts of records included."""
        return self._passages

    def _every_passage(self) -> Iterator[Passage]:
        for page in self.pages.values():
            yield Passage(
                f"docs/{page.path}",
                page.body,
                lambda position, wrong, right, page=page: Problem(  # type: ignore[misc]
                    f"docs/{page.path}", page.line_of(position), "", wrong, right
                ),
            )
        for record in self.records:
            for name, text in record.prose():
                yield Passage(
                    f"data/{record.file}.yml",
                    text,
                    lambda _, wrong, right, record=record, name=name: self.records.problem(  # type: ignore[misc]
                        record, name, wrong, right
                    ),
                )

    @cached_property
    def texts(self) -> list[tuple[Record, str, str]]:
        """Every text of ours in records, parts included: the record, the field, the text. What sources print in titles is theirs."""
        ours = [record for record in self.records if not isinstance(record, Source | Ruling)]
        return [(one, field, text) for one in ours for field, text in (*one.prose(), *one.plain_texts())]

    @cached_property
    def sayings(self) -> list[Said]:
        """Every sentence on a case in cases, events, changes and people."""
        return list(sayings(self.records))

    def title(self, path: str) -> str | None:
        """A page's title; empty where its front matter is wrong, which is reported for itself; None for no page."""
        page = self.pages.get(path.partition("#")[0])
        try:
            return page.front.title if page else None
        except (ValueError, YAMLError):
            return ""

    def cited_on(self) -> dict[str, list[str]]:
        """For each source's id, the pages that cite it once their records are in them, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, text in self.expanded.items():
            for key in dict.fromkeys(citation.key for group in find_groups(text) for citation in group.citations):
                found[key].append(path)
        return found
