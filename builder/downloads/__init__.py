"""The data as downloads: CSV and JSON of each kind, the sources for reference managers, and a package describing them."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from typing import Any

from builder.cache import Cache
from builder.content.records import Change, Source
from builder.content.records.load import Records
from builder.downloads.bibtex import bibtex_entry
from builder.downloads.columns import TABLES
from builder.downloads.csl import csl_item
from builder.downloads.datapackage import ChartTable, datapackage
from builder.downloads.ris import ris_entry
from builder.downloads.tables import citations, table

_NOTHING_CHANGED = datetime.date(1970, 1, 1)


def downloads(records: Records, homepage: str, charts: tuple[ChartTable, ...]) -> dict[str, str]:
    """Every download but the charts' own: its file name and its text.

    homepage: the site's address, with a slash at its end; charts: their tables, which the package describes too.
    """
    _kept.turn()
    return _kept.get((records.made_of, homepage, charts), lambda: _made(records, homepage, charts))


_kept: Cache[tuple[str, str, tuple[ChartTable, ...]], dict[str, str]] = Cache("downloads")


def _made(records: Records, homepage: str, charts: tuple[ChartTable, ...]) -> dict[str, str]:
    files = {}
    of_records = {name: columns for name, columns in TABLES.items() if name in records.by_file}
    for name, columns in of_records.items():
        chosen = records.by_file[name].values()
        files[f"{name}.csv"] = table(columns, chosen)
        files[f"{name}.json"] = _json(
            [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in chosen]
        )
    cited = list(citations(records, of_records))
    files["citations.csv"] = table(TABLES["citations"], cited)
    files["citations.json"] = _json([asdict(row) for row in cited])
    sources = records.of(Source)
    files["sources.json"] = _json([csl_item(source) for source in sources.values()])
    files["sources.bib"] = "\n".join(bibtex_entry(source) for source in sources.values())
    files["sources.ris"] = "".join(ris_entry(source) for source in sources.values())
    changed = max((change.date.end.latest for change in records.of(Change).values()), default=_NOTHING_CHANGED)
    files["datapackage.json"] = _json(datapackage(changed, homepage, charts, sources))
    return files


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
