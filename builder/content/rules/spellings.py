"""A name is spelt one way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from babel import Locale

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Person, Place, Recognition, Record
from builder.content.rules import Fault, rule

MESSAGE = "{name} is almost {other}"
# Shorter names differ by a letter and are two things: Iran and Iraq.
_SHORTEST = 5


@rule("records", message=MESSAGE, fault=Fault("data/cases.yml", "country: Germany", "country: Germnay"))
def spellings(project: Project) -> Iterator[Problem]:
    """A country or a court spelt two ways would be counted as two."""
    records = project.records
    cases, recognitions = records.of(Case).values(), records.of(Recognition).values()
    countries: list[tuple[Record, str, str]] = [(case, "country", case.country) for case in cases]
    countries += [(recognition, "country", recognition.country) for recognition in recognitions]
    courts: list[tuple[Record, str, str]] = [(case, "court", case.court) for case in cases]
    courts += [(case, f"appeals.{n}.court", appeal.court) for case in cases for n, appeal in enumerate(case.appeals, 1)]
    yield from _almost(project, countries, _territories())
    yield from _almost(project, courts)
    yield from _almost(project, [(place, "name", place.name) for place in records.of(Place).values()])
    yield from _almost(project, [(person, "name", person.name) for person in records.of(Person).values()])


def _almost(
    project: Project, named: list[tuple[Record, str, str]], known: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """The names that are almost another one. known: spellings that are right whatever else is there."""
    times = Counter(name for _, _, name in named)
    meant: dict[str, str] = {}
    for one, other in combinations(dict.fromkeys([*times, *known]), 2):
        if not (one in known and other in known) and _near(one, other):
            # The odd one out is the one that is written less often; of two, the later.
            odd, right = (
                (one, other) if (one not in known, -times[one]) > (other not in known, -times[other]) else (other, one)
            )
            meant[odd] = right
    for record, field, name in named:
        if name in meant:
            wrong = MESSAGE.format(name=repr(name), other=repr(meant[name]))
            yield project.records.problem(
                record, field, wrong, f"write {meant[name]}, or a name that nobody takes for it"
            )


@cache
def _territories() -> frozenset[str]:
    return frozenset(Locale("en").territories.values())


def _near(one: str, other: str) -> bool:
    """Whether two names differ by no more than a sign, or by how they write it."""
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < _SHORTEST:
        return False
    one, other = _folded(one), _folded(other)
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    longer = max(len(one), len(other))
    # The counts of letters alone rule out nearly all pairs.
    if sum((Counter(one) & Counter(other)).values()) < longer - 1:
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= longer - 1


@cache
def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
