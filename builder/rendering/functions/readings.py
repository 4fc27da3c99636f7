"""Readings of one kind."""

from __future__ import annotations

from builder.content.records import Reading
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def readings(renderer: Renderer, kind: str) -> str:
    """The readings of one kind."""
    return renderer.render("lists/readings.md", records=renderer.of_type(Reading, kind))
