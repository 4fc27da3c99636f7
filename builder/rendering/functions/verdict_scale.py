"""The scale of verdicts."""

from __future__ import annotations

from builder.content.vocabulary import vocabulary
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer


@page_function
def verdict_scale(renderer: Renderer) -> str:
    """Every verdict with its meaning."""
    return "\n".join(f"- **{verdict}**: {meaning}" for verdict, meaning in vocabulary().verdicts.items())
