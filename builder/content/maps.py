"""Where places stand on the map, and their labels.

Here, and not where it is drawn, because a place that no map can show is refused before anything is drawn. Templates draw
it as SVG that takes its colours from the page. Equirectangular projection, true to scale at the middle latitude: enough
for an area this small.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from builder.content.problems import Problem
from builder.content.records import Place
from builder.content.text_files import UnreadableError, read
from builder.content.yaml_files import StrictModel, YamlFault, explain, named, read_yaml

NAMES, LINES = "data/map.yml", "data/borders.json"
# Kilometres in a degree of latitude.
_DEGREE = 111.2
# The larger of the two sizes at which map labels are printed (on phones), in drawing units, and the mean width of a
# letter as a share of it: what decides whether labels collide.
LABEL_SIZE, LETTER = 21, 0.55


@dataclass(frozen=True)
class Frame:
    """The part of the earth a map shows, in degrees, and the width of its paper in drawing units."""

    west: float
    east: float
    south: float
    north: float
    width: int

    @property
    def _scale(self) -> float:
        return self.width / (self.east - self.west)

    @property
    def _stretch(self) -> float:
        return 1 / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self._scale * self._stretch)

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Longitude and latitude in degrees to drawing units, the origin at the top left."""
        return round((lon - self.west) * self._scale, 1), round((self.north - lat) * self._scale * self._stretch, 1)

    def kilometres(self, length: float) -> float:
        """How long a line of so many kilometres is on the paper, in drawing units."""
        return round(length / _DEGREE * self._scale * self._stretch, 1)

    def holds(self, place: Place) -> bool:
        """Whether a place lies on the map."""
        return self.west < place.lon < self.east and self.south < place.lat < self.north


MAP = Frame(west=40.75, east=44.35, south=35.55, north=37.45, width=640)
LOCATOR = Frame(west=35.2, east=49.2, south=29.2, north=38.6, width=150)


class _Names(StrictModel):
    countries: dict[str, tuple[float, float]]


def country_names(root: Path) -> tuple[dict[str, tuple[float, float]], list[Problem]]:
    """Where each country's name stands, longitude and latitude, from data/map.yml; or what is wrong with that file."""
    try:
        raw = read_yaml(root / NAMES, NAMES, root)
        return _Names.model_validate(raw.value).countries, []
    except YamlFault as fault:
        return {}, [fault.problem]
    except ValidationError as error:
        faults = explain(error, _Names, "map")
        return {}, [Problem(NAMES, raw.line(steps), f"field {named(steps)}", *told) for steps, *told in faults]


def outlines(root: Path) -> tuple[dict[str, list[Any]], list[Problem]]:
    """Natural Earth's lines from data/borders.json, `borders` and `land`, points in degrees; or what is wrong with it."""
    try:
        drawn = json.loads(read(root / LINES, LINES, root))
        return {name: drawn[name] for name in ("borders", "land")}, []
    except UnreadableError as error:
        return _NO_LINES, [error.problem]
    except (ValueError, LookupError, TypeError):
        right = "restore it, or cut it out anew with artwork/clip_borders.py"
        return _NO_LINES, [Problem(LINES, 0, "", "it holds no lines of borders and land", right)]


_NO_LINES: dict[str, list[Any]] = {"borders": [], "land": []}


@dataclass(frozen=True)
class Mark:
    """A place on the drawing: its point, and where its label begins, in drawing units."""

    place: Place
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    strong: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What the label covers at its larger size: left, top, right, bottom."""
        width = len(self.place.name) * LABEL_SIZE * LETTER
        left = self.label_x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.label_y - LABEL_SIZE * 0.8, left + width, self.label_y + LABEL_SIZE * 0.2


def marks(places: Iterable[Place], strong: Iterable[str] = ()) -> list[Mark]:
    """Where each place and its label stand. strong: the ids of the places that the map is about."""
    offsets = {
        "right": (9, 6, "start"),
        "left": (-9, 6, "end"),
        "above": (0, -11, "middle"),
        "below": (0, 24, "middle"),
        "above right": (5, -9, "start"),
        "above left": (30, -14, "end"),
        "below right": (5, 21, "start"),
        "below left": (-5, 21, "end"),
    }
    strong = set(strong)
    drawn = []
    for place in places:
        x, y = MAP.project(place.lon, place.lat)
        dx, dy, anchor = offsets[place.label]
        drawn.append(Mark(place, x, y, round(x + dx, 1), round(y + dy, 1), anchor, place.id in strong))
    return drawn


def spots(places: Iterable[Place], strong: Iterable[str] = ()) -> list[Mark]:
    """Where places that lie off the map stand on the locator."""
    strong = set(strong)
    points = [(place, *LOCATOR.project(place.lon, place.lat)) for place in places]
    return [Mark(place, x, y, x, y, "middle", place.id in strong) for place, x, y in points]


def collisions(drawn: Iterable[Mark]) -> list[tuple[str, str]]:
    """The pairs of places whose labels, or whose label and point, cover each other, and labels that leave the paper."""
    drawn = list(drawn)
    found = []
    for one in drawn:
        left, top, right, bottom = one.box
        if left < 0 or top < 0 or right > MAP.width or bottom > MAP.height:
            found.append((one.place.name, "the edge of the map"))
        for other in drawn:
            if other is one:
                continue
            a, b, c, d = other.box
            if one.place.id < other.place.id and left < c and a < right and top < d and b < bottom:
                found.append((one.place.name, other.place.name))
            if left < other.x + 4 and other.x - 4 < right and top < other.y + 4 and other.y - 4 < bottom:
                found.append((one.place.name, f"the point of {other.place.name}"))
    return found
