"""The columns of each download. What a column holds is said in data/vocabulary.yml.

In CSV a list is one cell, its items joined by LIST_SEPARATOR, and a string to who reads it: the standard has a type for
lists, but the profile it publishes, by which programs check packages, refuses it (November 2026). Dates are ISO 8601 at
their own precision; an empty cell means not known or not applicable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.content.vocabulary import vocabulary

LIST_SEPARATOR = " | "
# The shape of the tables. It goes up when a column is dropped, renamed or holds something else, which breaks the programs
# that read it: https://semver.org
SHAPE = 2
DATE_PATTERN = r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?"


@dataclass(frozen=True)
class Column:
    """One column of a table: its name, its Frictionless type, where a record has it, and the table whose id it holds."""

    name: str
    type: str = "string"
    path: str = ""
    constraints: tuple[tuple[str, Any], ...] = ()
    refers: str = ""

    def of(self, record: object) -> str | int | float | bool | None:
        """The cell: numbers as numbers, lists joined, dates in ISO form, None where there is nothing."""
        value: Any = record
        for step in (self.path or self.name).replace("-", "_").split("."):
            value = getattr(value, step, None)
        if isinstance(value, list):
            return LIST_SEPARATOR.join(str(item) for item in value)
        return value if value is None or isinstance(value, (bool, int, float)) else str(value) or None


def holds(table: str, column: Column) -> str:
    """What a column of a table holds, in words."""
    return vocabulary().columns[table][column.name]


def _date(name: str, path: str = "") -> Column:
    return Column(name, path=path, constraints=(("pattern", DATE_PATTERN),))


_ID = Column("id", constraints=(("required", True), ("unique", True)))
_SOURCES = Column("sources", constraints=(("required", True),))

TABLES: dict[str, tuple[Column, ...]] = {
    "figures": (
        _ID,
        Column("group"),
        Column("counts"),
        Column("value", "number"),
        Column("low", "number"),
        Column("high", "number"),
        Column("range_kind"),
        Column("qualifier"),
        Column("unit"),
        _date("asof"),
        Column("counter"),
        Column("note"),
        Column("supersedes", refers="figures"),
        Column("part_of", refers="figures"),
        Column("computed"),
        Column("other_counts"),
        _SOURCES,
        Column("evidence"),
        Column("unread"),
    ),
    "timeline": (
        _ID,
        _date("date"),
        Column("title"),
        Column("text"),
        Column("threads"),
        Column("places"),
        Column("importance", "integer"),
        _SOURCES,
        Column("evidence"),
        Column("unread"),
    ),
    "cases": (
        _ID,
        Column("defendant"),
        Column("country"),
        Column("court"),
        Column("docket"),
        Column("charge"),
        Column("status"),
        _date("judgment_date", path="first_instance.date"),
        Column("judgment_outcome", path="first_instance.outcome"),
        Column("convicted_of", path="first_instance.convicted_of"),
        Column("sentence", path="first_instance.sentence"),
        Column("appeals"),
        Column("standing"),
        Column("in_absentia", "boolean"),
        Column("counsel"),
        Column("matters"),
        _date("asof"),
        _SOURCES,
        Column("evidence"),
        Column("judgment_evidence", path="first_instance.evidence"),
        Column("judgment_unread", path="first_instance.unread"),
        Column("appeal_evidence"),
    ),
    "recognitions": (
        _ID,
        Column("body"),
        Column("country"),
        _date("date"),
        Column("instrument"),
        Column("force"),
        Column("says"),
        Column("votes"),
        Column("disputed"),
        _SOURCES,
        Column("evidence"),
        Column("unread"),
    ),
    "claims": (
        _ID,
        Column("claim"),
        Column("words"),
        Column("quote", refers="quotes"),
        Column("verdict"),
        Column("see"),
        Column("finding"),
        Column("then"),
        Column("since"),
    ),
    "quotes": (
        _ID,
        Column("text"),
        Column("speaker"),
        Column("body"),
        Column("interviewer"),
        Column("programme"),
        Column("occasion"),
        _date("date"),
        Column("article_order", "integer"),
        Column("source", path="source.key", constraints=(("required", True),), refers="sources"),
        Column("locator", path="source.locator"),
    ),
    "sources": (
        _ID,
        Column("type"),
        Column("title"),
        Column("title-en", path="title_en"),
        Column("author"),
        Column("publisher"),
        Column("container-title", path="container_title"),
        Column("authority"),
        Column("jurisdiction"),
        _date("issued"),
        Column("number"),
        Column("volume"),
        Column("issue"),
        Column("page"),
        Column("DOI"),
        Column("ISBN"),
        Column("URL", constraints=(("required", True),)),
        Column("archive", path="archived.url"),
        Column("language"),
        Column("grade"),
        Column("note"),
    ),
    # A list in a cell cannot refer to another table; here each of its items has a row.
    "citations": (
        _ID,
        Column("table", constraints=(("required", True),)),
        Column("record", constraints=(("required", True),)),
        Column("field", constraints=(("required", True),)),
        Column("source", constraints=(("required", True),), refers="sources"),
        Column("locator"),
    ),
    "changes": (
        _ID,
        Column("date", constraints=(("required", True), ("pattern", DATE_PATTERN))),
        Column("page", constraints=(("required", True),)),
        Column("what", constraints=(("required", True),)),
        Column("why", constraints=(("required", True),)),
    ),
}
