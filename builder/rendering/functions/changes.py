"""What changed on which page, the newest first."""

from __future__ import annotations

from builder.content.records import Change
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def changes(renderer: Renderer) -> str:
    """What changed on which page, the newest first."""
    return renderer.render("lists/changes.md", records=renderer.records.of(Change), title=renderer.project.title)
