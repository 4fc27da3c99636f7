"""What a field may be answered, and an answer as the field takes it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from builder.content.dates import PartialDate
from builder.content.records.fields import OneOf, Prose
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Loader, StrictModel, explain

_FORMS = {
    PartialDate: "YYYY-MM-DD, or less where less is known",
    bool: "yes or no",
    Prose: "cites: [@a-source]",
}
_TRUE, _FALSE = {"y", "yes", "true"}, {"n", "no", "false"}


def field_of(model: type[BaseModel], key: str) -> FieldInfo:
    """A model's field by its name in the data files."""
    return next(info for name, info in model.model_fields.items() if key == (info.alias or name))


def pieces(answer: str, mark: str = ";") -> list[str]:
    """The several answers that are one."""
    return [piece.strip() for piece in answer.split(mark) if piece.strip()]


def listed(info: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return any(get_origin(part) is list for part in _within(info.annotation))


def part_of(info: FieldInfo) -> type[BaseModel] | None:
    """The model of which a field holds one, or some; None where it holds values."""
    parts = (part for part in _within(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel))
    return next(parts, None)


def in_one_line(part: type[BaseModel]) -> bool:
    """Whether a part is so small that one answer holds all of its fields: genocide, aiding."""
    return all(info.is_required() and _known(info) for info in part.model_fields.values())


def hints(info: FieldInfo, formed: bool = False) -> list[str]:
    """What a field holds, and what may be answered. formed: whether the form of an answer is told already."""
    known = _known(info)
    said = [info.description.rstrip(".")] if info.description else []
    if known:
        said.append(f"{'some' if listed(info) else 'one'} of {', '.join(known)}")
    within = list(_within(info.annotation))
    return [*said, *(form for part, form in _FORMS.items() if part in within and not formed)]


def hints_of_line(part: type[BaseModel]) -> list[str]:
    """What the fields of a part are answered in one line."""
    names = ", ".join(part.model_fields)
    return [names, *(f"{name}: {', '.join(_known(info))}" for name, info in part.model_fields.items())]


def taken_in_line(part: type[BaseModel], key: str, answer: str) -> tuple[list[dict[str, Any]], str]:
    """Parts of a record that one line gives, parted by semicolons and within by commas; or what is wrong with it."""
    found = []
    for said in pieces(answer):
        values = pieces(said, ",")
        if len(values) != len(part.model_fields):
            return [], f"write {', '.join(part.model_fields)}, and ; before the next"
        for (name, info), value in zip(part.model_fields.items(), values, strict=True):
            if wrong := taken(name, info, [value])[1]:
                return [], wrong
        found.append(dict(zip(part.model_fields, values, strict=True)))
    return found, "" if found else f"{key} is needed"


def taken(key: str, info: FieldInfo, said: list[str]) -> tuple[Any, str]:
    """The answer as the field takes it: as number, truth value or text; or what is wrong with it."""
    field: Any = (info.annotation, info)
    name = key.replace("-", "_")
    model = create_model("Answer", __base__=StrictModel, **{name: field})
    several = listed(info)
    wrong = ""
    for each in ([_scalar(piece, bool in _within(info.annotation)) for piece in said], said):
        value: Any = each if several else each[0]
        try:
            found = getattr(model.model_validate({key: value}), name)
            # Yes and no are answers too, and every file has true and false.
            return found if isinstance(found, bool) else value, ""
        except ValidationError as error:
            _, fault, right = next(explain(error, model, key))
            wrong = f"{fault}{f' ({right})' if right else ''}"
    return None, wrong


def _scalar(piece: str, asked_yes: bool) -> Any:
    if asked_yes and piece.casefold() in _TRUE | _FALSE:
        return piece.casefold() in _TRUE
    try:
        value = yaml.load(piece, Loader)
    except yaml.YAMLError:
        return piece
    return value if isinstance(value, bool | int | float) else piece


def _within(annotation: object) -> Iterator[Any]:
    """An annotation and, where it is a choice or a list, what it is made of."""
    yield annotation
    if get_origin(annotation) in (Annotated, Union, types.UnionType, list):
        for part in get_args(annotation):
            yield from _within(part)


def _known(info: FieldInfo) -> list[str]:
    """The values that a field may have, where they are a few."""
    return [str(value) for part in [*_within(info.annotation), *info.metadata] for value in _choices(part)]


def _choices(part: object) -> tuple[Any, ...]:
    if isinstance(part, OneOf):
        return vocabulary().known(part.part)
    return get_args(part) if get_origin(part) is Literal else ()
