"""Organisations of one kind."""

from __future__ import annotations

from builder.content.records import Organisation
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def organisations(renderer: Renderer, kind: str) -> str:
    """The organisations of one kind."""
    records = list(renderer.records.of(Organisation).values())
    chosen = [record for record in records if record.type == kind]
    if not chosen:
        known = ", ".join(sorted({record.type for record in records}))
        renderer.fault(kind, f"there are no organisations of the kind {kind!r}", f"known kinds: {known}")
    return renderer.render("lists/organisations.md", records=chosen)
