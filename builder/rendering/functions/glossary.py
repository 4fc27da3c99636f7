"""Every term with its explanation."""

from __future__ import annotations

from builder.content.records import Term
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def glossary(renderer: Renderer) -> str:
    """Every term with its explanation."""
    return renderer.render("lists/glossary.md", records=renderer.records.of(Term), title=renderer.project.title)
