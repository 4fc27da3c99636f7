"""A place lies in the country, and on the side of its neighbour, that its words say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.content.maps import country_names, outlines
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Place
from builder.content.rules import Fault, rule

_Point = tuple[float, float]
_SIDE = re.compile(r"\b(north|south|east|west)(?:-(east|west))? of ((?:Mount )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)")
MESSAGE = "its words put it in {country}, its coordinates do not"


@rule("records", message=MESSAGE, fault=Fault("data/places.yml", "what: City in Syria", "what: City in Iraq"))
def places_in_words(project: Project) -> Iterator[Problem]:
    """A camp in the wrong country is a wrong history: who held it, and whose courts may judge."""
    names, borders = country_names(project.root)[0], outlines(project.root)[0]["borders"]
    places = project.records.of(Place)
    by_name = {place.name: place for place in places.values()}
    for place in places.values():
        here = (place.lon, place.lat)
        for country, there in names.items():
            if re.search(rf"\b{re.escape(country)}\b", place.what) and _crossings(here, there, borders) % 2:
                right = f"correct the one that is wrong; in data/map.yml {country} stands at {there}"
                yield project.records.problem(place, "what", MESSAGE.format(country=country), right)
        for found in _SIDE.finditer(place.what):
            other = by_name.get(found[3])
            for side in filter(None, found.groups()[:2]):
                if other and not _lies(side, place, other):
                    wrong = f"its words put it {side} of {other.name}, its coordinates do not"
                    yield project.records.problem(place, "what", wrong, "correct the one that is wrong")


def _lies(side: str, place: Place, other: Place) -> bool:
    return {
        "north": place.lat > other.lat,
        "south": place.lat < other.lat,
        "east": place.lon > other.lon,
        "west": place.lon < other.lon,
    }[side]


def _crossings(here: _Point, there: _Point, borders: list[list[_Point]]) -> int:
    """How often a straight way crosses a border: an odd number of times, and its ends are in two countries."""
    return sum(
        _left(here, there, one) != _left(here, there, other) and _left(one, other, here) != _left(one, other, there)
        for line in borders
        for one, other in pairwise(line)
    )


def _left(one: _Point, other: _Point, point: _Point) -> bool:
    """Whether a point lies to the left of a line."""
    return (other[0] - one[0]) * (point[1] - one[1]) > (other[1] - one[1]) * (point[0] - one[0])
