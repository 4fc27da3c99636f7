"""A figure replaces only an older count of the same counter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.rules import Fault, rule

MESSAGE = "{older} is counted by {one}, not by {other}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: rescued\n.*?counter: )[^\n]*", r"\1another office"),
)
def superseding(project: Project) -> Iterator[Problem]:
    """Two offices count two things; the one is not the other's newer count."""
    figures = project.records.of(Figure)
    successors: dict[str, str] = {}
    for figure in figures.values():
        if figure.supersedes and figure.supersedes in successors:
            wrong = f"{successors[figure.supersedes]} replaces {figure.supersedes} already"
            yield project.records.problem(figure, "supersedes", wrong, "let each newer count replace the one before it")
        if figure.supersedes:
            successors[figure.supersedes] = figure.id
        if _in_a_ring(figure, figures):
            wrong = "it replaces a count that in the end replaces it"
            yield project.records.problem(figure, "supersedes", wrong, "let the newest count replace the one before it")
        older = figures.get(figure.supersedes or "")
        if older and older.counter != figure.counter:
            wrong = MESSAGE.format(older=older.id, one=older.counter, other=figure.counter)
            right = "only the same counter’s newer count replaces an older one"
            yield project.records.problem(figure, "supersedes", wrong, right)
        if older and older.asof.end > figure.asof.end:
            wrong = f"{older.id} is newer ({older.asof}) than this figure ({figure.asof})"
            yield project.records.problem(figure, "supersedes", wrong, "let the newer figure supersede the older")


def _in_a_ring(figure: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether the counts that a figure replaces lead back to it."""
    passed: list[str] = []
    older = figure.supersedes or ""
    while older in figures and older not in passed:
        passed.append(older)
        older = figures[older].supersedes or ""
    return figure.id in passed
