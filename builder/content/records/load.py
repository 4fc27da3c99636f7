"""Reads data/*.yml into records, and says what is wrong in each by itself. What they say of each other is for the rules."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from builder.cache import Cache, fingerprint, fingerprint_of
from builder.content import vocabulary
from builder.content.problems import Problem, suggest
from builder.content.records import MODELS, Record
from builder.content.yaml_files import EMPTY, Raw, Spoilt, Steps, YamlFault, empty_fields, explain, named, read_items

R = TypeVar("R", bound=Record)
# What else lies in data/ and holds no records.
OTHER_FILES = {"vocabulary.yml", "map.yml", "publisher.yml", "moved.yml"}


@dataclass
class Records:
    """All valid records, by file and id, in file order."""

    by_file: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in MODELS})
    faulty: set[str] = field(default_factory=set)
    """Ids that exist but whose record is wrong: asking for one is no second fault."""
    incomplete: set[str] = field(default_factory=set)
    """Files with a record that cannot be read."""
    lost: set[str] = field(default_factory=set)
    """Files of which nothing can be read, or in which a record bears no id, or another's: whose it was cannot be known."""
    made_of: str = ""
    """A few letters for all that was read."""
    raw: dict[tuple[str, str], Raw] = field(default_factory=dict)
    """Each record as it stands in its file, by (file, id)."""

    def of(self, kind: type[R]) -> dict[str, R]:
        """The records of a kind, by id."""
        return cast("dict[str, R]", self.by_file[kind.file])

    def __getattr__(self, name: str) -> dict[str, Any]:
        """The records of a file, by id, for templates."""
        if name.startswith("_") or name not in self.by_file:
            raise AttributeError(name)
        return self.by_file[name]

    def __iter__(self) -> Iterator[Record]:
        for records in self.by_file.values():
            yield from records.values()

    def add(self, others: Records) -> None:
        """Takes in the records of other files."""
        for file, records in others.by_file.items():
            self.by_file[file] |= records
        self.faulty |= others.faulty
        self.incomplete |= others.incomplete
        self.lost |= others.lost
        self.raw |= others.raw

    def whole(self, kind: type[Record]) -> bool:
        """Whether every record of a kind could be read."""
        return kind.file not in self.incomplete

    def may_have(self, kind: type[Record], name: str) -> bool:
        """Whether a record of that id is there, or may be among what could not be read, which is told for itself."""
        return name in self.by_file[kind.file] or name in self.faulty or kind.file in self.lost

    def problem(self, record: Record, field_name: str, wrong: str, right: str = "") -> Problem:
        """A problem in a record, on the line of the field. field_name: as people write it, first_instance.date."""
        steps = tuple(int(step) - 1 if step.isdigit() else step for step in field_name.split(".") if step)
        return problem(record.file, self.raw[record.file, record.id], record.kind, record.id, steps, wrong, right)


def problem(file: str, raw: Raw, kind: str, name: str, steps: Steps, wrong: str, right: str) -> Problem:
    """A problem in a record as it stands in a file."""
    where = f"{kind} {name}" if name else f"{kind} without id"
    where = f"{where}, field {named(steps)}" if steps else where
    return Problem(f"data/{file}.yml", raw.line(steps), where, wrong, right)


_kept: Cache[Hashable, tuple[Records, list[Problem]]] = Cache()


def load(folder: Path) -> tuple[Records, list[Problem]]:
    """Reads every file of a data folder. Returns the valid records, and every problem of every file.

    Reads again only the files that changed since it did so last, unless the vocabulary did or the day, which some
    records are held against.
    """
    _kept.turn()
    before = fingerprint_of(folder)
    records, problems = Records(), vocabulary.use(folder.parent) if folder.name == "data" else []
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in OTHER_FILES and path.name not in {f"{name}.yml" for name in MODELS}:
            hint = suggest(path.stem, MODELS)
            problems.append(Problem(f"data/{path.name}", 0, "", "no kind of record has a file of this name", hint))
    spoken = (fingerprint_of(folder / "vocabulary.yml"), datetime.date.today())
    for name, model in MODELS.items():
        path = folder / f"{name}.yml"
        if path.exists():
            of_file, found = _kept.get((fingerprint_of(path), spoken), partial(_read, path, model))
            records.add(of_file)
            problems += found
        else:
            records.incomplete.add(name)
            records.lost.add(name)
            wrong = "the file is missing"
            problems.append(Problem(f"data/{path.name}", 0, "", wrong, "every kind of record has its file"))
    # Twice, so that what was saved meanwhile is taken for nothing else.
    records.made_of = fingerprint([before, fingerprint_of(folder), datetime.date.today()])
    return records, problems


def _read(path: Path, model: type[Record]) -> tuple[Records, list[Problem]]:
    records, problems = Records(), []
    try:
        for raw in read_items(path, f"data/{path.name}", path.parent, model.kind):
            wrong = [raw.problem] if isinstance(raw, Spoilt) else list(_take(raw, model, records))
            name = raw.id if isinstance(raw, Spoilt) else _id(raw)
            if not name or (isinstance(raw, Raw) and records.raw[model.file, name] is not raw):
                records.lost.add(model.file)
            if wrong:
                records.incomplete.add(model.file)
                records.faulty.add(name)
            problems += wrong
    except YamlFault as fault:
        records.incomplete.add(model.file)
        records.lost.add(model.file)
        problems.append(fault.problem)
    return records, problems


def _id(raw: Raw) -> str:
    return str(raw.value.get("id") or "").strip()


def _take(raw: Raw, model: type[Record], records: Records) -> Iterator[Problem]:
    """Takes a record in, or says everything that is wrong with it."""
    name = _id(raw)
    if (model.file, name) in records.raw:
        first = records.raw[model.file, name].line()
        yield problem(
            model.file, raw, model.kind, name, (), f"the id stands twice, first on line {first}", "ids are unique"
        )
        return
    records.raw[model.file, name] = raw
    empty = list(empty_fields(raw.value))
    for steps in empty:
        yield problem(model.file, raw, model.kind, name, steps, *EMPTY)
    try:
        record = model.model_validate(raw.value)
    except ValidationError as error:
        for steps, wrong, right in explain(error, model, model.kind):
            if steps not in empty:
                yield problem(model.file, raw, model.kind, name, steps, wrong, right)
        return
    if not empty:
        records.by_file[model.file][name] = record
