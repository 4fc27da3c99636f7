"""Every event, in order, and the short version above."""

from __future__ import annotations

from builder.content.records import Event
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def timeline(renderer: Renderer) -> str:
    """Every event, in order, and the short version above."""
    return renderer.render("lists/timeline.md", records=renderer.records.of(Event))
