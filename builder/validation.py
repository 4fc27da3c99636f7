"""Reading YAML and holding it against a model, with every fault said in words a contributor can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from builder.problems import suggest


class StrictModel(BaseModel):
    """Unknown fields are errors, records never change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as people mean it: dates stay text, only true and false are booleans, no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                wrong = f"the field {key.value!r} stands twice in one record; keep one"
                raise yaml.constructor.ConstructorError(None, None, wrong, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def explain_yaml(error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """A YAML error as (line, what is wrong, what would be right)."""
    mark = error.problem_mark or error.context_mark
    if isinstance(error, yaml.constructor.ConstructorError):
        wrong, _, right = (error.problem or str(error)).partition("; ")
        return mark.line + 1, wrong, right
    context = f" {error.context}" if error.context else ""
    wrong = f"the YAML does not parse{context}: {error.problem} (column {mark.column + 1})"
    return mark.line + 1, wrong, "check indentation, colons and quotation marks on this line and the one before"


def explain(error: ValidationError, model: type[BaseModel], kind: str) -> Iterator[tuple[str, str, str]]:
    """Each fault of a record as (field, what is wrong, what would be right). Field is empty for the whole record."""
    for detail in error.errors():
        steps = [
            str(step + 1) if isinstance(step, int) else step for step in detail["loc"] if step not in ("int", "float")
        ]
        path = detail["loc"] if detail["type"] == "model_type" else detail["loc"][:-1]
        yield ".".join(steps), *_explain_detail(detail, _known_fields(model, path), kind)


def _known_fields(model: type[BaseModel], path: tuple) -> list[str]:
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


def _explain_detail(detail: dict, known: list[str], kind: str) -> tuple[str, str]:
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
