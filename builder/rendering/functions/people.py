"""Every person of the story."""

from __future__ import annotations

from builder.content.records import Person
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def people(renderer: Renderer) -> str:
    """Every person of the story."""
    return renderer.render("lists/people.md", records=renderer.records.of(Person))
