"""What happened is told by a source that can know of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from builder.content.citations import Citation
from builder.content.dates import PartialDate
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Figure, Quote, Recognition, Record, Source
from builder.content.rules import Fault, rule

# A source may announce what is near, and its day of issue may be that of a first edition.
_AHEAD = datetime.timedelta(days=366)
MESSAGE = "its newest source is of {issued}, more than a year before {date}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: killed-2014\n.*?asof: )2017-05", r"\g<1>2024-05"),
)
def sources_in_time(project: Project) -> Iterator[Problem]:
    """A source more than a year older than what it is cited for cannot be its only one."""
    records = project.records
    known = records.of(Source)
    for record, field, date, cited in _dated(project):
        # A source without a date of issue may be as new as can be.
        issued = [known[citation.key].issued if citation.key in known else None for citation in cited]
        days = [day for day in issued if day]
        if len(days) == len(issued) and max(day.end.latest for day in days) + _AHEAD < date.start.earliest:
            wrong = MESSAGE.format(issued=max(days, key=lambda day: day.end.latest), date=date)
            yield records.problem(record, field, wrong, "correct the date, or cite a source that is newer")


def _dated(project: Project) -> Iterator[tuple[Record, str, PartialDate, list[Citation]]]:
    records = project.records
    for figure in records.of(Figure).values():
        yield figure, "asof", figure.asof, figure.sources
    for case in records.of(Case).values():
        yield case, "asof", case.asof, case.sources
    for event in records.of(Event).values():
        yield event, "date", event.date, event.sources
    for recognition in records.of(Recognition).values():
        yield recognition, "date", recognition.date, recognition.sources
    for quote in records.of(Quote).values():
        yield quote, "date", quote.date, [quote.source]
