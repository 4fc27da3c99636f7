"""A place lies on the map, no closer than a village, and its name can be read there."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.maps import LOCATOR, MAP, collisions, marks
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Place
from builder.content.rules import Fault, rule

MESSAGE = "it lies off the map"
# A hundred metres: which village, and never which house or grave.
_DECIMALS = 3
# Five times as many as there are; comparing each name with each other would take for ever long before a map is full.
_MOST = 100


@rule("records", message=MESSAGE, fault=Fault("data/places.yml", r"lat: 36\.321", "lat: 63.321"))
def places_on_the_map(project: Project) -> Iterator[Problem]:
    """Coordinates turned round or mistyped put a place elsewhere; finer ones would lead to a grave."""
    records = project.records
    places = records.of(Place)
    for place in places.values():
        if not LOCATOR.holds(place):
            wrong = f"{MESSAGE}, which shows {LOCATOR.south:g} to {LOCATOR.north:g} north and {LOCATOR.west:g} to {LOCATOR.east:g} east"
            yield records.problem(place, "lat", wrong, "correct the coordinates; lat is north, lon is east")
        for field, degrees in (("lat", place.lat), ("lon", place.lon)):
            if round(degrees, _DECIMALS) != degrees:
                wrong = f"{degrees} has more than {_DECIMALS} decimals"
                yield records.problem(
                    place, field, wrong, f"write {round(degrees, _DECIMALS)}: no place finer than a village"
                )
    drawn = [place for place in places.values() if MAP.holds(place)]
    if len(drawn) > _MOST:
        wrong = f"with it the map has {len(drawn)} places, more than {_MOST} names can be read on"
        yield records.problem(drawn[_MOST], "", wrong, "keep the places that pages name")
        return
    by_name = {place.name: place for place in drawn}
    for name, other in collisions(marks(drawn)):
        wrong = f"on the map, its name covers {other}"
        yield records.problem(by_name[name], "label", wrong, "let label put the name on another side of its point")
