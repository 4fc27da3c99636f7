"""The chart of UN bodies."""

from __future__ import annotations

from builder.content.records import Body
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer


@page_chart
def bodies(renderer: Renderer, name: str, title: str) -> str:
    """The bodies that can investigate or judge, drawn by what they can do."""
    bodies = list(renderer.records.of(Body).values())
    # Two lines for a body that sent somebody, one for any other, and a heading with room below for each of the two groups.
    height = sum(42 if body.sent else 26 for body in bodies) + 34 * len({body.within_un for body in bodies})
    return renderer.chart("bodies", name, title, height, bodies=bodies)
