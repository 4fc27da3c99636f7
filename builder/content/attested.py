"""What is written elsewhere about what a line says: by the words of its sources, by records and by other lines that cite them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from builder.cache import once
from builder.content import numbers_in_words as words_of
from builder.content.dates import PartialDate
from builder.content.project import Project
from builder.content.records import Change, Figure, Reading, Record, Ruling, Source
from builder.content.records.evidence import evidence_of
from builder.content.records.load import Records
from builder.content.statements import Statement, statements

_DIGIT = re.compile(r"\d")
# The fields that say on which day somebody looked.
_READ = {"read", "accessed", "confirmed", "on"}
# As numbers_in_words reads them: year, month, day, 0 for what is left out.
Date = tuple[int, int, int]
Said = TypeVar("Said")


@dataclass
class Attested:
    """By a source's id: the dates and numbers of its words and of the records that rest on it."""

    dates: dict[str, set[Date]] = field(default_factory=lambda: defaultdict(set))
    numbers: dict[str, set[float]] = field(default_factory=lambda: defaultdict(set))


def attested(records: Records) -> Attested:
    """What the records attest, read once."""
    return once(records, _attested)


def _attested(records: Records) -> Attested:
    found = Attested()
    for source in records.of(Source).values():
        said = f"{source.title} {source.title_en or ''} {source.number or ''} {source.note or ''}"
        _add(found, {source.id}, said, "en", source)
    for record in records:
        if not isinstance(record, Source | Change | Ruling | Reading):
            keys = {citation.key for _, citation in record.citations()}
            _add(found, keys, " ".join(_texts(record)), "en", record)
            for _, item in evidence_of(record):
                _add(found, {item.source}, item.words, item.lang, None)
    return found


def dates_elsewhere(project: Project, statement: Statement) -> set[Date]:
    """The dates that its sources' words, their records, and other lines that cite them print."""
    known, lines = attested(project.records), once(project, _by_lines)
    return _elsewhere(project, statement, known.dates, lines.dates, statement.dates)


def numbers_elsewhere(project: Project, statement: Statement) -> set[float]:
    """The numbers that its sources' words, their records, and other lines that cite them print."""
    known, lines = attested(project.records), once(project, _by_lines)
    return _elsewhere(project, statement, known.numbers, lines.numbers, words_of.numbers(statement.words, "en"))


def _elsewhere(
    project: Project,
    statement: Statement,
    known: Mapping[str, set[Said]],
    lines: Mapping[str, Counter[Said]],
    own: set[Said],
) -> set[Said]:
    """What is known of a line's sources, and what lines that cite them print: of its own, what another prints too."""
    found = set[Said]()
    for key in cited(project, statement):
        # A source that only its figure cites has not counted this line.
        counted = own if key in statement.cites else ()
        found |= known.get(key, set())
        found |= {said for said, times in lines.get(key, Counter()).items() if times > (said in counted)}
    return found


def cited(project: Project, statement: Statement) -> set[str]:
    """The ids of a line's sources, and of those of the figures that it asks for."""
    figures = project.records.of(Figure)
    asked = [figures[name] for name in statement.figures if name in figures]
    return {*statement.cites, *(citation.key for figure in asked for citation in figure.sources)}


@dataclass
class _Lines:
    """By a source's id: how many lines of the pages that cite it print a date or a number."""

    dates: dict[str, Counter[Date]] = field(default_factory=lambda: defaultdict(Counter))
    numbers: dict[str, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))


def _by_lines(project: Project) -> _Lines:
    found = _Lines()
    for statement in statements(project):
        numbers = words_of.numbers(statement.words, "en") if statement.cites else ()
        for key in set(statement.cites):
            found.dates[key].update(statement.dates)
            found.numbers[key].update(numbers)
    return found


def _add(found: Attested, keys: set[str], words: str, lang: str, record: Record | None) -> None:
    # Most words have no digit, and dates have one.
    dates = set(words_of.dates(words_of.plain(words).casefold(), lang)) if _DIGIT.search(words) else set()
    numbers = words_of.numbers(words, lang)
    for name, date in record.items() if record else ():
        if not isinstance(date, PartialDate) or name.rpartition(".")[2] in _READ:
            continue
        for point in (date.start, date.end):
            dates.add((point.year, point.month, point.day))
    if isinstance(record, Figure):
        numbers |= {float(number) for _, number in record.numbers}
    for key in keys:
        found.dates[key] |= dates
        found.numbers[key] |= numbers


def _texts(record: Record) -> Iterator[str]:
    for name, text in record.plain_texts():
        if name != "id" and "evidence" not in name and " " in text:
            yield text
