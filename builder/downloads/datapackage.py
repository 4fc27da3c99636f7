"""A package that describes every CSV for tools that read Frictionless data: https://specs.frictionlessdata.io/"""

from __future__ import annotations

from typing import Any

from builder.content.vocabulary import vocabulary
from builder.downloads.columns import LIST_SEPARATOR, TABLES, Column, holds

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def datapackage() -> dict[str, Any]:
    """The Frictionless descriptor of every CSV: columns, types, licence."""
    words = vocabulary().data_package
    return {
        "profile": "tabular-data-package",
        "name": "called-to-account",
        "title": words.title,
        "description": words.description.format(separator=repr(LIST_SEPARATOR)),
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
                    "fields": [_field(name, column) for column in columns],
                    "primaryKey": "id",
                    "missingValues": [""],
                },
            }
            for name, columns in TABLES.items()
        ],
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    """The column as Frictionless describes a field."""
    described = {"name": column.name, "type": column.type, "description": holds(table, column)}
    return described | ({"constraints": dict(column.constraints)} if column.constraints else {})
