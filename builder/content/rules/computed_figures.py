"""A figure that we computed is the sum it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from builder.content.numbers_in_words import compute
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Figure
from builder.content.records.figure import number_words
from builder.content.rules import Fault, rule

MESSAGE = "{formula} is {total}, not {value}"
# What a figure of our own count may be computed from, beside other figures.
COUNTS: dict[str, Callable[[Iterable[Case]], int]] = {
    "cases:genocide": lambda cases: sum(case.stands_for("genocide") for case in cases),
    "cases:genocide-countries": lambda cases: len({case.country for case in cases if case.stands_for("genocide")}),
    "cases:germany-convicted": lambda cases: sum(
        case.country == "Germany" and case.stands_for("genocide", "crimes against humanity") for case in cases
    ),
    "cases:germany-acquitted": lambda cases: sum(case.country == "Germany" and case.acquitted for case in cases),
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
        values |= {name: float(count(records.of(Case).values())) for name, count in COUNTS.items()}
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
            yield records.problem(figure, "computed", wrong, "correct the value, or what it is computed from")
