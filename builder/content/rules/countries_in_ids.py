"""An id that begins with a country is of a record of that country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from builder.content.phrases import values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Recognition
from builder.content.rules import Fault, rule

MESSAGE = "the id begins with {prefix}, the country is {country}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/cases.yml", r"(?s)(- id: sweden-lina-ishaq\n.*?country: )Sweden", r"\1Netherlands"),
)
def countries_in_ids(project: Project) -> Iterator[Problem]:
    """Lists and totals go by the country, links by the id: in a record pasted from another one of the two is the other’s."""
    records: list[Case | Recognition] = [
        *project.records.of(Case).values(),
        *project.records.of(Recognition).values(),
    ]
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        countries[_prefix(record)][record.country] += 1
    for record in records:
        prefix = _prefix(record)
        # The country of the other records whose ids begin so.
        usual, times = countries[prefix].most_common(1)[0]
        named, meant = values("countries", prefix, "en"), values("countries", record.country, "en")
        if (named and meant and not named & meant) or (
            record.country != usual and countries[prefix][record.country] < times
        ):
            wrong = MESSAGE.format(prefix=prefix, country=record.country)
            yield project.records.problem(record, "country", wrong, "correct whichever is wrong")


def _prefix(record: Case | Recognition) -> str:
    return record.id.partition("-")[0]
