"""The way on at a page’s end."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def next_(renderer: Renderer, path: str) -> str:
    """The way on at a page’s end: the page’s path from docs/."""
    title = renderer.project.title(path)
    if title is None:
        renderer.fault(path, f"there is no page {path}", "write its path from docs/, for example story/quotes.md")
    return renderer.render("inline/next.md", path=path, title=title or "")
