"""Where things stand on the maps and charts: from records to positions on the paper.

Templates draw them as SVG that takes its colours from the page. The borders are Natural Earth's (data/borders.json, cut out
by artwork/clip_borders.py). Equirectangular projection, true to scale at the middle latitude: enough for an area this small.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from pathlib import Path

from builder.dates import PartialDate
from builder.models import MODES, Case, Event, Place

WIDTH = 400
# Kilometres in a degree of latitude.
_DEGREE = 111.2
# The larger of the two sizes at which map labels are printed (on phones), in drawing units, and the mean width of a
# letter as a share of it: what decides whether labels collide.
LABEL_SIZE, LETTER = 21, 0.55
# The mean width of a letter of a chart, in drawing units.
LABEL_WIDTH = 7.6


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


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its label, its amount as printed, and where it starts and how long it is in drawing units."""

    label: str
    words: str
    start: float
    length: float


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


def read_borders(file: Path) -> tuple[list[str], list[str]]:
    """The borders of the map, and the land of the locator, each line as the `d` of an SVG path."""
    lines = json.loads(file.read_text(encoding="utf-8"))
    borders = [_path(MAP, line) for line in lines["borders"]]
    return borders, [_path(LOCATOR, line) + "Z" for line in lines["land"]]


def _path(frame: Frame, line: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in (frame.project(*point) for point in line))


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


def spans(stretches: Iterable[tuple[str, Event, Event | None]]) -> tuple[list[Span], list[tuple[int, float]]]:
    """Stretches of time from one event to another, or on where the second is None, and where each year begins.

    A single event is a stretch that ends where it starts.
    """
    stretches = list(stretches)
    dates = [event.date for _, *events in stretches for event in events if event]
    years = range(min(point.start.year for point in dates), max(point.end.year for point in dates) + 3)
    begin, end = (date(year, 1, 1).toordinal() for year in (years[0], years[-1]))

    def across(day: date) -> float:
        return round((day.toordinal() - begin) / (end - begin) * WIDTH, 1)

    drawn = [
        Span(
            label,
            first.date,
            last.date if last else None,
            across(first.date.start.earliest),
            across(last.date.start.earliest) if last else WIDTH,
        )
        for label, first, last in stretches
    ]
    return drawn, [(year, across(date(year, 1, 1))) for year in years[:-1]]


@dataclass(frozen=True)
class Outcome:
    """What a case shows on the chart of verdicts. words: as the court put it; mark: a name of templates/_marks.md."""

    rank: int
    words: str
    mark: str

    def __str__(self) -> str:
        return self.words


# A crime committed jointly, or as a superior, was committed.
_FORMS = {mode: mode if mode in ("aiding", "complicity", "not stated") else "committing" for mode in MODES}
_SHOWN = ("genocide", "crimes against humanity")


def outcome(case: Case) -> Outcome | None:
    """The gravest conviction that stands, an acquittal, or nothing."""
    order = [(crime, mode) for crime in _SHOWN for mode in MODES]
    standing = [conviction for conviction in case.standing if conviction.crime in _SHOWN]
    if standing:
        gravest = min(standing, key=lambda conviction: order.index((conviction.crime, conviction.mode)))
        rank = order.index((gravest.crime, gravest.mode))
        return Outcome(rank, str(gravest), f"{gravest.crime} {_FORMS[gravest.mode]}")
    return Outcome(len(order), "acquitted", "acquitted") if case.acquitted else None


def verdicts(cases: Iterable[Case]) -> dict[str, dict[int, list[Outcome]]]:
    """For each country, in the order of its first verdict, and each year of judgment, the outcomes, gravest first."""
    judged = [(case, shown) for case in cases if (shown := outcome(case))]
    judged.sort(key=lambda pair: pair[0].first_instance.date.start)
    years = {case.first_instance.date.start.year for case, _ in judged}
    table = {case.country: {year: [] for year in range(min(years), max(years) + 1)} for case, _ in judged}
    for case, said in judged:
        table[case.country][case.first_instance.date.start.year].append(said)
    return {
        country: {year: sorted(said, key=lambda shown: shown.rank) for year, said in row.items()}
        for country, row in table.items()
    }
