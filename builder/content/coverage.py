"""How much of the site rests on words that were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.content.dates import PartialDate
from builder.content.records import Case, Event, Figure, Recognition
from builder.content.records.evidence import Proven
from builder.content.records.load import Records

PROVEN = (Figure, Case, Event, Recognition)


@dataclass(frozen=True)
class Coverage:
    """How much of a kind rests on words that were read. count: of records, or decisions of courts; read: the last day."""

    kind: str
    count: int
    worded: int
    computed: int
    unread: int
    read: PartialDate | None


def proven(records: Records, kind: type[Figure | Case | Event | Recognition]) -> Iterator[tuple[str, Proven]]:
    """Everything of a kind that needs proof, with the id of its record: of a case, each of its decisions."""
    for record in records.of(kind).values():
        decisions = record.decisions if isinstance(record, Case) else []
        parts: list[Proven] = [*decisions] or [record]
        yield from ((record.id, part) for part in parts)


def coverage(records: Records) -> list[Coverage]:
    """The figures of the page How we checked."""
    found = []
    for kind in PROVEN:
        parts = [part for _, part in proven(records, kind)]
        days = [item.read for part in parts for item in part.evidence]
        found.append(
            Coverage(
                kind.file,
                len(parts),
                sum(bool(part.evidence) for part in parts),
                sum(bool(getattr(part, "computed", None)) for part in parts),
                sum(bool(part.unread) for part in parts),
                max(days, default=None),
            )
        )
    return found
