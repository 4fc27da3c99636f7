"""Figures that stand out."""

from __future__ import annotations

from builder.content.records import Figure
from builder.content.records.figure import newest
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer, ids


@page_function
def callouts(renderer: Renderer, **labels: str) -> str:
    """Figures that stand out, each the newest of its chain: its id with underscores for hyphens, and what it is, in a few words."""
    figures, chosen = renderer.records.of(Figure), ids(labels)
    renderer.known(Figure, chosen)
    found = [(figures[newest(figures, key)], label) for key, label in chosen.items() if key in figures]
    return renderer.render("inline/callouts.md", figures=found)
