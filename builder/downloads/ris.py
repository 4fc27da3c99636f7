"""Sources as RIS, which EndNote, Mendeley, Citavi and most library catalogues read besides Zotero.

The tags and types are those Zotero reads: https://github.com/zotero/translators/blob/master/RIS.js
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.records import Source
from builder.content.vocabulary import vocabulary

_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "broadcast": "ELEC",
    "court-decision": "CASE",
    "entry": "ENCYC",
    "press-release": "ELEC",
    "statute": "STAT",
    "webpage": "ELEC",
}
# Where the type has a place of its own for a number; else it is a note. M1, a number by its name, is the issue of a journal
# to Zotero, and the day on which a page was visited.
_NUMBERS = {"RPRT": "SN", "CASE": "SV", "STAT": "T2"}


def ris_entry(source: Source) -> str:
    """A source as one entry: a line for each tag, the type first, the end last."""
    lines = [f"{tag}  - {value}" for tag, value in _fields(source) if value]
    return "\n".join([*lines, "ER  - ", "", ""])


def _fields(source: Source) -> Iterator[tuple[str, str | None]]:
    kind = _TYPES.get(source.type, "RPRT")
    if kind == "ELEC" and source.number:
        # A page has no number, a report has.
        kind = "RPRT"
    yield "TY", kind
    yield "ID", source.id
    for name in source.author:
        # A body's name ends in a comma: else its last word would be taken for its family name.
        yield "AU", name if ", " in name else f"{name},"
    yield "TI", source.title
    yield "TT", source.title_en
    yield "T2", source.container_title
    yield "M3", vocabulary().genres.get(source.type)
    yield "PB", source.institution
    if source.issued:
        point = source.issued.end
        yield "PY", str(point.year)
        # Its slashes stand also where the month or the day is not known.
        yield (
            "DA",
            "/".join([str(point.year), *(f"{part:02}" if part else "" for part in (point.month, point.day)), ""]),
        )
    yield "VL", source.volume
    yield "IS", source.issue
    yield _NUMBERS.get(kind, "N1"), source.number
    yield "SP", source.page
    yield "DO", source.DOI
    yield "SN", source.ISBN
    yield "UR", source.URL
    yield "LA", source.language
    yield "N1", source.note
