"""A date in a text is no slip of the date that its sources, or other texts that cite them, give."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from builder.content.dates import Point
from builder.content.near import slipped
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Change, Event, Quote, Recognition, Record, Ruling, Source
from builder.content.records.evidence import evidence_of
from builder.content.records.fields import Prose
from builder.content.rules import Fault, rule
from builder.content.sayings import dates_in
from builder.content.told import cited
from builder.content.vocabulary import of_months, vocabulary

_YEARLESS = r"\b(\d{1,2}) (MONTH)\b(?!,? \d{4})"
MESSAGE = "{date} stands here only, and what else rests on {source} says {other}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("data/people.yml", "On 10 May 2021 he told", "On 10 May 2020 he told"),
)
def dates_in_texts(project: Project) -> Iterator[Problem]:
    """A year or a month mistyped in a sentence is seen where the same source is cited for the same day elsewhere."""
    said = list(_said(project))
    times = Counter(date for dates, _, _ in said for date in dates)
    known = _known(project)
    for date in [date for dates in known.values() for date in dates]:
        times[date] += 1
    for dates, keys, _ in said:
        for key in keys:
            known[key] |= dates
    for dates, keys, told in said:
        for date in sorted(dates):
            if told and times[date] == 1 and (near := _near(date, keys, known)):
                (key, other), (record, field) = near, told
                # Who gives both days in one record means both.
                if other in dates | _own(record):
                    continue
                wrong = MESSAGE.format(date=date.words, source=key, other=other.words)
                yield project.records.problem(
                    record, field, wrong, "correct it, or say in a second place that both are meant"
                )


def _said(project: Project) -> Iterator[tuple[set[Point], set[str], tuple[Record, str] | None]]:
    """The days that each sentence with sources prints, its sources, and where it stands; a page’s are known, not judged."""
    for page in project.pages.values():
        yield from ((days, keys, None) for days, keys in _sentences(page.body))
    for record, field, text in project.texts:
        if isinstance(text, Prose):
            yield from ((days, keys, (record, field)) for days, keys in _sentences(text))
    for event in project.records.of(Event).values():
        days = {day for day in dates_in(event.text) if day.day}
        for day, month in of_months(_YEARLESS).findall(event.text):
            number, year = vocabulary().months.index(month) + 1, event.date.start.year
            if 0 < int(day) <= monthrange(year, number)[1]:
                days.add(Point(year, number, int(day)))
        yield days, {citation.key for citation in event.sources}, (event, "text")


def _sentences(text: str) -> Iterator[tuple[set[Point], set[str]]]:
    for sentence, keys in cited(text):
        days = {day for day in dates_in(sentence) if day.day}
        if days and keys:
            yield days, set(keys)


def _known(project: Project) -> dict[str, set[Point]]:
    """The days of each source: of its issue, of the records that cite it, and those that its words print."""
    known: dict[str, set[Point]] = defaultdict(set)
    for source in project.records.of(Source).values():
        if source.issued:
            known[source.id] |= _days([source.issued.start, source.issued.end])
    for kind in (Event, Recognition, Quote, Case):
        for record in project.records.of(kind).values():
            days = _own(record)
            for key in {citation.key for _, citation in record.citations()}:
                known[key] |= days
    for record in _with_texts(project):
        for _, item in evidence_of(record):
            known[item.source] |= _days(dates_in(item.translation or item.words))
    return known


def _with_texts(project: Project) -> list[Record]:
    return [record for record in project.records if not isinstance(record, Source | Change | Ruling)]


def _own(record: Record) -> set[Point]:
    """The days that a record’s own fields give."""
    parts = [record, *(record.decisions if isinstance(record, Case) else ())]
    dates = [getattr(part, field, None) for part in parts for field in ("date", "asof")]
    return _days(point for date in dates if date for point in (date.start, date.end))


def _days(points: Iterable[Point]) -> set[Point]:
    return {point for point in points if point.day}


def _near(date: Point, keys: set[str], known: dict[str, set[Point]]) -> tuple[str, Point] | None:
    """A day of its sources that differs in one part: in the year, in the month, or in a digit of the day."""
    for key in sorted(keys):
        for other in sorted(known[key]):
            same = (date.year == other.year, date.month == other.month, date.day == other.day)
            days = slipped(f"{date.day:02}", f"{other.day:02}")
            if sum(same) == 2 and (same[2] or days):
                return key, other
    return None
