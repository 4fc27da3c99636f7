"""A number is as sure as the words of its sources make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.content.phrases import counted, knows, values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.evidence import Evidence
from builder.content.records.figure import OtherCount
from builder.content.rules import Fault, rule

# How many words before a number its reserve may stand.
_NEAR = 4
# Who rounds a number may say so whatever the source says: it promises less.
_MILD = "about"
MESSAGE = "the words do not say {qualifier} of it"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: unitad-indictments\n.*?qualifier: )at least", r"\1more than"),
)
def qualifiers(project: Project) -> Iterator[Problem]:
    """“About” made “more than”, or left out, says more than the counter did."""
    for figure in project.records.of(Figure).values():
        yield from _held(project, figure, "", figure, figure.evidence)
        for position, other in enumerate(figure.other_counts, 1):
            yield from _held(project, figure, f"other_counts.{position}.", other, [other])


def _held(
    project: Project, figure: Figure, field: str, given: Figure | OtherCount, evidence: Sequence[Evidence]
) -> Iterator[Problem]:
    if given.value is None or not evidence:
        return
    around = [
        values("qualifiers", " ".join(each.before.split()[-_NEAR:]), lang)
        for each, lang in counted(evidence)
        if given.value in each.readings
    ]
    own = given.qualifier
    if own is None:
        if around and all(around) and given.low is None:
            wrong = f"the words say {' and '.join(sorted(set.union(*around)))} of it"
            yield project.records.problem(figure, f"{field}value", wrong, "write it into qualifier")
        return
    anywhere = any(own in values("qualifiers", item.words, item.lang) for item in evidence)
    compared = all(knows("qualifiers", own, item.lang) for item in evidence)
    if compared and not anywhere and (own != _MILD or any(around)):
        said = sorted(set().union(*around))
        right = f"write {' or '.join(said)}, as they do" if said else "leave it out"
        yield project.records.problem(figure, f"{field}qualifier", MESSAGE.format(qualifier=own), right)
