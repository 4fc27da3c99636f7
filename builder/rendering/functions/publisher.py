"""Who stands behind this copy."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def publisher(renderer: Renderer) -> str:
    """Who stands behind this copy, how it was made, and who outside has read it."""
    project = renderer.project
    unread = [path for path in project.pages if not project.publisher.readers_of(path)]
    return renderer.render("page/publisher.md", publisher=project.publisher, unread=unread, title=project.title)
