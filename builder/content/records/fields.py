"""What the fields of records may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.cache import once
from builder.content.citations import KEY, Citation, find_groups
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import StrictModel, shown


@dataclass(frozen=True)
class OneOf:
    """Marks a field whose value is one that data/vocabulary.yml knows. part: of that file."""

    part: str

    def _check(self, value: object) -> object:
        known = vocabulary().known(self.part)
        if not isinstance(value, str) or value not in known:
            raise ValueError(
                f"{shown(value)} is not one of the known values; write one of {', '.join(map(str, known))}"
            )
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Before anything else, so that a number for a word is told like a wrong word.
        return core_schema.no_info_before_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "enum": list(vocabulary().known(self.part))}


@dataclass(frozen=True)
class Form:
    """Marks a text of one form, and tells what it is in words: a pattern is nothing to show to people who write."""

    pattern: str
    wrong: str
    right: str

    def _check(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value):
            raise ValueError(f"{shown(value)} {self.wrong}; {self.right}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "pattern": f"^{self.pattern}$"}


class Prose(str):
    """Markdown text of a record that may cite."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=True, min_length=1)
        return core_schema.no_info_after_validator_function(cls, text)

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
        raise ValueError(f"{shown(value)} is not a citation; write a source id, or a source id, a comma and a locator")
    return Citation.parse(value.removeprefix("@"))


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{shown(value)} is not a number; {_meant(value)}")
    return value


def _meant(value: object) -> str:
    """What somebody may have meant who typed something near to a number."""
    digits = re.sub(r"(?<=\d)[_,'’ \u00a0\u202f](?=\d{3})", "", value if isinstance(value, str) else "")
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", digits):
        digits = digits.replace(".", "")
    if re.fullmatch(r"\+?0*\d{1,15}(\.\d+)?", digits):
        return f"did you mean {re.sub(r'^0+(?=[0-9])', '', digits.lstrip('+'))}?"
    if re.fullmatch(r"\d+(\.\d+)?[eE]\+?\d", digits):
        return f"did you mean {float(digits):.0f}?"
    return "write digits only, words such as about belong in qualifier"


def _strict_number(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"{shown(value)} is not a number; write digits")
    return value


def _uncited(value: str) -> str:
    if "[@" in value:
        raise ValueError("this field is printed as it stands and cannot cite; write the source’s id into sources")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"\[\]]+", value):
        if "@" in value and "://" not in value:
            raise ValueError(f"{shown(value)} is an e-mail address; write that of a web page, from https:// on")
        raise ValueError(f"{shown(value)} is not an address; write it whole, from https:// on")
    return value


Id = Annotated[str, Form(KEY, "is not an id", "use lower-case letters, digits and single hyphens")]
Text = Annotated[str, Field(min_length=1), AfterValidator(_uncited)]
CitationField = Annotated[
    Citation, BeforeValidator(_citation), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
Sources = Annotated[list[CitationField], Field(min_length=1)]
PagePath = Annotated[
    str,
    Form(
        r"[a-z0-9/-]+\.md(#[\w-]+)?",
        "is not the path of a page",
        "write it from docs/ on, with .md and, for a part, # and its id: story/claims.md#verdicts",
    ),
]
Url = Annotated[str, AfterValidator(_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Doi = Annotated[
    str,
    Form(
        r"10\.\d{4,9}/\S+",
        "is not a DOI",
        "write it from 10. on, without https://doi.org/: 10.1371/journal.pmed.1002297",
    ),
]
# The fields that hold one.
_ADDRESSES = {"URL", "url", "copy"}
Number = Annotated[int | float | None, BeforeValidator(_number)]
# Python takes true for 1.
Rank = Annotated[Literal[1, 2, 3], BeforeValidator(_strict_number)]
Whole = Annotated[int, BeforeValidator(_strict_number)]
Degrees = Annotated[float, BeforeValidator(_strict_number)]


class Cited(StrictModel):
    """A model whose fields may cite."""

    def citations(self) -> Iterator[tuple[str, Citation]]:
        """Every citation of the record with the field it stands in, nested parts included, as people write it: evidence.2.source."""
        for name, item in self.items():
            if isinstance(item, Citation):
                yield name, item
            elif isinstance(item, Prose):
                yield from ((name, citation) for citation in item.citations)

    def prose(self) -> Iterator[tuple[str, Prose]]:
        """Every Markdown text of the record with the field it stands in, nested parts included."""
        return ((name, item) for name, item in self.items() if isinstance(item, Prose))

    def items(self) -> list[tuple[str, object]]:
        """Every value, every item of a list, and all that are in nested parts, each behind the part itself, with the field
        it stands in as people write it.
        """
        return once(self, _items)

    def plain_texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the record that is no Markdown with the field it stands in, nested parts included."""
        for name, item in self.items():
            if isinstance(item, str) and not isinstance(item, Prose):
                yield name, item

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every web address of the record with the field it stands in, nested parts included."""
        for name, item in self.items():
            if isinstance(item, str) and name.rpartition(".")[2] in _ADDRESSES:
                yield name, item


def _items(model: Cited) -> list[tuple[str, object]]:
    written, found = _written(type(model)), list[tuple[str, object]]()
    for name, value in model:
        numbered = (
            ((f"{written[name]}.{position}", item) for position, item in enumerate(value, 1))
            if isinstance(value, list)
            else ()
        )
        for way, item in numbered or [(written[name], value)]:
            found.append((way, item))
            if isinstance(item, Cited):
                found += [(f"{way}.{inner}", part) for inner, part in item.items()]
    return found


@cache
def _written(model: type[StrictModel]) -> dict[str, str]:
    """Each field of a model with its name in the data files."""
    return {name: info.alias or name for name, info in model.model_fields.items()}
