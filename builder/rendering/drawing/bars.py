"""Bars of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.rendering.drawing.paper import WIDTH


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its label, its amount as printed, and where it starts and how long it is in drawing units."""

    label: str
    words: str
    start: float
    length: float


def bars(amounts: Iterable[tuple[str, float, str]]) -> list[Bar]:
    """Bars for (label, amount, amount as printed): the whole first, its parts below it, each where the last one ended."""
    amounts = list(amounts)
    whole = amounts[0][1]
    room = WIDTH - 2
    drawn, start = [], 0.0
    for index, (label, amount, words) in enumerate(amounts):
        length = amount / whole * room
        drawn.append(Bar(label, words, round(start, 1), round(length, 1)))
        start = 0.0 if index == 0 else start + length
    return drawn
