"""Sources as CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json)."""

from __future__ import annotations

from typing import Any

from builder.content.dates import PartialDate, Point
from builder.content.records import Source
from builder.content.vocabulary import vocabulary

# What each of our types becomes, where CSL has no type of that name. Resolutions and records of parliaments are reports:
# of legislation and hearings the usual styles print American forms (Pub. L. No.), and neither the number nor the body.
_CSL_TYPES = {
    "un-document": "report",
    "resolution": "report",
    "court-decision": "legal_case",
    "statute": "legislation",
    "parliamentary-record": "report",
    "press-release": "webpage",
    "entry": "entry-encyclopedia",
}


def csl_item(source: Source) -> dict[str, Any]:
    """A source as one item of CSL-JSON.

    The archived copy is not in it: CSL's archive variables mean a shelf mark, which styles print after the title.
    """
    statute = source.type == "statute"
    item = {
        "id": source.id,
        "type": _CSL_TYPES.get(source.type, source.type),
        "title": source.title_en or source.title,
        "original-title": source.title if source.title_en else None,
        "author": [_csl_name(name) for name in source.author],
        "issued": _csl_date(source.issued),
        "accessed": _csl_date(source.accessed),
        "genre": vocabulary().genres.get(source.type),
        "publisher": source.institution,
        # The collection a statute stands in, or its number there, is what styles print of it; of its own `number` they
        # say that it is an American public law.
        "container-title": source.number if statute else source.container_title,
        "number": None if statute else source.number,
    }
    for field in ("authority", "jurisdiction", "volume", "issue", "page", "DOI", "ISBN", "URL", "language", "note"):
        item[field] = getattr(source, field)
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
