"""A figure that we computed is the sum it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.content.numbers_in_words import compute
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Figure
from builder.content.records.figure import number_words
from builder.content.records.load import Records
from builder.content.rules import Fault, rule

MESSAGE = "{formula} is {total}, not {value}"


def _name(case: Case) -> str:
    return case.id


# What a figure of our own count may be computed from, beside other figures: which cases are counted, and by what.
COUNTS: dict[str, tuple[Callable[[Case], bool], Callable[[Case], str]]] = {
    "cases:genocide": (lambda case: case.stands_for("genocide"), _name),
    "cases:genocide-countries": (lambda case: case.stands_for("genocide"), lambda case: case.country),
    "cases:germany-convicted": (
        lambda case: case.country == "Germany" and case.stands_for("genocide", "crimes against humanity"),
        _name,
    ),
    "cases:germany-acquitted": (lambda case: case.country == "Germany" and case.acquitted, _name),
}


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: genocide-convictions\n.*?value: )\d+", r"\g<1>77"),
)
def computed_figures(project: Project) -> Iterator[Problem]:
    """A newer verdict or count changes the sum, and every page that prints it."""
    records = project.records
    figures = records.of(Figure)
    values = {name: float(figure.value) for name, figure in figures.items() if figure.value is not None}
    # A case that cannot be read is a fault of its own, not a wrong sum.
    if records.whole(Case):
        values |= {name: float(len(counted(name, records))) for name in COUNTS}
    for figure in figures.values():
        if not figure.computed or ("cases:" in figure.computed and not records.whole(Case)):
            continue
        try:
            total = compute(figure.computed, values)
        except ValueError as error:
            wrong, _, right = str(error).partition("; ")
            yield records.problem(figure, "computed", wrong, right)
            continue
        if total != figure.value:
            printed = number_words(total if total % 1 else int(total))
            wrong = MESSAGE.format(formula=figure.computed, total=printed, value=figure.value)
            terms = [name for name in figure.computed.split() if name in COUNTS]
            those = "".join(f"; {name} counts {', '.join(counted(name, records)) or 'none'}" for name in terms)
            right = f"correct the value, or what it is computed from{those}"
            yield records.problem(figure, "computed", wrong, right)


def counted(name: str, records: Records) -> list[str]:
    """What a count of COUNTS counts: the ids of its cases, or their countries, each once."""
    which, by = COUNTS[name]
    return list(dict.fromkeys(by(case) for case in records.of(Case).values() if which(case)))
