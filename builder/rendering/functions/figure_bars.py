"""A chart of bars."""

from __future__ import annotations

from builder.content.records import Figure
from builder.rendering.drawing.bars import bars
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer, ids


@page_chart
def figure_bars(renderer: Renderer, name: str, title: str, reading: str, **labels: str) -> str:
    """A whole and its parts, a bar each: the figure’s id with underscores for hyphens, and its label."""
    known, chosen = renderer.records.of(Figure), ids(labels)
    renderer.known(Figure, chosen)
    figures = [known[key] for key in chosen if key in known]
    if not figures:
        return ""
    for figure in figures:
        if figure.value is None:
            renderer.fault(figure.id, f"{figure.id} has no single value", "a bar shows one number; name another figure")
            return ""
    amounts = [(chosen[figure.id], float(figure.value or 0), figure.words) for figure in figures]
    return renderer.chart(
        "figure_bars",
        name,
        title,
        len(figures) * 52,
        reading=reading,
        bars=bars(amounts),
        figures=figures,
        sources=list(dict.fromkeys(source for figure in figures for source in figure.sources)),
    )
