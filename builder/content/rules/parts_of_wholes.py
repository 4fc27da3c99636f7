"""A part is not more than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import number_words
from builder.content.rules import Fault, rule

MESSAGE = "{part} is more than {whole}, of which it is a part"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: abducted-male\n.*?value: )2869", r"\g<1>28690"),
)
def parts_of_wholes(project: Project) -> Iterator[Problem]:
    """A digit too many makes a part that its whole cannot hold; `part_of` says of which figure it is one."""
    figures = project.records.of(Figure)
    for figure in figures.values():
        whole = figures.get(figure.part_of or "")
        if whole:
            most = max(number for _, number in whole.numbers)
            field, number = max(figure.numbers, key=lambda named: named[1])
            if number > most:
                wrong = MESSAGE.format(part=number_words(number), whole=f"{number_words(most)} ({whole.id})")
                yield project.records.problem(figure, field, wrong, "correct the number, or drop part_of")
