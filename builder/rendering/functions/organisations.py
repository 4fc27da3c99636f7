"""Organisations of one kind."""

from __future__ import annotations

from builder.content.records import Organisation
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def organisations(renderer: Renderer, kind: str) -> str:
    """The organisations of one kind."""
    return renderer.render("lists/organisations.md", records=renderer.of_type(Organisation, kind))
