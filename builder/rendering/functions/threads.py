"""The chart of threads."""

from __future__ import annotations

from builder.content.records import Event
from builder.content.vocabulary import vocabulary
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer

# The year of the attack; what came before it is counted in one number.
FIRST_YEAR = 2014


@page_chart
def threads(renderer: Renderer, name: str, title: str) -> str:
    """Each thread’s events by year, from 2014 on."""
    events = list(renderer.records.of(Event).values())
    years = range(FIRST_YEAR, max(event.date.start.year for event in events) + 1)
    rows = {
        label: {year: sum(e.date.start.year == year and thread in e.threads for e in events) for year in years}
        for thread, label in vocabulary().threads.items()
    }
    earlier = sum(event.date.start.year < FIRST_YEAR for event in events)
    return renderer.chart("threads", name, title, len(rows) * 34 + 26, rows=rows, years=years, earlier=earlier)
