"""Every recognition, in order."""

from __future__ import annotations

from builder.content.records import Recognition
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def recognitions(renderer: Renderer) -> str:
    """Every recognition, in order."""
    return renderer.render("lists/recognitions.md", records=renderer.records.of(Recognition))
