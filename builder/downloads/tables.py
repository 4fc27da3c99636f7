"""The records as CSV (RFC 4180), and which of them cites which source."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.content.records.load import Records
from builder.downloads.columns import Column

# Excel takes a CSV without it for the system's old code page: Êzîdî comes out as ÃŠzÃ®dÃ®.
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Cites:
    """A field of a record cites a source. table, record: which record; id: of this row, from both and a running number."""

    id: str
    table: str
    record: str
    field: str
    source: str
    locator: str


def table(columns: tuple[Column, ...], records: Iterable[object]) -> str:
    """Records as CSV (RFC 4180), with a header row, marked as Unicode."""
    cells = ([column.of(record) for column in columns] for record in records)
    written = ([str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in cells)
    return csv_text([[column.name for column in columns], *written])


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV (RFC 4180), the head first, marked as Unicode."""
    stream = io.StringIO()
    stream.write(_BYTE_ORDER_MARK)
    csv.writer(stream).writerows(rows)
    return stream.getvalue()


def citations(records: Records, tables: Iterable[str]) -> Iterator[Cites]:
    """Every citation in the records of some tables, in their order."""
    numbers: Counter[str] = Counter()
    for name in tables:
        for record in records.by_file[name].values():
            for field, citation in record.citations():
                key = f"{name}-{record.id}"
                numbers[key] += 1
                # Of a list, which item cites would say less tomorrow: people add and sort.
                field = re.sub(r"\.\d+", "", field)
                yield Cites(f"{key}-{numbers[key]}", name, record.id, field, citation.key, citation.locator)
