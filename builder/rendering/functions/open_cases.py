"""The open cases."""

from __future__ import annotations

from builder.content.records import Case
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def open_cases(renderer: Renderer) -> str:
    """How many cases are open, and which."""
    return renderer.render("lists/open_cases.md", cases=list(renderer.records.of(Case).values()))
