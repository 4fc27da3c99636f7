"""Reading YAML and holding it against a model, with every fault said in words a contributor can act on."""

from __future__ import annotations

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


class Loader(_FastLoader):  # type: ignore[misc] # which of the two it is depends on the machine
    """YAML as people mean it: dates stay text, only true and false are booleans, no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                wrong = f"the field {key.value!r} stands twice in one record; keep one"
                raise yaml.constructor.ConstructorError(None, None, wrong, key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def explain_yaml(error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """A YAML error as (line, what is wrong, what would be right)."""
    mark = error.problem_mark or error.context_mark or yaml.Mark("", 0, 0, 0, "", 0)
    if isinstance(error, yaml.constructor.ConstructorError):
        wrong, _, right = (error.problem or str(error)).partition("; ")
        return mark.line + 1, wrong, right
    context = f" {error.context}" if error.context else ""
    wrong = f"the YAML does not parse{context}: {error.problem} (column {mark.column + 1})"
    return mark.line + 1, wrong, "check indentation, colons and quotation marks on this line and the one before"


def read_yaml(path: Path, name: str, folder: Path) -> Raw:
    """What a YAML file holds. name: its path from the project's root; folder: where it has to lie. Raises YamlFault."""
    try:
        loader = Loader(read(path, name, folder))
        node = loader.get_single_node()
        return Raw(None if node is None else loader.construct_document(node), node or yaml.ScalarNode("", ""))
    except UnreadableError as error:
        raise YamlFault(error.problem) from None
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error)
        raise YamlFault(Problem(name, line, "", wrong, right)) from None


def read_items(path: Path, name: str, folder: Path, kind: str) -> Iterator[Raw | Problem]:
    """The items of a YAML file that is a list, one by one: a fault in one leaves the others. kind: what an item is.

    name and folder: as in `read_yaml`. Raises YamlFault where the whole file cannot be taken.
    """
    try:
        loader = Loader(read(path, name, folder))
        root = loader.get_single_node()
    except UnreadableError as error:
        raise YamlFault(error.problem) from None
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error)
        raise YamlFault(Problem(name, line, "", wrong, right)) from None
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise YamlFault(Problem(name, 1, "", "the file is not a list", f"start each {kind} with `- id:`"))
    for node in root.value:
        try:
            raw = Raw(loader.construct_object(node, deep=True), node)
        except yaml.MarkedYAMLError as error:
            line, wrong, right = explain_yaml(error)
            yield Problem(name, line, kind, wrong, right)
            continue
        if isinstance(raw.value, dict):
            yield raw
        else:
            yield Problem(name, raw.line(), kind, "this item is not a record", "start it with `- id:`")


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
        path = detail["loc"] if detail["type"] == "model_type" else detail["loc"][:-1]
        yield steps, *_explain_detail(detail, _known_fields(model, path), kind)


def named(steps: Steps) -> str:
    """The way to a field as people write it: sources.1, first_instance.date."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


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
    match detail["type"]:
        case "missing":
            return "the field is missing", f"every {kind} has one"
        case "extra_forbidden":
            return "there is no such field", suggest(name, known, f"known fields: {', '.join(known)}")
        case "literal_error":
            expected = detail["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
            return f"{given!r} is not one of the known values", f"write one of {expected}"
        case "string_type":
            return f"{given!r} is not text", "put it in quotation marks"
        case "model_type":
            return f"{given!r} has no fields", f"write {{{', '.join(f'{name}: ...' for name in known)}}}"
        case "list_type":
            return f"{given!r} is not a list", "put it in square brackets, or one item a line after hyphens"
        case "string_pattern_mismatch" if name in ("id", "speaker", "interviewer", "supersedes"):
            return f"{given!r} is not an id", "use lower-case letters, digits and single hyphens"
        case "string_pattern_mismatch" if name.lower() == "url":
            return f"{given!r} is not an address", "write it whole, from https:// on"
        case "value_error":
            wrong, _, right = str(detail["ctx"]["error"]).partition("; ")
            return wrong, right
        case _:
            return f"{given!r}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""
