"""How much rests on words that were read."""

from __future__ import annotations

from builder.content.coverage import coverage as counted
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def coverage(renderer: Renderer) -> str:
    """For each kind of record, how many rest on words that were read, and since when."""
    return renderer.render("lists/coverage.md", kinds=counted(renderer.records))
