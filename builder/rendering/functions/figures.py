"""Every figure by group."""

from __future__ import annotations

from builder.content.records import Figure
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def figures(renderer: Renderer) -> str:
    """Every figure, by group, with its note, other counts and words."""
    return renderer.render("lists/figures.md", figures=renderer.records.of(Figure))
