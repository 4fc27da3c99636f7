"""Every source."""

from __future__ import annotations

from builder.content.records import Source
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def sources(renderer: Renderer) -> str:
    """Every source, by grade, with the pages that cite it."""
    project = renderer.project
    cited = project.cited_on()

    def cited_on(key: str) -> list[tuple[str, str]]:
        return [(project.title(path) or "", path) for path in cited[key]]

    return renderer.render("lists/sources.md", sources=renderer.records.of(Source), cited_on=cited_on)
