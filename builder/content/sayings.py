"""What sentences of ours say of proceedings: whom they name, and of what they say that a court convicted. Knows no files and no pages."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from builder.content import numbers_in_words as numbers_of
from builder.content.dates import Point
from builder.content.phrases import named
from builder.content.records import Case, Change, Event, Person
from builder.content.records.load import Records
from builder.content.records.record import Record
from builder.content.vocabulary import of_months, vocabulary

_CITED = re.compile(r"\[@[^\]]*\]|\{\{.*?\}\}")
_NAME = re.compile(r"[A-Z][\w’-]+(?: (?:al-)?[A-Z][\w’-]*\.?)+")
_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“‘])")
_VERDICT = re.compile(r"\b(?:convict(?:s|ed|ions?|ing)?|guilty)\b(?! plea)", re.IGNORECASE)
_PLEA = re.compile(r"\bplea(?:s|d|ds|ded)?\b[^.;]*\bguilty\b|\bguilty pleas?\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|nobody|never|nor|no|whether|if|without|still call|before any)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|, (?:and not|not|but|which|who|whose|while)\b| and not\b")
_TERM = re.compile(r"(\d+)(?:\.\d+)? years?(?:,? and (\d+) months?)?")
# A conviction that is counted is one of a row: the fourth of a country.
_COUNTED = re.compile(r"\b(?:first|second|third|\w+th)(?: [\w’]+)? (?=convictions?\b)")
# A date with its month and its year, whether or not its day is said.
_DATE = r"(?:\b(?P<day>\d{1,2}) )?\b(?P<month>MONTH),? (?P<year>1\d{3}|20\d\d)\b"
_PLAIN = ("committing", "joint commission", "superior responsibility", "not stated")


@dataclass(frozen=True)
class Said:
    """A sentence of a record's field, without its citations, and the cases that it names or, if none, that its record names."""

    record: Record
    field: str
    text: str
    cases: tuple[Case, ...]
    own: bool = False
    """Whether it stands in the case itself."""


def defendants(records: Records) -> dict[str, Case]:
    """The names of defendants by which a text means one case, each with it."""
    found: dict[str, list[Case]] = {}
    for case in records.of(Case).values():
        for name in re.split(r",? and |, ", re.sub(r"\(.*?\)", "", case.defendant)):
            if _NAME.fullmatch(name.strip()):
                found.setdefault(name.strip(), []).append(case)
    return {name: cases[0] for name, cases in found.items() if len(cases) == 1}


def sayings(records: Records) -> Iterator[Said]:
    """Every sentence on a case in the cases, the events, the changes and the people."""
    by_name = defendants(records)
    # A court's initial ends no sentence.
    names = re.compile("|".join(sorted(map(re.escape, by_name), key=len, reverse=True)) or r"(?!)")
    for case in records.of(Case).values():
        for field in ("charge", "matters"):
            for text in sentences(getattr(case, field), names):
                yield Said(case, field, text, _named(text, names, by_name) or (case,), own=True)
    for kind, fields in ((Event, ("title", "text")), (Change, ("what", "why")), (Person, ("in_story", "life"))):
        for record in records.of(kind).values():
            whole = " ".join(getattr(record, field) for field in fields)
            of_it = _named(whole, names, by_name)
            if not of_it:
                continue
            for field in fields:
                for text in sentences(getattr(record, field), names):
                    # What a sentence of an event says of nobody by name, it says of whom the event is.
                    here = _named(text, names, by_name) or (of_it if kind is Event else ())
                    yield Said(record, field, text, here)


def words_alone(text: str) -> str:
    """A record's text without its citations and what it asks for."""
    return _CITED.sub("", text)


def sentences(text: str, names: re.Pattern[str]) -> list[str]:
    """The sentences of a text without its citations."""
    plain = words_alone(text)
    guarded = names.sub(lambda found: found[0].replace(". ", ".\u00a0").replace(".", "\u2024"), plain)
    # The last initial may end its sentence too; then the next begins with a capital, and both are read as one.
    return [part.replace("\u2024", ".").replace("\u00a0", " ") for part in _END.split(guarded)]


def _named(text: str, names: re.Pattern[str], by_name: dict[str, Case]) -> tuple[Case, ...]:
    return tuple({by_name[found[0]].id: by_name[found[0]] for found in names.finditer(text)}.values())


def convictions(text: str) -> Iterator[tuple[bool, set[tuple[str, str]]]]:
    """Each saying that a court convicted: whether it did, and of which crimes, each with every mode that it may mean."""
    plain = _PLEA.sub("", text)
    counted = {found.end() for found in _COUNTED.finditer(plain)}
    for verb in _VERDICT.finditer(plain):
        if verb.start() in counted:
            continue
        before, after = plain[: verb.start()], plain[verb.end() :]
        clause = _CLAUSE.split(after)[0]
        denied = bool(_NOT.search(" ".join(_CLAUSE.split(before)[-1].split()[-6:]))) or before.rstrip().endswith("not")
        # A genocide conviction is one for genocide.
        if verb[0].startswith("convictio"):
            clause = f"{' '.join(before.split()[-1:])} {clause}"
        modes = {value for found in named("modes", clause, "en") for value in found.values}
        crimes = {
            value
            for found in named("crimes", clause, "en")
            if not _NOT.search(" ".join(clause[: found.start].split()[-2:]))
            for value in found.values
        }
        yield not denied, {(crime, mode) for crime in crimes for mode in (modes or _PLAIN)}


def terms(text: str) -> set[tuple[int, int]]:
    """The years and months of imprisonment that a text names."""
    digits = _in_digits(text)
    return {(int(years), int(months or 0)) for years, months in _TERM.findall(digits)}


@cache
def _in_digits(text: str) -> str:
    return numbers_of.numbers_at(text, "en")[0].casefold()


def dates_in(text: str) -> list[Point]:
    """The dates with a month and a year that an English text prints, in order."""
    return [Point.parse(iso) for iso in _dates(text, vocabulary().months)]


@cache
def _dates(text: str, months: tuple[str, ...]) -> tuple[str, ...]:
    found = of_months(_DATE).finditer(text)
    forms = ((each["year"], months.index(each["month"]) + 1, int(each["day"] or 0)) for each in found)
    # A day that no month has is told elsewhere.
    return tuple(
        f"{year}-{month:02}-{day:02}" if 0 < day <= monthrange(int(year), month)[1] else f"{year}-{month:02}"
        for year, month, day in forms
    )
