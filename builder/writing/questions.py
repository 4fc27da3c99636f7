"""Asks a contributor for what a record needs, field by field, and takes only answers that the record's model takes."""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from builder.content.citations import Citation
from builder.content.dates import PartialDate
from builder.content.records import Change, Figure, Organisation, Record, Source
from builder.content.records.evidence import Evidence
from builder.content.records.fields import OneOf, Prose
from builder.content.records.figure import newest
from builder.content.records.load import Records
from builder.content.rules.links_between_records import POINTERS
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Loader, StrictModel, explain, named
from builder.writing import likely, needs

Ask = Callable[[str], str]
Say = Callable[[str], None]
# How many of what is there a search shows.
_MOST = 12
_YES, _NO = ("y", "yes"), ("", "-", "n", "no")
_CITING = ("source", "sources")
# What is said of a record where it is listed.
_TITLES = ("title", "name", "counts", "text")
# The fields for which most answers are the day on which they are given.
_TODAY = {(Change, "date"), (Organisation, "confirmed")}
_FORMS = {
    PartialDate: "YYYY-MM-DD, or less where less is known",
    bool: "true or false",
    Prose: "cites: [@a-source]",
}


class Questions:
    """ask: puts a question and gives the answer, raises EOFError when there are no more; say: tells the contributor."""

    def __init__(self, records: Records, ask: Ask, say: Say):
        self._records, self._ask, self._say = records, ask, say
        self._cited: list[str] = []

    def record(self, kind: type[Record]) -> dict[str, Any]:
        """The fields of a new record of a kind, as its file will hold them. Raises EOFError when the answers end."""
        self._say(f"A new {kind.kind}. An empty answer leaves an optional field out; several answers are parted by ;")
        self._say("? lists what is there, with words only what has them: ? unitad report")
        self._say("[What stands in brackets] is likely: an empty answer takes it, a hyphen leaves it out.")
        return self._model(kind, kind.kind, self._opening(kind))

    def _opening(self, kind: type[Record]) -> dict[str, Any]:
        """What is likely of the record by the one answer that tells most."""
        while True:
            if kind is Source:
                answer = self._ask("The UN symbol, the DOI or the address that it has; or empty: ").strip()
                if not answer:
                    return {}
                try:
                    known, missing = likely.source(answer, self._records.of(Source).values())
                except ValueError as error:
                    self._say(f"  {error}")
                    continue
                self._say(f"  From that: {', '.join(known)}. Without a network nothing tells {missing}.")
                return known
            if kind is not Figure:
                return {}
            answer = self._ask("The id of the older count by the same counter that it replaces; or empty: ").strip()
            if not answer:
                return {}
            figures = self._records.of(Figure)
            if answer.startswith("?"):
                self._look_up(Figure, "supersedes", answer)
            elif answer not in figures:
                self._say(f"  no figure has the id {answer}; look with ?")
            elif newest(figures, answer) != answer:
                self._say(f"  {newest(figures, answer)} replaces it already; name that one")
            else:
                return likely.newer(figures[answer])

    def _model(self, model: type[BaseModel], name: str, known: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a model: those it needs, then those the contributor names, then whatever does not fit again.

        known: what is likely of them.
        """
        given: dict[str, Any] = {}
        names = {info.alias or field: info for field, info in model.model_fields.items()}
        # The sources first, for what follows is in their words.
        order = sorted(names, key=lambda key: (key != "id", key != "sources"))
        settled = {needs.PROOF, *needs.FOLLOWING.get(model, ())}
        # Twice, for an answer can make a field needed that stands before its own.
        for key in [*order, *order]:
            guess = known.get(key, self._likely(model, key, given))
            needed = names[key].is_required() or key in needs.needed(model, given)
            if key not in {*given, *settled} and (needed or guess is not None or key in needs.asked(model)):
                given[key] = self._answer(model, key, needed, guess)
                if key == "sources":
                    self._cited = [Citation.parse(each.removeprefix("@")).key for each in given[key] or []]
        optional = [key for key in names if key not in {*given, *settled}]
        if optional:
            self._say(f"Optional: {', '.join(optional)}")
            for key in self._named(optional):
                given[key] = self._answer(model, key, needed=True)
        while needs.unproven(model, given):
            given[needs.PROOF] = self._answer(model, needs.PROOF, needed=False)
            if not given[needs.PROOF]:
                # Left out too, it leads back to the words.
                given["unread"] = self._answer(model, "unread", needed=False)
        for key, value in needs.following(model, given).items():
            given[key] = value
            self._say(f"{key} follows from the rest")
        while True:
            # In the order of the files; what a field is without being written is not written.
            whole = {key: given[key] for key, info in names.items() if given.get(key) not in (None, info.get_default())}
            try:
                model.model_validate(whole)
                return whole
            except ValidationError as error:
                for steps, wrong, right in explain(error, model, name):
                    self._say(f"  {named(steps) + ': ' if steps else ''}{wrong}{f' ({right})' if right else ''}")
            again = self._ask(f"Which field shall be answered again? One of {', '.join(names)}: ").strip()
            if again in names:
                given[again] = self._answer(model, again, needed=names[again].is_required())

    def _named(self, optional: list[str]) -> list[str]:
        """The optional fields that the contributor wants to fill."""
        while True:
            answer = self._ask("Which of these? Empty for none: ").strip()
            said = [] if answer.casefold() in _NO else list(dict.fromkeys(re.findall(r"[^;,\s]+", answer)))
            unknown = [key for key in said if key not in optional]
            if not unknown:
                return said
            self._say(f"  there is no field {', '.join(unknown)} among them; write names of fields, or nothing")

    def _likely(self, model: type[BaseModel], key: str, given: Mapping[str, Any]) -> Any:
        """What most would answer, by the answers so far; None where nothing tells."""
        if issubclass(model, Evidence):
            source = self._records.of(Source).get(str(given.get("source")))
            if key == "source" and len(set(self._cited)) == 1:
                return self._cited[0]
            if key == "lang" and source:
                return source.language
        if key == "language" and model is Source:
            return vocabulary().language
        if key == "issued" and model is Source:
            return likely.day_of_id(str(given.get("id")))
        if (model, key) in _TODAY or (issubclass(model, Evidence) and key == "read"):
            return datetime.date.today().isoformat()
        return None

    def _answer(self, model: type[BaseModel], key: str, needed: bool, guess: Any = None) -> Any:
        """One field. needed: whether it may not be left out; guess: what an empty answer says."""
        info = next(info for field, info in model.model_fields.items() if key == (info.alias or field))
        listed, parts = _listed(info), list(_models(info.annotation))
        if parts:
            return self._parts(parts[0], key, info.description or "", listed, needed)
        hints = [*self._example(model, key), *_hints(info, listed), *([] if needed else ["or empty"])]
        hint = f" ({'; '.join(hints)})" if hints else ""
        question = f"{key}{hint}{'' if guess is None else f' [{guess}]'}: "
        while True:
            answer = self._ask(question).strip()
            if answer.startswith("?"):
                self._look_up(model, key, answer)
                continue
            if not answer and guess is not None:
                return guess
            if answer in ("", "-") and not needed:
                return None
            # A list may be told to be empty, where its model takes that.
            if answer in ("", "-") and not listed:
                self._say("  it is needed")
                continue
            pieces = _pieces(answer) if listed else [answer]
            wrong = next(filter(None, (self._unknown(model, key, piece) for piece in pieces)), "")
            if not wrong:
                value, wrong = _taken_as(key, info, pieces, listed)
            if not wrong:
                return value
            self._say(f"  {wrong}")

    def _parts(self, part: type[BaseModel], key: str, description: str, listed: bool, needed: bool) -> Any:
        """A part of a record, or as many as the contributor wants."""
        found: list[dict[str, Any]] = []
        said = f" ({description.rstrip('.')})" if description else ""
        while needed or self._wants(f"{key}{said}: add {'another' if found else 'one'}? y, or empty: "):
            needed = False
            self._say(f"The {key}:")
            found.append(self._model(part, key, {}))
            if not listed:
                return found[0]
        return found or None

    def _wants(self, question: str) -> bool:
        """Yes or no. What is neither, such as the words themselves, is not dropped without a word."""
        while (answer := self._ask(question).strip().casefold()) not in _NO:
            if answer in _YES:
                return True
            self._say("  write y to add one, which is then asked for field by field, or nothing")
        return False

    def _example(self, model: type[BaseModel], key: str) -> list[str]:
        """How the newest record of a kind is called."""
        there = list(self._records.by_file[model.file]) if issubclass(model, Record) else []
        return [f"like {there[-1]}"] if key == "id" and there else []

    def _unknown(self, model: type[BaseModel], key: str, piece: str) -> str:
        """What is wrong with a name: of a source or another record that is not there, or an id that is taken.

        Of a text that has to name a source: that it names none.
        """
        target = _target(model, key)
        if key in needs.CITED.get(model, ()) and "[@" not in piece:
            return "it states facts and cites no source; write [@a-source] after the full stop"
        if key == "id":
            # As in a build: an event and the change that logs it may share one.
            taken = issubclass(model, Record) and piece in self._records.of(model)
            return f"the id {piece} is taken; add a word to it" if taken else ""
        if target:
            return "" if piece in self._records.of(target) else f"no {target.kind} has the id {piece}; look with ?"
        if key not in _CITING:
            return ""
        try:
            name = Citation.parse(piece.removeprefix("@")).key
        except ValueError as error:
            return str(error)
        return (
            "" if name in self._records.of(Source) else f"no source has the id {name}; write it first, or look with ?"
        )

    def _look_up(self, model: type[BaseModel], key: str, answer: str) -> None:
        """Says what is there that a field may name: records, or what other records say in it."""
        words, target = answer[1:].lower().split(), Source if key in _CITING else _target(model, key)
        if target:
            there = [f"{each.id}: {_title(each)}" for each in self._records.of(target).values()]
        elif issubclass(model, Record):
            said = (getattr(each, key.replace("-", "_"), None) for each in self._records.by_file[model.file].values())
            there = sorted(
                {str(item) for value in said for item in (value if isinstance(value, list) else [value]) if item}
            )
        else:
            there = []
        found = [each for each in there if all(word in each.lower() for word in words)]
        for each in found[:_MOST]:
            self._say(f"  {each}")
        self._say(f"  {len(found)} found{f', {_MOST} shown' if len(found) > _MOST else ''}")


def _target(model: type[BaseModel], key: str) -> type[Record] | None:
    """The kind of record whose ids a field holds."""
    return next((target for kind, field, target in POINTERS if (kind, field) == (model, key)), None)


def _title(record: Record) -> str:
    return str(next((getattr(record, name) for name in _TITLES if getattr(record, name, None)), ""))


def _pieces(answer: str) -> list[str]:
    return [piece.strip() for piece in answer.split(";") if piece.strip()]


def _taken_as(key: str, info: FieldInfo, pieces: list[str], listed: bool) -> tuple[Any, str]:
    """The answer as the field takes it: as number, truth value or text; or what is wrong with it."""
    field: Any = (info.annotation, info)
    name = key.replace("-", "_")
    model = create_model("Answer", __base__=StrictModel, **{name: field})
    scalars = [yaml.load(piece, Loader) if _is_scalar(piece) else piece for piece in pieces]
    wrong = ""
    for each in (scalars, pieces):
        value: Any = each if listed else each[0]
        try:
            taken = getattr(model.model_validate({key: value}), name)
            # Yes and no are answers too, and every file has true and false.
            return taken if isinstance(taken, bool) else value, ""
        except ValidationError as error:
            _, fault, right = next(explain(error, model, key))
            wrong = f"{fault}{f' ({right})' if right else ''}"
    return None, wrong


def _is_scalar(piece: str) -> bool:
    try:
        return isinstance(yaml.load(piece, Loader), bool | int | float)
    except yaml.YAMLError:
        return False


def _listed(info: FieldInfo) -> bool:
    return any(get_origin(part) is list for part in _within(info.annotation))


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    return (part for part in _within(annotation) if isinstance(part, type) and issubclass(part, BaseModel))


def _within(annotation: object) -> Iterator[Any]:
    """An annotation and, where it is a choice or a list, what it is made of."""
    yield annotation
    if get_origin(annotation) in (Annotated, Union, types.UnionType, list):
        for part in get_args(annotation):
            yield from _within(part)


def _hints(info: FieldInfo, listed: bool) -> list[str]:
    """What the field holds, and what may be answered."""
    within = list(_within(info.annotation))
    known = [str(value) for part in [*within, *info.metadata] for value in _choices(part)]
    said = [info.description.rstrip(".")] if info.description else []
    if known:
        said.append(f"{'some' if listed else 'one'} of {', '.join(known)}")
    return [*said, *(form for part, form in _FORMS.items() if part in within)]


def _choices(part: object) -> tuple[Any, ...]:
    if isinstance(part, OneOf):
        return vocabulary().known(part.part)
    return get_args(part) if get_origin(part) is Literal else ()
