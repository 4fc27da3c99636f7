"""Figures, decisions of courts, events and recognitions show what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Figure, Recognition
from builder.content.records.evidence import Proven
from builder.content.rules import Fault, rule

MESSAGE = "nothing shows what it rests on"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/timeline.yml", r"^  evidence:\n(?:  - .*\n(?:    .*\n)*)+|^  unread: .*\n(?:    .*\n)*", ""),
)
def evidence_required(project: Project) -> Iterator[Problem]:
    """The words of a source that was read, or the reason why none could be; nothing else is allowed."""
    records = project.records
    for figure in records.of(Figure).values():
        if not figure.proofs:
            yield records.problem(figure, "evidence", MESSAGE, f"{_RIGHT}, or computed with the sum it is")
    parts: list[tuple[Case | Event | Recognition, str, Proven]] = []
    for case in records.of(Case).values():
        parts += [(case, field, decision) for field, decision in case.decided] or [(case, "", case)]
    parts += [(event, "", event) for event in records.of(Event).values()]
    parts += [(recognition, "", recognition) for recognition in records.of(Recognition).values()]
    for record, field, part in parts:
        if not part.proofs:
            yield records.problem(record, f"{field}evidence", MESSAGE, _RIGHT)


_RIGHT = "add the words of a source that was read, or unread with the reason why none could be"
