"""A record that names another names one that exists."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.records import Claim, Event, Figure, Person, Place, Quote
from builder.content.records.record import Record
from builder.content.rules import Fault, rule
from builder.content.unknown import NO_SUCH

# A kind of record, its field, and the kind whose ids the field holds.
POINTERS: tuple[tuple[type[Record], str, type[Record]], ...] = (
    (Quote, "speaker", Person),
    (Quote, "interviewer", Person),
    (Figure, "supersedes", Figure),
    (Figure, "part_of", Figure),
    (Claim, "quote", Quote),
    (Event, "places", Place),
)


@rule("records", message=NO_SUCH, fault=Fault("data/timeline.yml", r"places: \[til-ezer\]", "places: [til-ezir]"))
def links_between_records(project: Project) -> Iterator[Problem]:
    """Pages print the record that is named, and would print nothing."""
    records = project.records
    for kind, field, target in POINTERS:
        known = records.of(target)
        for record in records.of(kind).values():
            value = getattr(record, field)
            for key in value if isinstance(value, list) else filter(None, [value]):
                if not records.may_have(target, key):
                    hint = suggest(key, known, f"add the {target.kind} to data/{target.file}.yml")
                    yield records.problem(record, field, NO_SUCH.format(kind=target.kind, id=key), hint)
