"""Sources as BibTeX, with the entry types and the `date` of biblatex, which programs of today read.

https://ctan.org/pkg/biblatex, section 2. BibTeX itself takes a type it does not know for @misc, and passes over `date`,
beside which it finds `year` and `month`.
"""

from __future__ import annotations

from builder.content.records import Source
from builder.content.vocabulary import vocabulary

_TYPES = {
    "article-journal": "article",
    "article-newspaper": "article",
    "book": "book",
    "entry": "inreference",
    "webpage": "online",
    "press-release": "online",
    "broadcast": "online",
    "court-decision": "report",
    "report": "report",
    "un-document": "report",
    "resolution": "report",
    "parliamentary-record": "report",
}
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"} | {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}", "^": r"\^{}"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CONTAINERS = {"article": "journaltitle", "inreference": "booktitle"}


def bibtex_entry(source: Source) -> str:
    """A source as one entry. A second pair of braces keeps the capitals of titles, and bodies whose name holds an `and`."""
    kind = _TYPES.get(source.type, "misc")
    genre = vocabulary().genres.get(source.type)
    date = source.issued
    fields = {
        "author": " and ".join(_escaped(name) if ", " in name else _whole(name) for name in source.author),
        "title": _whole(source.title),
        "entrysubtype": "newspaper" if source.type == "article-newspaper" else None,
        "type": _escaped(genre) if kind == "report" else None,
        _CONTAINERS.get(kind, "howpublished"): _whole(source.container_title),
        "institution" if kind == "report" else "publisher": _whole(source.institution),
        "date": str(date) if date else None,
        "year": str(date.end.year) if date else None,
        "number": _escaped(source.number),
        "volume": source.volume,
        "issue": source.issue,
        "pages": source.page,
        "doi": source.DOI,
        "isbn": source.ISBN,
        "url": source.URL,
        "language": source.language_name,
        "note": _escaped(source.title_en),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    # One of BibTeX's own words, which stands in no braces.
    lines += [f"  month = {_MONTHS[date.end.month - 1]},"] if date and date.end.month else []
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}", ""])


def _whole(text: str | None) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _escaped(text: str | None) -> str:
    return (text or "").translate(_SIGNS)
