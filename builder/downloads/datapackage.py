"""A package that describes every CSV for programs that read data packages: https://datapackage.org, version 2."""

from __future__ import annotations

import datetime
from typing import Any

from builder.content.vocabulary import vocabulary
from builder.downloads.columns import LIST_SEPARATOR, SHAPE, TABLES, Column, holds

_PROFILES = "https://datapackage.org/profiles/2.0"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def datapackage(changed: datetime.date, homepage: str) -> dict[str, Any]:
    """The descriptor of every CSV: columns, types, references, licence.

    changed: the day of the newest change, after which the same records always make the same package; homepage: the
    address the site is published under, with a slash at its end.
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
            {
                "$schema": f"{_PROFILES}/dataresource.json",
                "name": name,
                "type": "table",
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "licenses": [LICENCE],
                "schema": _schema(name, columns),
            }
            for name, columns in TABLES.items()
        ],
    }


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
