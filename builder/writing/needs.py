"""What a record needs beside what its model always requires: by the answers so far, and by the rules of a build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from builder.content.records import Case, Event, Figure, Person, Quote, Source
from builder.content.records.case import DECIDED, Appeal, Judgment, standing_after
from builder.content.records.evidence import Evidence, Proven
from builder.content.records.figure import OtherCount
from builder.content.records.person import Role
from builder.content.vocabulary import vocabulary

# Of each two, one has to stand: the first is asked for, and where there is none the others are needed.
_EITHER: dict[type[BaseModel], dict[str, tuple[str, ...]]] = {
    Figure: {"value": ("low", "high")},
    OtherCount: {"value": ("low", "high")},
    Quote: {"speaker": ("body",), "programme": ("occasion",)},
    Role: {"to": ("asof",)},
}
# Asked of everybody, for most have an answer.
_ASKED: dict[type[BaseModel], tuple[str, ...]] = {
    Figure: ("qualifier",),
    Person: ("roles",),
    Source: ("language", "issued"),
    OtherCount: ("qualifier",),
    Judgment: ("sentence",),
}
# What most answer: it stands in brackets, and an empty answer takes it.
USUAL: dict[tuple[type[BaseModel], str], object] = {
    (Judgment, "outcome"): "convicted",
    (Case, "in_absentia"): False,
    (Event, "importance"): 2,
}
# Fields that the answers to others settle.
FOLLOWING: dict[type[BaseModel], tuple[str, ...]] = {Case: ("standing",)}
# Fields that each make a paragraph of a page, which the build refuses without a source.
CITED: dict[type[BaseModel], tuple[str, ...]] = {Case: ("charge", "matters")}
PROOF = "evidence"
# What a record says where it carries no words of its sources.
_INSTEAD = ("unread", "computed", "first_instance")


def asked(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that everybody is asked for though the model does without."""
    return (*_ASKED.get(model, ()), *_EITHER.get(model, ()))


def needed(model: type[BaseModel], given: Mapping[str, Any]) -> set[str]:
    """The optional fields that the answers so far make necessary."""
    missing = {
        other for name, others in _EITHER.get(model, {}).items() if given.get(name, "") is None for other in others
    }
    if model is Source:
        missing |= set(vocabulary().source_types.get(str(given.get("type")), ()))
        foreign = given.get("language", vocabulary().language) != vocabulary().language
        if foreign and not str(given.get("title", "")).startswith("["):
            missing.add("title-en")
    if issubclass(model, Evidence) and given.get("lang", vocabulary().language) != vocabulary().language:
        missing.add("translation")
    if model is Case and given.get("status") in DECIDED:
        missing.add("first_instance")
    if model is Judgment and given.get("outcome") == "convicted":
        missing.add("convicted_of")
    return missing


def unproven(model: type[BaseModel], given: Mapping[str, Any]) -> bool:
    """Whether a record is one that shows what it rests on, and does not yet: rules/evidence_required.py."""
    return issubclass(model, Proven) and not any(given.get(name) for name in (PROOF, *_INSTEAD))


def following(model: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the answers settle."""
    if model is not Case:
        return {}
    judgment = Judgment.model_validate(given["first_instance"]) if given.get("first_instance") else None
    appeals = map(Appeal.model_validate, given.get("appeals") or [])
    return {"standing": [conviction.model_dump() for conviction in standing_after(judgment, appeals)]}
