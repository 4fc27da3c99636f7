"""Every source."""

from __future__ import annotations

from builder.content.records import Source
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def sources(renderer: Renderer, grade: str = "", but: str = "") -> str:
    """The sources of one grade, or of all but one, by grade, with the pages that cite each."""
    project = renderer.project
    cited = project.cited_on()

    chosen = {
        key: source
        for key, source in renderer.records.of(Source).items()
        if source.grade != but and grade in ("", source.grade)
    }

    def cited_on(key: str) -> list[tuple[str, str]]:
        return [(project.title(path) or "", path) for path in cited[key]]

    return renderer.render("lists/sources.md", sources=chosen, cited_on=cited_on)
