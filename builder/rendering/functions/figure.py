"""A figure, where a sentence needs it."""

from __future__ import annotations

from builder.content.records import Figure
from builder.content.records.figure import newest
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def figure(renderer: Renderer, name: str, form: str = "full", of: str = "") -> str:
    """The figure of that id, or the newest count that supersedes it: `full` with counter, date and note, `cited` with the note alone, `value` bare; `of` names what is counted."""
    forms = ("full", "cited", "value")
    if form not in forms:
        renderer.fault(form, f"a figure has no form {form!r}", f"write one of {', '.join(forms)}")
        return ""
    name = newest(renderer.records.of(Figure), name)
    return renderer.one(Figure, name, "inline/figure.md", form=form, of=of)
