"""The chart of verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.content.records import Case
from builder.content.vocabulary import vocabulary


@dataclass(frozen=True)
class Outcome:
    """What a case shows on the chart of verdicts. words: as the court put it; mark: a name of templates/_marks.md."""

    rank: int
    words: str
    mark: str

    def __str__(self) -> str:
        return self.words


_SHOWN = ("genocide", "crimes against humanity")


def outcome(case: Case) -> Outcome | None:
    """The gravest conviction that stands, an acquittal, or nothing."""
    order = [(crime, mode) for crime in _SHOWN for mode in vocabulary().modes]
    standing = [conviction for conviction in case.standing if conviction.crime in _SHOWN]
    if standing:
        gravest = min(standing, key=lambda conviction: order.index((conviction.crime, conviction.mode)))
        rank = order.index((gravest.crime, gravest.mode))
        return Outcome(rank, str(gravest), f"{gravest.crime} {vocabulary().modes[gravest.mode].drawn}")
    return Outcome(len(order), vocabulary().acquitted, "acquitted") if case.acquitted else None


def verdict_table(cases: Iterable[Case]) -> dict[str, dict[int, list[Outcome]]]:
    """For each country, in the order of its first verdict, and each year of judgment, the outcomes, gravest first."""
    judged = [
        (case.first_instance.date.start, case.country, shown)
        for case in cases
        if case.first_instance and (shown := outcome(case))
    ]
    judged.sort(key=lambda one: one[0])
    years = [date.year for date, _, _ in judged]
    table: dict[str, dict[int, list[Outcome]]] = {
        country: {year: [] for year in range(min(years), max(years) + 1)} for _, country, _ in judged
    }
    for date, country, shown in judged:
        table[country][date.year].append(shown)
    return {
        country: {year: sorted(said, key=lambda shown: shown.rank) for year, said in row.items()}
        for country, row in table.items()
    }


Row = tuple[str, int, dict[int, list[Outcome]]]


def verdict_rows(table: dict[str, dict[int, list[Outcome]]]) -> tuple[list[Row], int]:
    """Each country with the height at which its row begins, and where the last ends: two marks stand side by side."""
    rows: list[Row] = []
    top = 22
    for country, row in table.items():
        rows.append((country, top, row))
        top += 30 + 19 * (max(-(-len(said) // 2) for said in row.values()) - 1)
    return rows, top
