"""The strip of years."""

from __future__ import annotations

from builder.content.records import Event
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def years(renderer: Renderer) -> str:
    """The years of the story, each with the event that stands for it."""
    events = [event for event in renderer.records.of(Event).values() if event.year_in_short]
    return renderer.render("charts/years.md", events=events)
