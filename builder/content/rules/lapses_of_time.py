"""How long after, how long for, and how old: what a text counts in years and days agrees with the dates beside it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import combinations

from builder.content import numbers_in_words as numbers_of
from builder.content.dates import Point
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Event, Person, Recognition, Record
from builder.content.records.case import THE_CRIMES
from builder.content.records.person import Role
from builder.content.rules import Fault, rule
from builder.content.sayings import dates_in

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_AFTER_THE_ATTACK = re.compile(r"(\d+) (day|week|month|year)s? (after|before) the attack")
_AGE = re.compile(r"when (?:she|he) was (\d+)")
_BORN = re.compile(r"\bborn\b[^.]*?\b(\d{4})\b")
_SERVED = re.compile(r"\bwas [^.]*?\bfor (\d+) years\b")
# Posts that several people hold at one time.
_SHARED = re.compile(r"^(?:Member|Co-|Founder|Barrister|Presenter|Judge)")
MESSAGE = "it says {said}, and by the dates it is {found}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/recognitions.yml", "four days after the attack", "fourteen days after the attack"),
)
def lapses_of_time(project: Project) -> Iterator[Problem]:
    """A count of days, an age or a term of office that does not fit its dates says that one of them is wrong."""
    records = project.records
    dated: list[tuple[Record, str, str, list[Point]]] = []
    for kind, field in ((Event, "text"), (Recognition, "says")):
        dated += [(one, field, getattr(one, field), [one.date.start]) for one in records.of(kind).values()]  # type: ignore[attr-defined]
    for person in records.of(Person).values():
        dated.append((person, "in_story", person.in_story, dates_in(person.life)))
        yield from _ages(project, person)
    for record, field, text, dates in dated:
        if "the attack" in text and dates:
            yield from _after_the_attack(project, record, field, text, dates)
    yield from _posts(project)


def _after_the_attack(project: Project, record: Record, field: str, text: str, dates: list[Point]) -> Iterator[Problem]:
    for found in _AFTER_THE_ATTACK.finditer(numbers_of.numbers_at(text, "en")[0]):
        unit = _DAYS[found[2]]
        sign = 1 if found[3] == "after" else -1
        lapses = [sign * (date.earliest - THE_CRIMES).days / unit for date in dates]
        if not any(abs(lapse - int(found[1])) <= (1 if found[2] != "day" else 0) for lapse in lapses):
            nearest = min(lapses, key=lambda lapse: abs(lapse - int(found[1])))
            wrong = MESSAGE.format(said=found[0], found=f"{nearest:.0f} {found[2]}s")
            yield project.records.problem(record, field, wrong, "correct the one that is wrong")


def _ages(project: Project, person: Person) -> Iterator[Problem]:
    text = numbers_of.numbers_at(person.life, "en")[0]
    birth = _BORN.search(text)
    born = int(birth[1]) if birth else 0
    for line in text.split(". ") if born else ():
        years = [date.year for date in dates_in(line)]
        for found in _AGE.finditer(line) if born and years else ():
            age = years[0] - born
            if int(found[1]) not in (age - 1, age):
                wrong = MESSAGE.format(said=f"{found[1]} in {years[0]}", found=f"{age - 1} or {age}, born in {born}")
                yield project.records.problem(person, "life", wrong, "correct the one that is wrong")
    terms = [role.to.year - role.from_.year for role in person.roles if role.from_ and role.to]
    for found in _SERVED.finditer(text) if terms else ():
        if not any(abs(term - int(found[1])) <= 1 for term in terms):
            wrong = MESSAGE.format(said=f"{found[1]} years", found=" or ".join(map(str, terms)))
            yield project.records.problem(person, "life", wrong, "correct the one that is wrong")


def _posts(project: Project) -> Iterator[Problem]:
    """A post that one person holds at a time is not held by two."""
    held = [
        (person, f"roles.{position}", role)
        for person in project.records.of(Person).values()
        for position, role in enumerate(person.roles, 1)
        if role.from_ and not _SHARED.match(role.role)
    ]
    for (one, _, role), (other, field, again) in combinations(held, 2):
        if one is not other and role.role == again.role and _overlap(role, again):
            wrong = f"{again.role} is {one.name} too, in the same months"
            yield project.records.problem(other, f"{field}.from", wrong, "correct the dates of one of the two")


def _overlap(one: Role, other: Role) -> bool:
    """Whether two terms share more than the month of the change."""
    begins = max(role.from_.start.latest for role in (one, other) if role.from_)
    ends = min(end.end.earliest for role in (one, other) if (end := role.to or role.asof))
    return ends - begins > datetime.timedelta(days=31)
