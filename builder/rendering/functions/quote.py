"""A quotation, word for word."""

from __future__ import annotations

from builder.content.records import Person, Quote
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def quote(renderer: Renderer, name: str, form: str = "full") -> str:
    """The quotation of that id: `full` with who said it where, or `words` alone."""
    templates = {"full": "inline/quote.md", "words": "inline/words.md"}
    if form not in templates:
        renderer.fault(form, f"a quotation has no form {form!r}", f"write one of {', '.join(templates)}")
        return ""
    people = renderer.records.of(Person)
    return renderer.one(Quote, name, templates[form], people=people, names=renderer.records)
