"""What is to be written, whole, before any of it is in a file: it is checked as it would stand, and written all or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from builder.content.citation_file import FILE as CITATION
from builder.content.citation_file import day_of, with_day
from builder.content.inputs import copy_inputs
from builder.content.problems import Problem, ProblemsFound
from builder.content.records import Change, Record
from builder.content.records.load import Records
from builder.rendering.site import Site
from builder.writing.place import follower, line_of, put, with_item, with_value, written

_Key = tuple[str, str, str]


@dataclass
class Draft:
    """New records, fields of others that change by them, and other files as they will be.

    records: what is there; new: each record's kind and fields; values: by (kind, id, field) what the field becomes;
    items: by the same, what its list gains; texts: by path from the root, a file's text.
    """

    root: Path
    records: Records
    new: list[tuple[type[Record], dict[str, Any]]]
    values: dict[tuple[type[Record], str, str], object] = field(default_factory=dict)
    items: dict[tuple[type[Record], str, str], str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def files(self) -> dict[str, str]:
        """Every file that it changes, by path from the root, as it will be."""
        found = {**self.texts, **self._cited_as()}
        kinds = {kind.file for kind, _ in self.new} | {kind.file for kind, _, _ in {**self.values, **self.items}}
        for name in sorted(kinds):
            path = f"data/{name}.yml"
            found[path] = self._with_new(name, self._with_changes(name, (self.root / path).read_text(encoding="utf-8")))
        return found

    def problems(self) -> list[Problem]:
        """What a build would say of the project with it, and does not say of it now."""
        found = _problems(self.root, self.files())
        # Only where something else is wrong has the project to be held to the rules without it.
        if all(any(in_record(each, *record) for record in self.new) for each in found.values()):
            return list(found.values())
        before = _problems(self.root, {})
        return [each for key, each in found.items() if key not in before]

    def write(self) -> None:
        """Writes all of it, or leaves every file as it is. Raises OSError."""
        files = {self.root / path: text for path, text in self.files().items()}
        before = {path: path.read_bytes() if path.exists() else None for path in files}
        beside = {path: path.with_name(f".{path.name}.new") for path in files}
        try:
            for path, text in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                beside[path].write_text(text, encoding="utf-8")
            for path, new in beside.items():
                new.replace(path)
        except BaseException:
            for path, content in before.items():
                path.unlink(missing_ok=True) if content is None else path.write_bytes(content)
            raise
        finally:
            for new in beside.values():
                new.unlink(missing_ok=True)

    def places(self) -> list[str]:
        """Where each new record stands once it is written: data/cases.yml:12."""
        found = []
        for kind, fields in self.new:
            path = f"data/{kind.file}.yml"
            found.append(f"{path}:{line_of((self.root / path).read_text(encoding='utf-8'), str(fields['id']))}")
        return [*found, *self.texts]

    def touched(self) -> list[str]:
        """The records and pages that it writes or changes, as the list of what was proofread names them."""
        records = [(kind, str(fields["id"])) for kind, fields in self.new]
        records += [(kind, key) for kind, key, _ in {**self.values, **self.items}]
        return [*(f"data/{kind.file}.yml#{key}" for kind, key in records), *self.texts]

    def _cited_as(self) -> dict[str, str]:
        """The file that says of which day the whole is, where a change is new."""
        new = [kind.model_validate(fields) for kind, fields in self.new if kind is Change]
        if not new or not (self.root / CITATION).is_file():
            return {}
        text = (self.root / CITATION).read_text(encoding="utf-8")
        day = day_of([*self.records.of(Change).values(), *(each for each in new if isinstance(each, Change))])
        return {CITATION: with_day(text, day)}

    def _with_changes(self, name: str, text: str) -> str:
        changes: list[tuple[yaml.Node, object, bool]] = []
        for several, wanted in ((False, self.values), (True, self.items)):
            for (kind, key, what), value in wanted.items():
                if kind.file == name:
                    node = self.records.raw[name, key].node
                    changes.append((next(value for at, value in node.value if at.value == what), value, several))
        # From the end on, so that what stands before keeps its place.
        for node, value, several in sorted(changes, key=lambda change: change[0].start_mark.index, reverse=True):
            if several and isinstance(node, yaml.SequenceNode):
                text = with_item(text, node, str(value))
            else:
                text = with_value(text, node, value)
        return text

    def _with_new(self, name: str, text: str) -> str:
        for kind, fields in self.new:
            if kind.file == name:
                next_one = follower(self.records, kind.model_validate(fields))
                text, _ = put(text, written(fields), line_of(text, next_one.id) if next_one else 0)
        return text


def in_record(problem: Problem, kind: type[Record], fields: Mapping[str, Any]) -> bool:
    """Whether a problem is one of a record."""
    return f"{problem.where},".startswith(f"{kind.kind} {fields['id']},")


def _problems(root: Path, files: Mapping[str, str]) -> dict[_Key, Problem]:
    """What a build would say of a project with other files in it, by everything but the line."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        copy_inputs(root, copy)
        for path, text in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_text(text, encoding="utf-8")
        try:
            Site(copy, writing=True).check()
        except ProblemsFound as error:
            return {(each.file, each.where, each.wrong): each for each in error.problems}
    return {}
