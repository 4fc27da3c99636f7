"""The columns of the downloads."""

from __future__ import annotations

from builder.downloads.columns import TABLES
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def downloads(renderer: Renderer) -> str:
    """Every download: the charts, and the tables with their columns."""
    charts = {name: places[0] for name, places in renderer.places.items()}
    return renderer.render("lists/downloads.md", tables=TABLES, charts=charts, title=renderer.project.title)
