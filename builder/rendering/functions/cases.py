"""Every case."""

from __future__ import annotations

from builder.content.records import Case
from builder.content.vocabulary import vocabulary
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def cases(renderer: Renderer) -> str:
    """Every case, by country, and what narrows them."""
    known = vocabulary()
    cases = renderer.records.of(Case)
    standing = {conviction for case in cases.values() for conviction in case.standing}
    by_gravity = sorted(standing, key=lambda one: (known.crimes.index(one.crime), list(known.modes).index(one.mode)))
    return renderer.render("lists/cases.md", records=cases, convictions=list(map(str, by_gravity)), zip=zip)
