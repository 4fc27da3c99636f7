"""A package that describes every CSV, those of the charts too, for programs that read data packages: https://datapackage.org,
version 2.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from builder.content.records import Source
from builder.content.vocabulary import vocabulary
from builder.downloads.columns import LIST_SEPARATOR, SHAPE, TABLES, Column, holds

_PROFILES = "https://datapackage.org/profiles/2.0"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Where the files of the charts lie, beside the package.
CHARTS = "pictures"


@dataclass(frozen=True)
class ChartTable:
    """The table of a chart. name: the chart's id; title: what it shows; description: how to read it, and what it leaves out;
    address: where it stands, whole; columns: their heads; sources: the ids of those that its rows cite.
    """

    name: str
    title: str
    description: str
    address: str
    columns: tuple[str, ...]
    sources: tuple[str, ...]


def datapackage(
    changed: datetime.date, homepage: str, charts: Iterable[ChartTable], sources: Mapping[str, Source]
) -> dict[str, Any]:
    """The descriptor of every CSV: columns, types, references, licence.

    changed: the day of the newest change, after which the same records always make the same package; homepage: the
    address the site is published under, with a slash at its end; sources: by id, of which the charts cite some.
    """
    words = vocabulary().data_package
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "called-to-account",
        "title": words.title,
        "description": words.description.format(separator=repr(LIST_SEPARATOR)),
        "homepage": homepage,
        "version": f"{SHAPE}.{changed:%Y%m%d}.0",
        "created": f"{changed.isoformat()}T00:00:00Z",
        "contributors": [{"title": words.contributor, "path": homepage, "roles": ["creator", "publisher"]}],
        "sources": [{"title": words.sources, "path": f"{homepage}about/sources/"}],
        "licenses": [LICENCE],
        "resources": [
            *(_resource(name, f"{name}.csv", _schema(name, columns)) for name, columns in TABLES.items()),
            *(_of_chart(chart, sources) for chart in charts),
        ],
    }


def _resource(name: str, path: str, schema: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name,
        "type": "table",
        "path": path,
        **said,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [LICENCE],
        "schema": schema,
    }


def _of_chart(chart: ChartTable, sources: Mapping[str, Source]) -> dict[str, Any]:
    """A chart's table: its cells are words as the page prints them, numbers with their counters' own reserve."""
    cited = [{"title": sources[key].title_en or sources[key].title, "path": sources[key].link} for key in chart.sources]
    return _resource(
        chart.name,
        f"{CHARTS}/{chart.name}.csv",
        {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [{"name": column, "type": "string"} for column in chart.columns],
        },
        title=chart.title,
        description=chart.description,
        homepage=chart.address,
        **({"sources": cited} if cited else {}),
    )


def _schema(table: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    references = [_reference(table, column) for column in columns if column.refers]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(table, column) for column in columns],
        "primaryKey": ["id"],
        "missingValues": [""],
        # The standard wants none named rather than an empty list.
        **({"foreignKeys": references} if references else {}),
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    """The column as the standard describes a field."""
    described = {"name": column.name, "type": column.type, "description": holds(table, column)}
    return described | ({"constraints": dict(column.constraints)} if column.constraints else {})


def _reference(table: str, column: Column) -> dict[str, Any]:
    """The column as a foreign key; a reference within the same table names no resource."""
    resource = {"resource": column.refers} if column.refers != table else {}
    return {"fields": [column.name], "reference": {**resource, "fields": ["id"]}}
