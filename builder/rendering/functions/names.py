"""Names and spellings."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def names(renderer: Renderer) -> str:
    """Every name and spelling that the records know."""
    return renderer.render("lists/names.md", records=renderer.records)
