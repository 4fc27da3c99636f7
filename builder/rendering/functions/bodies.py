"""The chart of UN bodies."""

from __future__ import annotations

from builder.content.records import Body
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def bodies(renderer: Renderer, name: str, title: str) -> str:
    """The bodies that can investigate or judge, drawn by what they can do."""
    bodies = list(renderer.records.of(Body).values())
    return renderer.render("charts/bodies.md", id=name, title=title, bodies=bodies)
