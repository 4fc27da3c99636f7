"""How many records there are."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def count(renderer: Renderer, name: str) -> str:
    """How many records a data file holds, for a sentence that says so."""
    return str(len(renderer.records.by_file[name]))
