"""Maps and bar charts drawn from the data, as SVG that takes its colours from the page.

The borders are Natural Earth's at 1:50 million (public domain, https://www.naturalearthdata.com/about/terms-of-use/),
simplified. Equirectangular projection, true to scale at the middle latitude: enough for an area this small.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from pathlib import Path

from builder.models import Place

WEST, EAST, SOUTH, NORTH = 38.6, 44.9, 35.0, 37.65
WIDTH = 400
_SCALE = WIDTH / (EAST - WEST)
_STRETCH = 1 / cos(radians((SOUTH + NORTH) / 2))
HEIGHT = round((NORTH - SOUTH) * _SCALE * _STRETCH)


@dataclass(frozen=True)
class Mark:
    """A place on the drawing: its point, and where its label begins, in drawing units."""

    place: Place
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its label, its amount as printed, and its length in drawing units."""

    label: str
    words: str
    length: float


def bars(amounts: Iterable[tuple[str, float, str]]) -> list[Bar]:
    """Bars for (label, amount, amount as printed), the longest as long as leaves room for its number."""
    amounts = list(amounts)
    most = max(amount for _, amount, _ in amounts)
    return [Bar(label, words, round(amount / most * (WIDTH - 80), 1)) for label, amount, words in amounts]


def project(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in degrees to drawing units, the origin at the top left."""
    return round((lon - WEST) * _SCALE, 1), round((NORTH - lat) * _SCALE * _STRETCH, 1)


def border_paths(file: Path) -> list[str]:
    """Each border as the `d` of an SVG path."""
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    lines = ([project(*point) for point in feature["geometry"]["coordinates"]] for feature in features)
    return ["M" + "L".join(f"{x} {y}" for x, y in line) for line in lines]


def marks(places: Iterable[Place]) -> list[Mark]:
    """Where each place and its label stand."""
    offsets = {"right": (7, 4, "start"), "left": (-7, 4, "end"), "above": (0, -7, "middle"), "below": (0, 15, "middle")}
    drawn = []
    for place in places:
        x, y = project(place.lon, place.lat)
        dx, dy, anchor = offsets[place.label]
        drawn.append(Mark(place, x, y, x + dx, y + dy, anchor))
    return drawn
