"""Sources as CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json)."""

from __future__ import annotations

from typing import Any

from builder.content.dates import PartialDate, Point
from builder.content.records import Source

_CSL_TYPES = {
    "un-document": "report",
    "resolution": "legislation",
    "court-decision": "legal_case",
    "statute": "legislation",
    "parliamentary-record": "hearing",
    "press-release": "article",
    "entry": "entry-encyclopedia",
}


def csl_item(source: Source) -> dict[str, Any]:
    """A source as one item of CSL-JSON."""
    item = {
        "id": source.id,
        "type": _CSL_TYPES.get(source.type, source.type),
        "title": source.title_en or source.title,
        "original-title": source.title if source.title_en else None,
        "author": [_csl_name(name) for name in source.author],
        "issued": _csl_date(source.issued),
        "accessed": _csl_date(source.accessed),
        "archive_location": source.archive_url,
    }
    for field in (
        "publisher",
        "container-title",
        "authority",
        "jurisdiction",
        "number",
        "volume",
        "issue",
        "page",
        "DOI",
        "ISBN",
        "URL",
        "language",
        "note",
    ):
        item[field] = getattr(source, field.replace("-", "_"))
    return {field: value for field, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}


def _csl_date(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    def parts(point: Point) -> list[int]:
        return [part for part in (point.year, point.month, point.day) if part]

    if date is None:
        return None
    return {"date-parts": [parts(date.start)] if date.start == date.end else [parts(date.start), parts(date.end)]}
