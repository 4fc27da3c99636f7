"""Changes stand in the order of their dates."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Change
from builder.content.rules import Fault, rule

MESSAGE = "{date} stands after a later change, {before}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault(
        "data/changes.yml", r"(?s)(- id: )2026-11-25-review(\n\s+date: )2026-11-25", r"\g<1>review\g<2>2026-11-02"
    ),
)
def order_of_changes(project: Project) -> Iterator[Problem]:
    """The feed takes the last for the newest, and the day of the whole feed from it."""
    for before, change in itertools.pairwise(project.records.of(Change).values()):
        if change.date.end.latest < before.date.start.earliest:
            wrong = MESSAGE.format(date=change.date, before=before.id)
            yield project.records.problem(change, "date", wrong, "correct the date, or move the change to its place")
