"""Stretches of time."""

from __future__ import annotations

from builder.content.records import Event
from builder.rendering.drawing.spans import Stretch
from builder.rendering.drawing.spans import spans as spans_of
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer


@page_chart
def spans(renderer: Renderer, name: str, title: str, reading: str, *stretches: tuple[str, ...]) -> str:
    """Stretches of time: (label, event it begins with, event it ends with or nothing), by ids of timeline.yml."""
    timeline = renderer.records.of(Event)
    renderer.known(Event, [key for _, *keys in stretches for key in keys])
    chosen = [
        Stretch(label, timeline[keys[0]], timeline[keys[1]] if keys[1:] else None)
        for label, *keys in stretches
        if all(key in timeline for key in keys)
    ]
    for each in chosen:
        if each.last and each.last.date.end.latest < each.first.date.start.earliest:
            renderer.fault(each.last.id, f"{each.label} ends before it begins", "change the two events over")
    if not chosen:
        return ""
    drawn, years = spans_of(chosen)
    return renderer.chart(
        "spans",
        name,
        title,
        len(chosen) * 46 + 24,
        reading=reading,
        spans=drawn,
        years=years,
        stretches=chosen,
    )
