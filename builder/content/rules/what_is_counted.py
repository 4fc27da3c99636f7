"""A number counts what the words of its sources count with it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.phrases import counted, head, named, values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import number_words
from builder.content.rules import Fault, rule

# Of a unit that the table does not know, only what stands right behind the number tells that it is another.
_NEAR = 3
MESSAGE = "{number} is said of {said}, not of {counts}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: abducted-female\n.*?value: )3548", r"\g<1>2869"),
)
def what_is_counted(project: Project) -> Iterator[Problem]:
    """One sentence prints the women and the men, the dead and the graves: each number is of its own."""
    for figure in project.records.of(Figure).values():
        said = list(counted(figure.evidence))
        whom = values("people", f"{figure.counts} {figure.unit}", "en")
        unit = values("units", figure.unit, "en")
        for field, number in figure.numbers:
            here = [(each, lang) for each, lang in said if number in each.readings]
            people = [found for each, lang in here if (found := values("people", head(each, lang), lang))]
            if people and not any(found & whom for found in people):
                yield _problem(project, figure, field, number, set.union(*people), figure.counts)
            behind = [(head(each, lang), lang) for each, lang in here]
            if not unit:
                behind = [(" ".join(words.split()[:_NEAR]), lang) for words, lang in behind]
            units = [phrases[0].values for words, lang in behind if (phrases := named("units", words, lang))]
            if units and not any(first & unit for first in units):
                yield _problem(project, figure, field, number, set().union(*units), figure.unit)


def _problem(project: Project, figure: Figure, field: str, number: int | float, said: set[str], counts: str) -> Problem:
    wrong = MESSAGE.format(number=number_words(number), said=" and ".join(sorted(said)), counts=counts)
    words = "; ".join(f"“{item.words}”" for item in figure.evidence)
    return project.records.problem(figure, field, wrong, f"correct the number, or what it counts: {words}")
