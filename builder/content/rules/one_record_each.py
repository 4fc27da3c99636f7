"""A thing stands once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import (
    Body,
    Case,
    Change,
    Claim,
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Quote,
    Reading,
    Recognition,
    Record,
    Source,
    Term,
)
from builder.content.rules import Fault, rule

MESSAGE = "{other} has the same {what}"
# A kind, the field where it is told, what is the same, and what of a record says so; nothing where nothing does.
_SAME: tuple[tuple[type[Record], str, str, Callable[[Any], tuple[object, ...] | None]], ...] = (
    (Case, "docket", "docket", lambda case: (case.docket,) if case.docket else None),
    (
        Case,
        "defendant",
        "defendant",
        # Courts in Iraq name few of those whom they sentence.
        lambda case: None if re.search(r"\bnot named\b", case.defendant) else (case.defendant,),
    ),
    (Event, "title", "date and title", lambda event: (event.date, event.title)),
    (Source, "URL", "address and title", lambda source: (source.URL, source.title)),
    (Quote, "text", "words", lambda quote: (quote.text,)),
    (Claim, "claim", "claim", lambda claim: (claim.claim,)),
    (Figure, "counts", "thing counted, counter and date", lambda one: (one.counts, one.counter, one.asof)),
    (Recognition, "body", "body, date and instrument", lambda one: (one.body, one.date, one.instrument)),
    (Person, "name", "name", lambda person: (person.name,)),
    (Place, "name", "name", lambda place: (place.name,)),
    (Place, "lat", "coordinates", lambda place: (place.lat, place.lon)),
    (Term, "term", "term", lambda term: (term.term,)),
    (Organisation, "url", "address", lambda organisation: (organisation.url.rstrip("/"),)),
    (Reading, "title", "title", lambda reading: (reading.title,)),
    (Body, "name", "name", lambda body: (body.name,)),
    (Change, "what", "date and words", lambda change: (change.date, change.what)),
)


@rule("records", message=MESSAGE, fault=Fault("data/cases.yml", r"docket: 7 StS 3/19", "docket: 7 StS 2/20"))
def one_record_each(project: Project) -> Iterator[Problem]:
    """Twice under two ids, a case would be counted twice, and one of the two would be forgotten when it changes."""
    for kind, field, what, key in _SAME:
        seen: dict[tuple[str, ...], str] = {}
        for record in project.records.of(kind).values():
            said = key(record)
            if said is None:
                continue
            folded = tuple(_folded(str(part)) for part in said)
            if folded in seen:
                wrong = MESSAGE.format(other=f"{kind.kind} {seen[folded]}", what=what)
                yield project.records.problem(record, field, wrong, "keep one of the two, or correct this one")
            seen.setdefault(folded, record.id)
    yield from _names(project)


def _names(project: Project) -> Iterator[Problem]:
    """A name under which two records are found: search, and the page of names, would take one for the other."""
    kinds: tuple[type[Person] | type[Place], ...] = (Person, Place)
    for kind in kinds:
        owners = {_folded(record.name): record.id for record in project.records.of(kind).values()}
        for record in project.records.of(kind).values():
            for name in record.also:
                owner = owners.setdefault(_folded(name), record.id)
                if owner != record.id:
                    wrong = MESSAGE.format(other=f"{kind.kind} {owner}", what=f"name, {name}")
                    yield project.records.problem(record, "also", wrong, "keep it where it belongs")


def _folded(text: str) -> str:
    """Text as far as two people would write it alike."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
