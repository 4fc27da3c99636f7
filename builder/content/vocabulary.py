"""The words readers see that no page and no record holds, from data/vocabulary.yml.

One vocabulary holds at a time: the project's own, or the one of the folder that was read last.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, ValidationError, field_validator

from builder.content.problems import Problem, ProblemsFound
from builder.content.yaml_files import StrictModel, YamlFault, explain, named, read_yaml

FILE = "data/vocabulary.yml"
_MONTHS = 12


class Language(StrictModel):
    """A language of sources. direction: of its script; small: words that tell it from the others."""

    name: str
    direction: str = "ltr"
    small: tuple[str, ...] = ()


class Joins(StrictModel):
    """What stands between the items of a list, the ends of a range, and how millions are put into words."""

    # Their spaces count.
    model_config = ConfigDict(str_strip_whitespace=False)

    list: str
    last: str
    range: str
    between_days: str
    million: str


class Mode(StrictModel):
    """A mode of liability: how a conviction is printed, how people are counted, and by which mark it is drawn."""

    printed: str
    counted: str
    drawn: str


class CaseStatus(StrictModel):
    """Where a case stands. open: whether something is still to be decided."""

    printed: str
    open: bool


class Permalinks(StrictModel):
    """What a permalink beside a record is called; named: with {record} for its name."""

    named: str
    entry: str
    quotation: str


class DataPackage(StrictModel):
    """What the downloads say of themselves."""

    title: str
    description: str
    contributor: str
    sources: str


class Vocabulary(StrictModel):
    """Every part of the file. Keys are what records write; records refuse any other."""

    language: str
    months: tuple[str, ...]
    joins: Joins
    languages: dict[str, Language]
    little_words: tuple[str, ...]
    grades: dict[str, str]
    source_types: dict[str, tuple[str, ...]]
    genres: dict[str, str]
    figure_groups: dict[str, str]
    measures: tuple[str, ...]
    qualifiers: tuple[str, ...]
    verdicts: dict[str, str]
    threads: dict[str, str]
    crimes: tuple[str, ...]
    modes: dict[str, Mode]
    outcomes: dict[str, str]
    acquitted: str
    case_statuses: dict[str, CaseStatus]
    votes: dict[str, str]
    powers: dict[str, str]
    forces: tuple[str, ...]
    place_kinds: tuple[str, ...]
    reading_kinds: tuple[str, ...]
    organisation_kinds: tuple[str, ...]
    rulings: dict[str, str]
    columns: dict[str, dict[str, str]]
    table: str
    columns_of_sources: str
    data_package: DataPackage
    feed_title: str
    permalinks: Permalinks
    proven: dict[str, str]
    in_sources: dict[str, dict[str, dict[str, tuple[str, ...]]]]

    @field_validator("months")
    @classmethod
    def _whole_year(cls, months: tuple[str, ...]) -> tuple[str, ...]:
        """Dates are put into words by the number of their month."""
        if len(set(months)) != _MONTHS or not all(month.strip() for month in months):
            raise ValueError(f"there are {len(set(months))} months, and a year has {_MONTHS} (write each, in order)")
        return months

    def known(self, part: str) -> tuple[str, ...]:
        """What a record may write for a part, in order."""
        return tuple(getattr(self, part))

    def joined(self, items: list[str]) -> str:
        """A, B and C."""
        first = self.joins.list.join(items[:-1])
        return self.joins.last.join(filter(None, [first, *items[-1:]]))


_current: Vocabulary | None = None


def vocabulary() -> Vocabulary:
    """The vocabulary that holds. Raises ProblemsFound where the project's own cannot be read."""
    global _current
    if _current is None:
        problems = use(Path(__file__).resolve().parents[2])
        if problems:
            raise ProblemsFound(problems)
    assert _current is not None
    return _current


def use(root: Path) -> list[Problem]:
    """Reads the vocabulary of a project, which then holds. Gives what is wrong with it; then the last one holds on."""
    global _current
    try:
        raw = read_yaml(root / FILE, FILE, root)
        _current = Vocabulary.model_validate(raw.value)
    except YamlFault as fault:
        return [fault.problem]
    except ValidationError as error:
        return [
            Problem(FILE, raw.line(steps), f"field {named(steps)}" if steps else "", wrong, right)
            for steps, wrong, right in explain(error, Vocabulary, "vocabulary")
        ]
    return []


def of_months(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which MONTH stands for the name of any month."""
    return _of_months(pattern, vocabulary().months, flags)


@cache
def _of_months(pattern: str, months: tuple[str, ...], flags: int) -> re.Pattern[str]:
    return re.compile(pattern.replace("MONTH", f"(?:{'|'.join(map(re.escape, months))})"), flags)
