"""Reading YAML and holding it against a model, with every fault said in words a contributor can act on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from builder.content.problems import Problem, suggest
from builder.content.text_files import UnreadableError, read

Steps = tuple[str | int, ...]


class StrictModel(BaseModel):
    """Unknown fields are errors, records never change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


class Misfit(ValueError):
    """What is wrong between the fields of a record, told where one of them stands. said: wrong; right."""

    def __init__(self, field: str, said: str):
        self.field = field
        super().__init__(said)


class YamlFault(Exception):
    """A YAML file, or a part of it, that cannot be taken. problem: what is wrong with it."""

    def __init__(self, problem: Problem):
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True)
class Raw:
    """A value as it stands in a file, and the node it was read from."""

    value: Any
    node: yaml.Node

    def line(self, steps: Iterable[str | int] = ()) -> int:
        """The line on which a field stands, or the deepest part of the way to it that is there."""
        node, line = self.node, self.node.start_mark.line
        for step in steps:
            if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line
                continue
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            inner = next(((key, value) for key, value in pairs if key.value == str(step)), None)
            if inner is None:
                break
            line, node = inner[0].start_mark.line, inner[1]
        return int(line) + 1


_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Twice as deep as any record; a parser falls over far below what a file of brackets can hold.
DEEPEST = 12
# Ten times our longest file.
MOST_ITEMS = 10_000


class Loader(_FastLoader):  # type: ignore[misc] # which of the two it is depends on the machine
    """YAML as people mean it: what is no plain number, true, false or nothing stays the text that was typed.

    So dates stay text, and 010, 1_000, 1:30, 1e3, .inf, yes and Null are never read as something else. No key stands
    twice, and nothing stands for anything else: no aliases, tags or second documents. What is wrong raises a
    ConstructorError whose problem is what is wrong, a semicolon, and what would be right.
    """

    def __init__(self, stream: str):
        self._text = stream
        super().__init__(stream)

    def get_single_node(self) -> yaml.Node | None:
        _plain(self._text)
        node: yaml.Node | None = super().get_single_node()
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _fault("the name of a field is a list or has fields; put the whole text in quotation marks", key)
            if key.value in found:
                raise _fault(f"the field {key.value!r} stands twice in one record; keep one", key)
            found[key.value] = self.construct_object(value, deep=deep)
        return found


# At most fifteen digits: more would not survive as a number, in Python or in a reader's spreadsheet.
_WHOLE = r"-?(?:0|[1-9][0-9]{0,14})"
Loader.yaml_implicit_resolvers = {}
for _tag, _form, _starts in (
    ("bool", "true|false", "tf"),
    ("null", "~|null|", "~n"),
    ("int", _WHOLE, "-0123456789"),
    ("float", rf"{_WHOLE}\.[0-9]{{1,15}}", "-0123456789"),
):
    _whole_form = re.compile(rf"(?:{_form})\Z")
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _whole_form, [*_starts, *[""] * (_tag == "null")])


def _fault(said: str, at: Any) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, said, at.start_mark)


def _plain(text: str) -> None:
    """Raises where one part of a text would stand for another, or lies too deep: a few such lines can stall a build."""
    depth = documents = 0
    event: Any
    for event in yaml.parse(text, _FastLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _fault(f"*{event.anchor} would stand for another part of the file; {_QUOTE}", event)
        if getattr(event, "anchor", None):
            raise _fault(f"&{event.anchor} would name a part of the file; {_QUOTE}", event)
        if getattr(event, "tag", None):
            raise _fault(
                f"{event.tag.removeprefix('tag:yaml.org,2002:')} after ! would be a tag of YAML; {_QUOTE}", event
            )
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _fault("a second YAML document begins here; keep one list a file, delete the line of hyphens", event)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _fault(f"lists and fields lie more than {DEEPEST} deep; write them as other records do", event)


_QUOTE = "write out what is meant; a text that begins with this sign goes into quotation marks"


def explain_yaml(error: yaml.MarkedYAMLError, text: str = "") -> tuple[int, str, str]:
    """A YAML error as (line, what is wrong, what would be right). text: that was read, to find where a mistake begins."""
    mark = error.problem_mark or error.context_mark or yaml.Mark("", 0, 0, 0, "", 0)
    if isinstance(error, yaml.constructor.ConstructorError):
        wrong, _, right = (error.problem or str(error)).partition("; ")
        return mark.line + 1, wrong, right
    if opened := _unclosed(error, text):
        return opened, *_UNCLOSED
    context = f" {error.context}" if error.context else ""
    wrong = f"the YAML does not parse{context}: {error.problem} (column {mark.column + 1})"
    right = next((right for words, right in _LIKELY.items() if words in (error.problem or "")), "")
    return mark.line + 1, wrong, right or _LIKELIEST


# A value in quotation marks that ends on its line.
_OPENS = re.compile(r"\s*(?:- )?(?:[\w-]+:\s+)?(?=[\"'])")
_CLOSED = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?:#.*|[,\]}].*)?")
_UNCLOSED = (
    "a quotation mark opens here and is never closed",
    "close it at the end of the text; within the text write ’ or “ ”, or double it as ''",
)


def _unclosed(error: yaml.MarkedYAMLError, text: str) -> int:
    """The line on which a quotation mark opens that swallowed what follows; 0 where that is not the mistake."""
    if error.context_mark and "quoted scalar" in (error.context or ""):
        return error.context_mark.line + 1
    if not (error.problem_mark and error.context_mark):
        return 0
    lines = text.split("\n")
    for number in range(min(error.problem_mark.line, len(lines) - 1), error.context_mark.line - 1, -1):
        opens = _OPENS.match(lines[number])
        if opens and not _CLOSED.fullmatch(lines[number][opens.end() :]):
            return number + 1
    return 0


_LIKELY = {
    "mapping values are not allowed": "a text with a colon in it goes into quotation marks",
    "cannot start any token": "a text that begins with a sign goes into quotation marks; indent with spaces, not tabs",
}
_LIKELIEST = "check indentation, colons and quotation marks on this line and the one before"


def _compose(text: str) -> tuple[Loader, yaml.Node | None]:
    loader = Loader(text)
    return loader, loader.get_single_node()


def _text(path: Path, name: str, folder: Path) -> str:
    try:
        return read(path, name, folder)
    except UnreadableError as error:
        raise YamlFault(error.problem) from None


def read_yaml(path: Path, name: str, folder: Path) -> Raw:
    """What a YAML file holds. name: its path from the project's root; folder: where it has to lie. Raises YamlFault."""
    text = _text(path, name, folder)
    try:
        loader, node = _compose(text)
        return Raw(None if node is None else loader.construct_document(node), node or yaml.ScalarNode("", ""))
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error, text)
        raise YamlFault(Problem(name, line, "", wrong, right)) from None


@dataclass(frozen=True)
class Spoilt:
    """An item that cannot be read: what is wrong with it, and the id that it seems to have."""

    problem: Problem
    id: str = ""


def read_items(path: Path, name: str, folder: Path, kind: str) -> Iterator[Raw | Spoilt]:
    """The items of a YAML file that is a list, one by one: a fault in one leaves the others. kind: what an item is.

    name and folder: as in `read_yaml`. Raises YamlFault where the whole file cannot be taken.
    """
    text = _text(path, name, folder)
    try:
        yield from _items(text, name, kind)
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error, text)
        yield from _one_by_one(text, name, kind, Problem(name, line, "", wrong, right))


def _items(text: str, name: str, kind: str) -> Iterator[Raw | Spoilt]:
    loader, root = _compose(text)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise YamlFault(Problem(name, 1, "", "the file is not a list", f"start each {kind} with `- id:`"))
    if len(root.value) > MOST_ITEMS:
        wrong = f"the file has {len(root.value):,} items"
        raise YamlFault(
            Problem(name, 1, "", wrong, f"keep it below {MOST_ITEMS:,}; a site of so many would not be read")
        )
    for node in root.value:
        try:
            raw = Raw(loader.construct_object(node, deep=True), node)
        except yaml.constructor.ConstructorError as error:
            line, wrong, right = explain_yaml(error)
            found = next((value.value for key, value in node.value if key.value == "id"), "")
            yield Spoilt(Problem(name, line, _called(kind, found), wrong, right), found)
            continue
        if isinstance(raw.value, dict):
            yield raw
        else:
            yield Spoilt(Problem(name, raw.line(), kind, "this item is not a record", "start it with `- id:`"))


def _one_by_one(text: str, name: str, kind: str, told: Problem) -> Iterator[Raw | Spoilt]:
    """The items of a file that is no YAML as a whole, each from its hyphen to the next. told: what is wrong with the whole."""
    starts = [found.start() for found in re.finditer(r"^- ", text, re.MULTILINE)]
    spoilt = False
    for start, end in itertools.pairwise([0, *(start for start in starts if start), len(text)]):
        # The lines before it stay, empty, so that every line keeps its number.
        part = "\n" * text.count("\n", 0, start) + text[start:end]
        try:
            yield from _items(part, name, kind)
        except YamlFault as fault:
            spoilt = True
            yield Spoilt(fault.problem)
        except yaml.MarkedYAMLError as error:
            spoilt = True
            line, wrong, right = explain_yaml(error, part)
            found = _ID.search(part)
            yield Spoilt(
                Problem(name, line, _called(kind, found[1] if found else ""), wrong, right), found[1] if found else ""
            )
    if not spoilt:
        yield Spoilt(told)


_ID = re.compile(r"^(?:- |  )id:[ \t]*['\"]?([\w-]+)", re.MULTILINE)


def _called(kind: str, name: str) -> str:
    return f"{kind} {name}" if name else kind


def empty_fields(value: object, steps: Steps = ()) -> Iterator[Steps]:
    """The way to every field, and every item of a list, after which nothing stands."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inner:
        if part is None:
            yield (*steps, step)
        yield from empty_fields(part, (*steps, step))


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every single value below a node, keys included, in order."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value)


def explain(error: ValidationError, model: type[BaseModel], kind: str) -> Iterator[tuple[Steps, str, str]]:
    """Each fault of a record as (way to the field, what is wrong, what would be right). No way: the whole record."""
    for detail in error.errors():
        steps = tuple(step for step in detail["loc"] if step not in ("int", "float"))
        path = detail["loc"] if detail["type"] in ("model_type", "model_attributes_type") else detail["loc"][:-1]
        cause = detail.get("ctx", {}).get("error")
        steps += tuple(cause.field.split(".")) if isinstance(cause, Misfit) else ()
        yield steps, *_explain_detail(detail, _known_fields(model, path), kind)


def named(steps: Steps) -> str:
    """The way to a field as people write it: sources.1, first_instance.date."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def shown(given: object) -> str:
    """What was typed, as a message says it: as in the file, and not at any length."""
    match given:
        case None:
            return "nothing"
        case bool():
            return str(given).lower()
        case list():
            return "a list"
        case dict():
            return "a group of fields"
        case str():
            return repr(given if len(given) <= 60 else f"{given[:59]}…")
        case _:
            return str(given)


def _known_fields(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The fields of the model, or of the nested model, in which the fault lies."""
    for step in path:
        info = next((info for name, info in model.model_fields.items() if step in (name, info.alias)), None)
        if info is None:
            continue
        nested = [part for part in _parts(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
        model = nested[0] if nested else model
    return [info.alias or name for name, info in model.model_fields.items()]


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _parts(part)


def _explain_detail(detail: Any, known: list[str], kind: str) -> tuple[str, str]:
    given, name = detail.get("input"), str(detail["loc"][-1]) if detail["loc"] else ""
    limits = detail.get("ctx", {})
    if given is None and detail["type"] != "missing":
        return EMPTY
    match detail["type"]:
        case "missing":
            return "the field is missing", f"every {kind} has one"
        case "extra_forbidden":
            return "there is no such field", suggest(name, known, f"known fields: {', '.join(known)}")
        case "literal_error":
            expected = limits["expected"].replace(" or ", ", ").replace("'", "")
            return f"{shown(given)} is not one of the known values", f"write one of {expected}"
        case "string_type" if isinstance(given, list):
            return "a list stands where one text belongs", "write the text after the colon, without hyphens or brackets"
        case "string_type" if isinstance(given, dict):
            return "fields stand where one text belongs", "put the text in quotation marks"
        case "string_type":
            return f"{shown(given)} is not text", "put it in quotation marks"
        case "model_type" | "model_attributes_type":
            return f"{shown(given)} has no fields", f"write {{{', '.join(f'{name}: ...' for name in known)}}}"
        case "list_type" | "tuple_type":
            return f"{shown(given)} is not a list", "put it in square brackets, or one item a line after hyphens"
        case "dict_type":
            return f"{shown(given)} has no fields", "write each name with its colon on a line of its own"
        case "string_too_short" if limits["min_length"] > 1:
            return f"the text has {len(given)} characters", f"write at least {limits['min_length']}"
        case "string_too_short":
            return EMPTY
        case "string_too_long":
            return f"the text has {len(given)} characters", f"write at most {limits['max_length']}"
        case "too_short":
            return (
                "the list is empty" if not given else f"the list has {len(given)}",
                f"name at least {limits['min_length']}",
            )
        case "too_long":
            return f"the list has {limits['actual_length']}", f"name at most {limits['max_length']}"
        case "bool_parsing" | "bool_type":
            return f"{shown(given)} is neither yes nor no", "write true for yes, false for no"
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return f"{shown(given)} is not a whole number", "write digits only"
        case "float_parsing" | "float_type" | "finite_number":
            return f"{shown(given)} is not a number", "write digits, with a point before decimals"
        case "greater_than_equal":
            return f"{shown(given)} is too small", f"write {limits['ge']:g} or more"
        case "less_than_equal":
            return f"{shown(given)} is too large", f"write {limits['le']:g} or less"
        case "string_pattern_mismatch":
            return f"{shown(given)} is not in the form of this field", "write it as other records do"
        case "value_error":
            wrong, _, right = str(limits["error"]).partition("; ")
            return wrong, right
        case _:
            return f"{shown(given)}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""


EMPTY = ("the field is empty", "write what belongs there, or delete the line")
