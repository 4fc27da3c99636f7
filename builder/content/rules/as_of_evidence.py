"""What holds as of a date is told by a source of about that date, or by words that print it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from builder.content import numbers_in_words as words_of
from builder.content.citations import Citation
from builder.content.dates import PartialDate
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Figure, Record, Source
from builder.content.records.evidence import Evidence
from builder.content.rules import Fault, rule

# A count is printed within weeks; a source dated by its month may be of the month's end.
_NEAR = datetime.timedelta(days=62)
MESSAGE = "{date} is {months} months {way} its sources"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: abducted\n.*?asof: )2025-03", r"\g<1>2025-08"),
)
def as_of_evidence(project: Project) -> Iterator[Problem]:
    """A month mistyped makes an old count look new, or a new one old."""
    for figure in project.records.of(Figure).values():
        keys = [item.source for item in figure.evidence]
        yield from _held(project, figure, "asof", figure.asof, keys, figure.evidence)
        for position, other in enumerate(figure.other_counts, 1):
            # Old counts of others are told by newer sources.
            yield from _held(project, figure, f"other_counts.{position}.asof", other.asof, [other.source], None)
    for case in project.records.of(Case).values():
        newest = max((day.end for day in _issued(project, _keys(case.sources))), default=None)
        yield from _held(project, case, "asof", case.asof, _keys(case.sources), None)
        if newest and newest.earliest - case.asof.end.latest > _NEAR:
            yield _problem(project, case, "asof", case.asof, newest.earliest - case.asof.end.latest, "before")


def _held(
    project: Project,
    record: Record,
    field: str,
    asof: PartialDate,
    keys: Sequence[str],
    words: Sequence[Evidence] | None,
) -> Iterator[Problem]:
    """words: those that may print the date, where a date before its sources is a slip."""
    issued = list(_issued(project, keys))
    # A source without a date of issue may be of any.
    if not issued or len(issued) < len(keys):
        return
    after = asof.start.earliest - max(day.end.latest for day in issued)
    before = min(day.start.earliest for day in issued) - asof.end.latest
    if after > _NEAR / 2:
        yield _problem(project, record, field, asof, after, "after")
    if words and before > _NEAR and words_of.undated(words, asof, list(issued)):
        yield _problem(project, record, field, asof, before, "before")


def _keys(sources: Iterable[Citation]) -> list[str]:
    return [citation.key for citation in sources]


def _issued(project: Project, keys: Iterable[str]) -> Iterator[PartialDate]:
    known = project.records.of(Source)
    for key in keys:
        issued = known[key].issued if key in known else None
        if issued:
            yield issued


def _problem(
    project: Project, record: Record, field: str, asof: PartialDate, gap: datetime.timedelta, way: str
) -> Problem:
    wrong = MESSAGE.format(date=asof, months=round(gap.days / 30.4), way=way)
    right = "write the date of the source, or copy words that print this one"
    return project.records.problem(record, field, wrong, right)
