"""What a writer may write, from the models, the rules and the page functions: REFERENCE.md and schemas/. `make reference`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.content.pages import DESCRIPTION_LENGTH, FrontMatter
from builder.content.publisher import Publisher
from builder.content.records import KINDS, Record, Source
from builder.content.records.load import Records, load
from builder.content.rules import STAGES, all_rules
from builder.content.rules.background_form import BULLETS, LENGTH
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Raw
from builder.rendering.functions import all_functions

_WHEN = {
    "records": "all but the pages",
    "pages": "records and pages as they are written",
    "rendered": "pages with their records in them",
    "whole": "all of it, once nothing else is wrong",
}


def reference() -> str:
    """The text of REFERENCE.md."""
    root = Path(__file__).resolve().parents[2]
    return "\n".join([*_opening(), *_functions(), *_pages(), *_rules(), *_records(root)]).rstrip() + "\n"


def _opening() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Made by `make reference` from the code; a test holds it. What a page may ask for, the rules a build holds the"
    yield "input to, and the fields of every kind of record, each with a whole example from the data."
    yield ""


def _functions() -> Iterator[str]:
    yield "## What a page may ask for"
    yield ""
    yield "| In a page, between `{{` and `}}` | What it prints |"
    yield "|---|---|"
    for function in sorted(all_functions().values(), key=lambda function: function.name):
        yield f"| `{function.signature}` | {function.does} |"
    yield ""


def _pages() -> Iterator[str]:
    yield "## What a page has"
    yield ""
    yield "Front matter between two lines of `---`; a description has {} to {} characters.".format(*DESCRIPTION_LENGTH)
    yield ""
    yield from _fields(FrontMatter)
    yield f"A page in `docs/background/` opens with {BULLETS} bullets between `/// abstract | In short` and `///`, and has"
    yield f"{LENGTH[0]} to {LENGTH[-1]:,} words of running text. Every page ends with the way on, as its last"
    yield 'line: `{{ next("background/isis.md") }}`.'
    yield ""


def _rules() -> Iterator[str]:
    yield "## The rules of a build"
    yield ""
    yield "Each is a file in `builder/content/rules/`, named as here. A build runs them all before it writes anything."
    yield ""
    for stage in STAGES:
        yield f"### Held to {_WHEN[stage]}"
        yield ""
        yield "| Rule | What it tells | Why |"
        yield "|---|---|---|"
        for rule in all_rules():
            if rule.stage == stage:
                yield f"| `{rule.name}` | {_cell(rule.message)} | {_cell(rule.why)} |"
        yield ""


def _records(root: Path) -> Iterator[str]:
    records, _ = load(root / "data")
    yield "## The fields of records"
    yield ""
    for kind in sorted(KINDS, key=lambda kind: kind.file):
        yield f"### `data/{kind.file}.yml`: {kind.kind}"
        yield ""
        yield " ".join((kind.__doc__ or "").split())
        yield ""
        yield from _fields(kind)
        texts = (root / "data" / f"{kind.file}.yml").read_text(encoding="utf-8").splitlines()
        for title, example in _examples(records, kind):
            raw = records.raw[kind.file, example.id]
            yield f"{title}, as it stands in the file:"
            yield ""
            yield "```yaml"
            yield "\n".join(texts[raw.line() - 1 : _end(raw)]).rstrip()
            yield "```"
            yield ""


def _examples(records: Records, kind: type[Record]) -> Iterator[tuple[str, Record]]:
    """An example of a kind, of sources one of each type, with its title."""
    there: list[Record] = list(records.by_file[kind.file].values())
    if kind is Source:
        for name in vocabulary().source_types:
            alike = [source for source in records.of(Source).values() if source.type == name]
            if alike:
                yield f"A source of type `{name}`", _telling(alike)
    elif there:
        yield f"A {kind.kind}", _telling(there)


def _telling(records: Sequence[Record]) -> Record:
    """The record that shows the most fields, and of these the shortest, so that it can be read."""
    return min(records, key=lambda record: (-len(record.model_fields_set), len(str(record)), record.id))


def _end(raw: Raw) -> int:
    """The line on which a record ends, comments and empty lines after it left out."""
    node = raw.node
    while isinstance(node, yaml.CollectionNode) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    # A block of text ends where the next line begins.
    return int(node.end_mark.line) + (node.end_mark.column > 0)


def _fields(model: type[BaseModel]) -> Iterator[str]:
    yield "| Field | Holds | Needed |"
    yield "|---|---|---|"
    nested: dict[str, type[BaseModel]] = {}
    for name, info in model.model_fields.items():
        nested.update({part.__name__: part for part in _models(info.annotation)})
        needed = "yes" if info.is_required() else ""
        yield f"| `{info.alias or name}` | {_cell(_holds(info))} | {needed} |"
    yield ""
    for part in nested.values():
        yield f"**{part.__name__}**: {' '.join((part.__doc__ or '').split())}"
        yield ""
        yield from _fields(part)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)


def _holds(info: FieldInfo) -> str:
    """The field's form and its description."""
    form = re.sub(r"<class '([\w.]+)'>", r"\1", _form(info.annotation))
    choices = [part for data in info.metadata for part in [getattr(data, "part", "")] if part]
    choices += re.findall(r"OneOf\(part='(\w+)'\)", str(info.annotation))
    if choices:
        form = "one of " + ", ".join(f"`{value}`" for value in vocabulary().known(choices[0]))
        form = f"list, each {form}" if "list" in str(info.annotation) else form
    return f"{form}. {info.description}" if info.description else form


def _form(annotation: object) -> str:
    text = str(annotation)
    listed = "list of " if "list[" in text else ""
    for mark, form in (
        ("Prose", "Markdown that may cite"),
        ("PartialDate", "date, as precisely as known"),
        ("Citation", "source id, with a locator after a comma"),
        ("bool", "`true` or `false`"),
        ("float", "number"),
        ("int", "whole number"),
        ("str", "text"),
    ):
        if mark in text:
            return listed + form
    models = [part.__name__ for part in _models(annotation)]
    return listed + (" or ".join(models) if models else text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def schemas() -> dict[str, str]:
    """A JSON Schema of every data file, by its name in schemas/, for editors that complete and mark as one types."""
    found = {}
    for kind in KINDS:
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"data/{kind.file}.yml",
            "type": "array",
            "items": kind.model_json_schema(by_alias=True),
        }
        found[f"{kind.file}.json"] = json.dumps(_with_root_definitions(schema), ensure_ascii=False, indent=1) + "\n"
    publisher = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "data/publisher.yml"}
    found["publisher.json"] = json.dumps(publisher | Publisher.model_json_schema(), ensure_ascii=False, indent=1) + "\n"
    return found


def _with_root_definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """References count from the root, where the definitions of an item's parts have to stand."""
    return schema | {"$defs": schema["items"].pop("$defs", {})}


def main() -> None:
    """Writes both below the project's root."""
    root = Path(__file__).resolve().parents[2]
    (root / "REFERENCE.md").write_text(reference(), encoding="utf-8")
    (root / "schemas").mkdir(exist_ok=True)
    for name, text in schemas().items():
        (root / "schemas" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
