"""What is counted is a whole number, and not less than none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import number_words
from builder.content.rules import Fault, rule
from builder.content.vocabulary import vocabulary

MESSAGE = "{number} {unit} cannot be counted"


@rule("records", message=MESSAGE, fault=Fault("data/figures.yml", "value: 7374", "value: 7.374"))
def whole_numbers(project: Project) -> Iterator[Problem]:
    """A point for thousands would divide a number by a thousand. Units that are measured stand in the vocabulary."""
    for figure in project.records.of(Figure).values():
        others = enumerate(figure.other_counts, 1)
        numbers = [*figure.numbers]
        numbers += [(f"other_counts.{position}.{name}", n) for position, other in others for name, n in other.numbers]
        for field, number in numbers:
            if number < 0 or (number % 1 and figure.unit not in vocabulary().measures):
                thousands = str(number).replace(".", "") if re.fullmatch(r"\d{1,3}\.\d{3}", str(number)) else ""
                right = (
                    f"did you mean {thousands}? A point stands before decimals" if thousands else "write a whole number"
                )
                wrong = MESSAGE.format(number=number_words(number), unit=figure.unit)
                yield project.records.problem(figure, field, wrong, right)
