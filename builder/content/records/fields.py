"""What the fields of records may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.content.citations import KEY, Citation, find_groups
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import StrictModel


@dataclass(frozen=True)
class OneOf:
    """Marks a field whose value is one that data/vocabulary.yml knows. part: of that file."""

    part: str

    def _check(self, value: object) -> object:
        known = vocabulary().known(self.part)
        if value not in known:
            raise ValueError(f"{value!r} is not one of the known values; write one of {', '.join(map(str, known))}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Before anything else, so that a number for a word is told like a wrong word.
        return core_schema.no_info_before_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "enum": list(vocabulary().known(self.part))}


class Prose(str):
    """Markdown text of a record that may cite."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strip_whitespace=True))

    @property
    def sourced(self) -> bool:
        """Whether it cites a source, or prints a figure, which brings its own."""
        return bool(self.citations) or "figure(" in self

    @property
    def citations(self) -> list[Citation]:
        """Every citation in it, in order."""
        return [citation for group in find_groups(self) for citation in group.citations]


def _citation(value: Any) -> Citation:
    if isinstance(value, Citation):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a citation; write a source id, or a source id, a comma and a locator")
    return Citation.parse(value.removeprefix("@"))


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is not a number; write digits only, words such as about belong in qualifier")
    return value


Id = Annotated[str, Field(pattern=rf"^{KEY}$")]
Text = Annotated[str, Field(min_length=1)]
CitationField = Annotated[
    Citation, BeforeValidator(_citation), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
Sources = Annotated[list[CitationField], Field(min_length=1)]
PagePath = Annotated[str, Field(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"\[\]]+$")]
# The fields that hold one.
_ADDRESSES = {"URL", "url", "read_at"}
Number = Annotated[int | float | None, BeforeValidator(_number)]


class Cited(StrictModel):
    """A model whose fields may cite."""

    def citations(self) -> Iterator[tuple[str, Citation]]:
        """Every citation of the record with the field it stands in, nested parts included."""
        for name, value in self:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Citation):
                    yield name, item
                elif isinstance(item, Prose):
                    yield from ((name, citation) for citation in item.citations)
                elif isinstance(item, Cited):
                    yield from ((f"{name}.{inner}", citation) for inner, citation in item.citations())

    def prose(self) -> Iterator[tuple[str, Prose]]:
        """Every Markdown text of the record with the field it stands in, nested parts included."""
        for name, value in self:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Prose):
                    yield name, item
                elif isinstance(item, Cited):
                    yield from ((f"{name}.{inner}", text) for inner, text in item.prose())

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every web address of the record with the field it stands in, nested parts included."""
        for name, value in self:
            if name in _ADDRESSES and isinstance(value, str):
                yield type(self).model_fields[name].alias or name, value
            for position, item in enumerate(value if isinstance(value, list) else [value], 1):
                if isinstance(item, Cited):
                    steps = f"{name}.{position}" if isinstance(value, list) else name
                    yield from ((f"{steps}.{inner}", address) for inner, address in item.addresses())
