"""Where readers may write to."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def ways(renderer: Renderer) -> str:
    """Where readers may write to, or that this copy has nobody to write to."""
    project = renderer.project
    return renderer.render("page/ways.md", ways=project.ways, publisher=project.publisher)
