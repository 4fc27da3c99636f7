"""The data as downloads: CSV and JSON of each kind, the sources as BibTeX and CSL-JSON, and a package describing them.

In CSV a list is one cell, its items joined by LIST_SEPARATOR; dates are ISO 8601 at their own precision; an empty cell
means not known or not applicable. JSON keeps the shape of the data files.
Formats: https://specs.frictionlessdata.io/tabular-data-package/ and
https://github.com/citation-style-language/schema (csl-data.json).
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from builder.dates import PartialDate, Point
from builder.models import Record, Source
from builder.records import Records

LIST_SEPARATOR = " | "
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
DATE_PATTERN = r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?"


@dataclass(frozen=True)
class Column:
    """One column of a table: its name, what it holds, its Frictionless type, and where a record has it."""

    name: str
    holds: str
    type: str = "string"
    path: str = ""
    constraints: tuple[tuple[str, Any], ...] = ()

    def of(self, record: Record) -> str | int | float | bool | None:
        """The cell: numbers as numbers, lists joined, dates in ISO form, None where there is nothing."""
        value: Any = record
        for step in (self.path or self.name).replace("-", "_").split("."):
            value = getattr(value, step, None)
        if isinstance(value, list):
            return LIST_SEPARATOR.join(str(item) for item in value)
        return value if value is None or isinstance(value, (bool, int, float)) else str(value)

    @property
    def descriptor(self) -> dict[str, Any]:
        """The column as Frictionless describes a field."""
        described = {"name": self.name, "type": self.type, "description": self.holds}
        return described | ({"constraints": dict(self.constraints)} if self.constraints else {})


def _id(what: str) -> Column:
    return Column(
        "id", f"The {what}’s id, and its anchor on its page", constraints=(("required", True), ("unique", True))
    )


def _date(name: str, holds: str, path: str = "") -> Column:
    return Column(
        name, f"{holds} (ISO 8601 at the precision known)", path=path, constraints=(("pattern", DATE_PATTERN),)
    )


_EVIDENCE = (
    Column("evidence", "The words of the sources it rests on, each with its source and the day it was read"),
    Column("unread", "Why no words could be read, where none could"),
)
_SOURCES = Column(
    "sources", "Ids of sources.csv, each with its locator after a comma", constraints=(("required", True),)
)

TABLES: dict[str, tuple[Column, ...]] = {
    "figures": (
        _id("figure"),
        Column("group", "The part of the figures page it stands in"),
        Column("counts", "What is counted"),
        Column("value", "The number; empty where only a range is known", "number"),
        Column("low", "The lower end of the range", "number"),
        Column("high", "The upper end of the range", "number"),
        Column("range_kind", "What the range is, for example a 95% interval"),
        Column("qualifier", "The counter’s own reserve: about, at least, more than"),
        Column("unit", "The unit"),
        _date("asof", "The date for which it holds"),
        Column("counter", "Who counts"),
        Column("note", "What is and is not in the number; citations in square brackets"),
        Column("supersedes", "The id of the older figure it replaces"),
        Column("computed", "The sum it is, over ids of other figures and counts of cases"),
        Column("other_counts", "What others count for the same thing, each with its source’s words"),
        _SOURCES,
        *_EVIDENCE,
    ),
    "timeline": (
        _id("event"),
        _date("date", "When it happened"),
        Column("title", "What happened, in a line"),
        Column("text", "What happened, in one or two sentences"),
        Column("threads", "The threads it belongs to: yazidis, isis, un, courts, campaign"),
        Column("places", "The places, by their ids on the page of names"),
        Column("importance", "1: in the short version; 2: main line; 3: detail", "integer"),
        _SOURCES,
        *_EVIDENCE,
    ),
    "cases": (
        _id("case"),
        Column("defendant", "The defendant as the court names them"),
        Column("country", "The country whose court it is"),
        Column("court", "The court of first instance"),
        Column("docket", "The docket number"),
        Column("charge", "The charge concerning Yazidis; citations in square brackets"),
        Column("status", "Where the proceeding stood on the date in asof"),
        _date("judgment_date", "When the court of first instance decided", "first_instance.date"),
        Column("judgment_outcome", "What it decided", path="first_instance.outcome"),
        Column(
            "convicted_of", "The crimes it convicted of, in the mode of liability", path="first_instance.convicted_of"
        ),
        Column("sentence", "The sentence of first instance", path="first_instance.sentence"),
        Column("appeals", "Each later decision: date, court, outcome, and the new sentence if there is one"),
        Column("standing", "The crimes for which a conviction stood on the date in asof, in their modes"),
        Column("in_absentia", "Whether the trial was held in the defendant’s absence", "boolean"),
        Column("counsel", "Counsel, where this story concerns them"),
        Column("matters", "Why the case matters; citations in square brackets"),
        _date("asof", "The date of the newest source"),
        _SOURCES,
        Column("evidence", "The words of the sources on the charge", path="evidence"),
        Column("judgment_evidence", "The words of the sources on the judgment", path="first_instance.evidence"),
        Column("judgment_unread", "Why no words on the judgment could be read", path="first_instance.unread"),
        Column("appeal_evidence", "The words of the sources on the later decisions"),
    ),
    "recognitions": (
        _id("recognition"),
        Column("body", "The body"),
        Column("country", "The country, or the organisation it belongs to"),
        _date("date", "When"),
        Column("instrument", "The act: motion, resolution, statement, law"),
        Column("force", "What kind of body or act it is"),
        Column("says", "What it says"),
        Column("votes", "How the vote went, as far as the source says"),
        Column("disputed", "Why its meaning is disputed, where it is; citations in square brackets"),
        _SOURCES,
        *_EVIDENCE,
    ),
    "claims": (
        _id("claim"),
        Column("claim", "What the article claims, in plain words"),
        Column("words", "The words of the article it rests on"),
        Column("quote", "The id of the quotation the words stand in; empty where they are PEOPLE’s own"),
        Column("verdict", "The verdict, from the scale on the page How we checked"),
        Column("see", "The page of this site that has more"),
        Column("finding", "Why; citations in square brackets"),
        Column("then", "The evidence in March 2017; citations in square brackets"),
        Column("since", "The evidence since; citations in square brackets"),
    ),
    "quotes": (
        _id("quotation"),
        Column("text", "The words, exactly as the source printed them"),
        Column("speaker", "Who spoke, by id on the page Who is who"),
        Column("body", "The body that wrote the words, where there is no single speaker"),
        Column("interviewer", "Who asked, by id on the page Who is who"),
        Column("programme", "The programme"),
        Column("occasion", "The occasion"),
        _date("date", "When it was said"),
        Column("article_order", "Its place among the quotations of the PEOPLE story", "integer"),
        Column("source", "The id of sources.csv that printed it, with the locator after a comma"),
    ),
    "sources": (
        _id("source"),
        Column("type", "The type of document"),
        Column("title", "The title in its own language"),
        Column("title-en", "The title in English, where its language is another", path="title_en"),
        Column("author", "Authors: Family, Given for people"),
        Column("publisher", "The publisher or issuing body"),
        Column("container-title", "The journal, newspaper or programme", path="container_title"),
        Column("authority", "The court or parliament"),
        Column("jurisdiction", "The state whose statute it is"),
        _date("issued", "When it was issued"),
        Column("number", "UN symbol, docket, or other number"),
        Column("volume", "The volume"),
        Column("issue", "The issue"),
        Column("page", "The pages"),
        Column("DOI", "The digital object identifier"),
        Column("ISBN", "The book number"),
        Column("URL", "The address", constraints=(("required", True),)),
        Column("archive", "The address of the archived copy nearest its date", path="archive_url"),
        Column("language", "The language, ISO 639-1"),
        Column("grade", "The kind of authority behind it, from the page How we checked"),
        Column("note", "What else a reader should know of it"),
    ),
}


def downloads(records: Records) -> dict[str, str]:
    """Every download: its file name and its text."""
    files = {}
    for name, columns in TABLES.items():
        chosen = list(getattr(records, name).values())
        files[f"{name}.csv"] = table(columns, chosen)
        files[f"{name}.json"] = _json(
            [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in chosen]
        )
    sources = records.sources.values()
    files["sources.json"] = _json([csl_item(source) for source in sources])
    files["sources.bib"] = "\n".join(bibtex_entry(source) for source in sources)
    files["datapackage.json"] = _json(datapackage())
    return files


def table(columns: tuple[Column, ...], records: list[Record]) -> str:
    """Records as CSV (RFC 4180), with a header row."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(column.name for column in columns)
    for record in records:
        cells = [column.of(record) for column in columns]
        rows.writerow(str(cell).lower() if isinstance(cell, bool) else cell for cell in cells)
    return stream.getvalue()


def datapackage() -> dict[str, Any]:
    """The Frictionless descriptor of every CSV: columns, types, licence."""
    return {
        "profile": "tabular-data-package",
        "name": "called-to-account",
        "title": "Called to Account: the data",
        "description": (
            "Figures, events, cases, recognitions, claims, quotations and sources on the call of March 2017 for a UN "
            f"investigation of the genocide of the Yazidis. Lists are joined by {LIST_SEPARATOR!r}."
        ),
        "licenses": [LICENCE],
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "licenses": [LICENCE],
                "schema": {
                    "fields": [column.descriptor for column in columns],
                    "primaryKey": "id",
                    "missingValues": [""],
                },
            }
            for name, columns in TABLES.items()
        ],
    }


# CSL-JSON

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


# BibTeX

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


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
