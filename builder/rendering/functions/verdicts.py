"""The chart of verdicts."""

from __future__ import annotations

from builder.content.records import Case
from builder.rendering.drawing.verdicts import verdict_rows, verdict_table
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer


@page_chart
def verdicts(renderer: Renderer, name: str, title: str) -> str:
    """The chart of verdicts, by country and year."""
    table = verdict_table(renderer.records.of(Case).values())
    shown = sorted({one for row in table.values() for said in row.values() for one in said}, key=lambda one: one.rank)
    rows, bottom = verdict_rows(table)
    key: dict[str, str] = {}
    for one in shown:
        # One mark may stand for several modes; the key names the gravest, the table each.
        key.setdefault(one.mark, one.words[:1].upper() + one.words[1:])
    return renderer.chart("verdicts", name, title, bottom + 10, table=table, rows=rows, key=key)
