"""Stretches of time on a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from builder.content.dates import PartialDate
from builder.content.records import Event
from builder.rendering.drawing.paper import LABEL_WIDTH, WIDTH


@dataclass(frozen=True)
class Stretch:
    """From one event to another, or on where there is no last."""

    label: str
    first: Event
    last: Event | None


@dataclass(frozen=True)
class Span:
    """A stretch of time on a chart: its label, its dates, and where it starts and ends in drawing units."""

    label: str
    begin: PartialDate
    end: PartialDate | None
    start: float
    stop: float

    @property
    def label_at(self) -> tuple[float, str]:
        """Where its label stands, and the end it is anchored by: at its start, or before the edge of the paper."""
        if self.start + len(self.label) * LABEL_WIDTH <= WIDTH:
            return self.start, "start"
        return max(self.stop, len(self.label) * LABEL_WIDTH), "end"


def spans(stretches: Iterable[Stretch]) -> tuple[list[Span], list[tuple[int, float]]]:
    """Stretches of time from one event to another, or on where the second is None, and where each year begins.

    A single event is a stretch that ends where it starts.
    """
    stretches = list(stretches)
    events = [event for stretch in stretches for event in (stretch.first, stretch.last) if event]
    dates = [event.date for event in events]
    years = range(min(point.start.year for point in dates), max(point.end.year for point in dates) + 3)
    begin, end = (date(year, 1, 1).toordinal() for year in (years[0], years[-1]))

    def across(day: date) -> float:
        return round((day.toordinal() - begin) / (end - begin) * WIDTH, 1)

    drawn = [
        Span(
            stretch.label,
            stretch.first.date,
            stretch.last.date if stretch.last else None,
            across(stretch.first.date.start.earliest),
            across(stretch.last.date.start.earliest) if stretch.last else WIDTH,
        )
        for stretch in stretches
    ]
    return drawn, [(year, across(date(year, 1, 1))) for year in years[:-1]]
