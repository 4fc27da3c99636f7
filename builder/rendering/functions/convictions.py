"""The convictions for genocide."""

from __future__ import annotations

from builder.content.records import Case
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def convictions(renderer: Renderer) -> str:
    """Every case in which a conviction for genocide stands."""
    return renderer.render("lists/convictions.md", cases=renderer.records.of(Case).values())
