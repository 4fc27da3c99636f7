"""Asks a contributor for what a record needs, field by field, and takes only answers that the record's model takes."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from builder.content.citations import Citation
from builder.content.records import Record, Source
from builder.content.records.fields import OneOf
from builder.content.records.load import Records
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Loader, StrictModel, explain, named

Ask = Callable[[str], str]
Say = Callable[[str], None]
# Asked for at the end though its model does without: a rule does not.
_ASKED = ("evidence",)
# How many sources a search shows.
_MOST = 12


class Questions:
    """ask: puts a question and gives the answer, raises EOFError when there are no more; say: tells the contributor."""

    def __init__(self, records: Records, ask: Ask, say: Say):
        self._records, self._ask, self._say = records, ask, say

    def record(self, kind: type[Record]) -> dict[str, Any]:
        """The fields of a new record of a kind, as its file will hold them. Raises EOFError when the answers end."""
        self._say(f"A new {kind.kind}. An empty answer leaves an optional field out; several answers are parted by ;")
        self._say("Where a source is asked for, ? and some words list the sources that are there: ? unitad report")
        return self._model(kind, kind.kind)

    def _model(self, model: type[BaseModel], name: str) -> dict[str, Any]:
        """The fields of a model: those it needs, then those the contributor names, then whatever does not fit again."""
        given: dict[str, Any] = {}
        fields = sorted(model.model_fields.items(), key=lambda item: item[0] in _ASKED)
        names = {info.alias or field: info for field, info in fields}
        for key, info in names.items():
            if info.is_required() or key in _needed(given) or key in _ASKED:
                given[key] = self._answer(key, info)
                if info.is_required() and given[key] is None:
                    given[key] = []
        optional = [key for key in names if key not in given]
        if optional:
            self._say(f"Optional: {', '.join(optional)}")
            for key in _pieces(self._ask("Which of these? Empty for none: ")):
                if key in optional:
                    given[key] = self._answer(key, names[key], wanted=True)
                else:
                    self._say(f"  there is no field {key}")
        while True:
            # In the order of the questions, which is that of the files.
            whole = {key: given[key] for key in names if given.get(key) is not None}
            try:
                model.model_validate(whole)
                return whole
            except ValidationError as error:
                for steps, wrong, right in explain(error, model, name):
                    self._say(f"  {named(steps) + ': ' if steps else ''}{wrong}{f' ({right})' if right else ''}")
            again = self._ask(f"Which field shall be answered again? One of {', '.join(names)}: ").strip()
            if again in names:
                given[again] = self._answer(again, names[again], wanted=True)

    def _answer(self, key: str, info: FieldInfo, wanted: bool = False) -> Any:
        """One field. wanted: whether the contributor asked for it, so that nobody asks whether to add it."""
        parts = list(_models(info.annotation))
        if parts:
            return self._parts(parts[0], key, _listed(info), wanted)
        needed = info.is_required()
        listed, cites = _listed(info), key in ("source", "sources")
        question = f"{key}{_hint(info)}{'' if needed else ', or empty'}: "
        while True:
            answer = self._ask(question).strip()
            if cites and answer.startswith("?"):
                self._search(answer[1:].lower().split())
                continue
            if not answer:
                if not needed:
                    return None
                # A list may be told to be empty, where its model takes that.
                if not listed:
                    self._say("  it is needed")
                    continue
            pieces = _pieces(answer) if listed else [answer]
            wrong = next(filter(None, map(self._unknown_source, pieces)), "") if cites else ""
            if key == "id" and self._taken(answer):
                wrong = f"the id {answer} is taken"
            if not wrong:
                value, wrong = _taken_as(key, info, pieces, listed)
            if not wrong:
                return value
            self._say(f"  {wrong}")

    def _parts(self, part: type[BaseModel], key: str, listed: bool, wanted: bool) -> Any:
        """A part of a record, or as many as the contributor wants."""
        found: list[dict[str, Any]] = []
        while wanted or self._ask(f"{key}: add {'another' if found else 'one'}? y, or empty: ").strip() == "y":
            wanted = False
            found.append(self._model(part, key))
            if not listed:
                return found[0]
        return found or None

    def _taken(self, name: str) -> bool:
        return any(name in records for records in self._records.by_file.values())

    def _unknown_source(self, piece: str) -> str:
        try:
            key = Citation.parse(piece.removeprefix("@")).key
        except ValueError as error:
            return str(error)
        return "" if key in self._records.of(Source) else f"no source has the id {key}; write it first, or look with ?"

    def _search(self, words: list[str]) -> None:
        sources = self._records.of(Source).values()
        found = [source for source in sources if all(word in f"{source.id} {source.title}".lower() for word in words)]
        for source in found[:_MOST]:
            self._say(f"  {source.id}: {source.title}")
        self._say(f"  {len(found)} found{f', {_MOST} shown' if len(found) > _MOST else ''}")


def _needed(given: dict[str, Any]) -> tuple[str, ...]:
    """What a source of the type given needs beside what every source needs."""
    return vocabulary().source_types.get(str(given.get("type")), ())


def _pieces(answer: str) -> list[str]:
    return [piece.strip() for piece in answer.split(";") if piece.strip()]


def _taken_as(key: str, info: FieldInfo, pieces: list[str], listed: bool) -> tuple[Any, str]:
    """The answer as the field takes it: as number, truth value or text; or what is wrong with it."""
    field: Any = (info.annotation, info)
    model = create_model("Answer", __base__=StrictModel, **{key.replace("-", "_"): field})
    scalars = [yaml.load(piece, Loader) if _is_scalar(piece) else piece for piece in pieces]
    wrong = ""
    for each in (scalars, pieces):
        value: Any = each if listed else each[0]
        try:
            model.model_validate({key: value})
            return value, ""
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


def _hint(info: FieldInfo) -> str:
    """What may be answered, and what the field holds."""
    known = [str(value) for part in _within(info.annotation) for value in _choices(part)]
    known += [str(value) for part in info.metadata for value in _choices(part)]
    said = [f"one of {', '.join(known)}"] if known else []
    return "".join(f", {part}" for part in [*said, *([info.description.rstrip(".")] if info.description else [])])


def _choices(part: object) -> tuple[Any, ...]:
    if isinstance(part, OneOf):
        return vocabulary().known(part.part)
    return get_args(part) if get_origin(part) is Literal else ()
