"""Sources as BibTeX."""

from __future__ import annotations

from builder.content.records import Source

_BIBTEX_TYPES = {"article-journal": "article", "article-newspaper": "article", "book": "book", "report": "techreport"}
_BIBTEX_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"} | {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}", "^": r"\^{}"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_entry(source: Source) -> str:
    """A source as one BibTeX entry; braces keep the capitals of titles."""
    kind = _BIBTEX_TYPES.get(source.type, "misc")
    institution = source.publisher or source.authority or source.jurisdiction
    fields = {
        "author": " and ".join(name if ", " in name else f"{{{name}}}" for name in map(_bibtex, source.author)) or None,
        "title": f"{{{_bibtex(source.title)}}}",
        "journal": _bibtex(source.container_title) if kind == "article" else None,
        "institution" if kind == "techreport" else "publisher": _bibtex(institution) if institution else None,
        "howpublished": _bibtex(source.container_title) if kind != "article" and source.container_title else None,
        "year": str(source.issued.end.year) if source.issued else None,
        "number": _bibtex(source.number or source.issue),
        "volume": source.volume,
        "pages": source.page,
        "doi": source.DOI,
        "isbn": source.ISBN,
        "url": source.URL,
        "language": source.language_name,
        "note": _bibtex(source.title_en),
    }
    month = source.issued.end.month if source.issued else 0
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines += [f"  month = {_MONTHS[month - 1]},"] if month else []
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}", ""])


def _bibtex(text: str | None) -> str:
    return (text or "").translate(_BIBTEX_SIGNS)
