"""Events stand in the order of their dates."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Event
from builder.content.rules import Fault, rule

MESSAGE = "{date} stands after a later event, {before}"


@rule("records", message=MESSAGE, fault=Fault("data/timeline.yml", "date: 1948-12-09", "date: 2008-12-09"))
def order_of_events(project: Project) -> Iterator[Problem]:
    """The timeline prints them as they stand, and somebody who adds one sees what is there already."""
    for before, event in itertools.pairwise(project.records.of(Event).values()):
        if event.date.end.latest < before.date.start.earliest:
            wrong = MESSAGE.format(date=event.date, before=before.id)
            yield project.records.problem(event, "date", wrong, "move the record to its place in the order of dates")
