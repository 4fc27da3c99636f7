"""One event stands for a year in the strip of years."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Event
from builder.content.rules import Fault, rule

MESSAGE = "{event} stands for {year} already"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault(
        "data/timeline.yml", r"^- id: 2017-07-10-mosul-free\n", "- id: 2017-07-10-mosul-free\n  year_in_short: Again\n"
    ),
)
def years_in_short(project: Project) -> Iterator[Problem]:
    """Two would stand on one bead of the home page."""
    stands_for: dict[int, str] = {}
    for event in project.records.of(Event).values():
        if event.year_in_short:
            year = event.date.start.year
            if year in stands_for:
                wrong = MESSAGE.format(event=stands_for[year], year=year)
                yield project.records.problem(event, "year_in_short", wrong, "keep it in one of the two")
            stands_for[year] = event.id
