"""A part is less than its whole, and the parts that one source prints beside it fit into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.content.numbers_in_words import states
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import number_words
from builder.content.rules import Fault, rule

MESSAGE = "{part} is no less than {whole}, of which it is a part"


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
            if number >= most:
                wrong = MESSAGE.format(part=number_words(number), whole=f"{number_words(most)} ({whole.id})")
                yield project.records.problem(figure, field, wrong, "correct the number, or drop part_of")
    yield from _together(project, figures)


def _together(project: Project, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Parts that words print beside their whole are its parts side by side, and cannot add up to more."""
    parts: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures.values():
        whole = figures.get(figure.part_of or "")
        if whole and whole.value is not None and figure.value is not None:
            for item in figure.evidence:
                if states([item], whole.value):
                    parts.setdefault((whole.id, item.source), []).append(figure)
    for (name, source), beside in parts.items():
        total, most = sum(figure.value or 0 for figure in beside), figures[name].value or 0
        if total > most:
            names = " and ".join(figure.id for figure in beside)
            wrong = f"{names} are {number_words(total)} together, and {name} is {number_words(most)} ({source})"
            yield project.records.problem(beside[-1], "value", wrong, "correct the number that is wrong")
