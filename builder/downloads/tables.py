"""The records as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from builder.content.records.record import Record
from builder.downloads.columns import Column


def table(columns: tuple[Column, ...], records: Iterable[Record]) -> str:
    """Records as CSV (RFC 4180), with a header row."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(column.name for column in columns)
    for record in records:
        cells = [column.of(record) for column in columns]
        rows.writerow(str(cell).lower() if isinstance(cell, bool) else cell for cell in cells)
    return stream.getvalue()
