"""The data as downloads: CSV and JSON of each kind, the sources as BibTeX, RIS and CSL-JSON, and a package describing them."""

from __future__ import annotations

import json
from typing import Any

from builder.content.records import Source
from builder.content.records.load import Records
from builder.downloads.bibtex import bibtex_entry
from builder.downloads.columns import TABLES
from builder.downloads.csl import csl_item
from builder.downloads.datapackage import datapackage
from builder.downloads.ris import ris_entry
from builder.downloads.tables import table


def downloads(records: Records) -> dict[str, str]:
    """Every download: its file name and its text."""
    files = {}
    for name, columns in TABLES.items():
        chosen = records.by_file[name].values()
        files[f"{name}.csv"] = table(columns, chosen)
        files[f"{name}.json"] = _json(
            [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in chosen]
        )
    sources = records.of(Source).values()
    files["sources.json"] = _json([csl_item(source) for source in sources])
    files["sources.bib"] = "\n".join(bibtex_entry(source) for source in sources)
    files["sources.ris"] = "".join(ris_entry(source) for source in sources)
    files["datapackage.json"] = _json(datapackage())
    return files


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
