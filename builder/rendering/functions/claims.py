"""Every claim of the article with its verdict, and how many have which."""

from __future__ import annotations

from builder.content.records import Claim
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def claims(renderer: Renderer) -> str:
    """Every claim of the article with its verdict, and how many have which."""
    return renderer.render("lists/claims.md", records=renderer.records.of(Claim), title=renderer.project.title)
