"""Reads data/*.yml into records, and says what is wrong in them. Knows nothing of pages or MkDocs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ValidationError

from builder import proofs
from builder.models import (
    Body,
    Case,
    Change,
    Claim,
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Quote,
    Reading,
    Recognition,
    Record,
    Ruling,
    Source,
    Term,
)
from builder.problems import Problem, suggest
from builder.reading import UnreadableError, read
from builder.validation import Loader, explain, explain_yaml

MODELS: dict[str, type[Record]] = {
    "sources": Source,
    "figures": Figure,
    "quotes": Quote,
    "claims": Claim,
    "timeline": Event,
    "cases": Case,
    "recognitions": Recognition,
    "people": Person,
    "glossary": Term,
    "places": Place,
    "bodies": Body,
    "organisations": Organisation,
    "readings": Reading,
    "changes": Change,
    "rulings": Ruling,
}


@dataclass
class Records:
    """All valid records, by file and id, in file order."""

    sources: dict[str, Source] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    timeline: dict[str, Event] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    recognitions: dict[str, Recognition] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    """Ids that exist but whose record is wrong: asking for one is no second fault."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """The line each record starts on, by (file, id)."""

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        for name in MODELS:
            yield from ((name, record) for record in getattr(self, name).values())


def load(folder: Path) -> tuple[Records, list[Problem]]:
    """Reads every file of a data folder.

    Returns the valid records, and every problem of every file, cross-references included.
    """
    records, problems = Records(), []
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in {f"{name}.yml" for name in MODELS}:
            problems.append(
                _problem(path, 0, "", "no kind of record has a file of this name", suggest(path.stem, MODELS))
            )
    for name, model in MODELS.items():
        path = folder / f"{name}.yml"
        if not path.exists():
            problems.append(_problem(path, 0, "", "the file is missing", "every kind of record has its file"))
            continue
        _read(path, model, getattr(records, name), records, problems)
    problems += _cross_references(folder, records)
    return records, problems


def _problem(path: Path, line: int, where: str, wrong: str, right: str = "") -> Problem:
    return Problem(f"{path.parent.name}/{path.name}", line, where, wrong, right)


def _read(path: Path, model: type[Record], into: dict, records: Records, problems: list[Problem]) -> None:
    try:
        loader = Loader(read(path, f"{path.parent.name}/{path.name}", path.parent))
        root = loader.get_single_node()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            problems.append(_problem(path, 1, "", "the file is not a list", f"start each {model.kind} with `- id:`"))
            return
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error)
        problems.append(_problem(path, line, "", wrong, right))
        return
    except UnreadableError as error:
        problems.append(error.problem)
        return
    for node in root.value:
        line = node.start_mark.line + 1
        try:
            raw = loader.construct_object(node, deep=True)
        except yaml.MarkedYAMLError as error:
            line, wrong, right = explain_yaml(error)
            problems.append(_problem(path, line, model.kind, wrong, right))
            continue
        if not isinstance(raw, dict):
            problems.append(_problem(path, line, model.kind, "this item is not a record", "start it with `- id:`"))
            continue
        name = raw.get("id")
        where = f"{model.kind} {name}" if name else f"{model.kind} without id"
        if name in into or (name in records.faulty and (path.name, name) in records.lines):
            first = records.lines[path.name, name]
            problems.append(
                _problem(path, line, where, f"the id stands twice, first on line {first}", "ids are unique")
            )
            continue
        records.lines[path.name, str(name)] = line
        try:
            into[name] = model.model_validate(raw)
        except ValidationError as error:
            records.faulty.add(str(name))
            for field_name, wrong, right in explain(error, model, model.kind):
                place = f"{where}, field {field_name}" if field_name else where
                problems.append(_problem(path, line, place, wrong, right))


# Fields that hold ids of another file: file, field, the file they point into, and what that file holds.
_POINTERS = (
    ("quotes", "speaker", "people", "person"),
    ("quotes", "interviewer", "people", "person"),
    ("figures", "supersedes", "figures", "figure"),
    ("claims", "quote", "quotes", "quotation"),
    ("timeline", "places", "places", "place"),
)


def _cross_references(folder: Path, records: Records) -> Iterator[Problem]:
    def at(name: str, record: Record, field_name: str, wrong: str, right: str) -> Problem:
        file = f"{name}.yml"
        where = f"{record.kind} {record.id}, field {field_name}"
        return _problem(folder / file, records.lines[file, record.id], where, wrong, right)

    for name, record in records:
        for field_name, citation in record.citations():
            if citation.key not in records.sources and citation.key not in records.faulty:
                hint = suggest(citation.key, records.sources, "add it to data/sources.yml")
                yield at(name, record, field_name, f"no source has the id {citation.key}", hint)
    for name, field_name, target, kind in _POINTERS:
        known = getattr(records, target)
        for record in getattr(records, name).values():
            value = getattr(record, field_name)
            for key in value if isinstance(value, list) else filter(None, [value]):
                if key not in known and key not in records.faulty:
                    hint = suggest(key, known, f"add the {kind} to data/{target}.yml")
                    yield at(name, record, field_name, f"no {kind} has the id {key}", hint)
    for figure in records.figures.values():
        older = records.figures.get(figure.supersedes)
        if older and older.counter != figure.counter:
            wrong = f"{older.id} is counted by {older.counter}, not by {figure.counter}"
            yield at(
                "figures", figure, "supersedes", wrong, "only the same counter’s newer count replaces an older one"
            )
        if older and older.asof.end > figure.asof.end:
            wrong = f"{older.id} is newer ({older.asof}) than this figure ({figure.asof})"
            yield at("figures", figure, "supersedes", wrong, "let the newer figure supersede the older")
    for claim in records.claims.values():
        quote = records.quotes.get(claim.quote)
        if quote and claim.words not in " ".join(quote.text.split()):
            yield at("claims", claim, "words", f"they do not stand in the quotation {quote.id}", "copy them exactly")
    for before, event in itertools.pairwise(records.timeline.values()):
        if event.date.end.latest < before.date.start.earliest:
            wrong = f"{event.date} stands after a later event, {before.id}"
            yield at("timeline", event, "date", wrong, "move the record to its place in the order of dates")
    for name, record, field_name, wrong, right in proofs.check(records):
        yield at(name, record, field_name, wrong, right)
    stands_for: dict[int, str] = {}
    for event in records.timeline.values():
        if event.year_in_short:
            year = event.date.start.year
            if year in stands_for:
                wrong = f"{stands_for[year]} stands for {year} already"
                yield at("timeline", event, "year_in_short", wrong, "keep it in one of the two")
            stands_for[year] = event.id
    matched: dict[str, str] = {}
    for term in records.glossary.values():
        for word in term.match:
            if word in matched:
                wrong = f"{word!r} is matched by {matched[word]} too"
                yield at("glossary", term, "match", wrong, "keep it in one of the two")
            matched[word] = term.id
