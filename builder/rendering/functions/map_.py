"""The map."""

from __future__ import annotations

from builder.content.maps import LOCATOR, MAP, marks, spots
from builder.content.records import Place
from builder.rendering.functions import page_chart
from builder.rendering.renderer import Renderer


@page_chart
def map_(renderer: Renderer, name: str, title: str, *strong: str) -> str:
    """The map, with every place of places.yml; those named in `strong` stand out."""
    records = renderer.records.of(Place)
    renderer.known(Place, strong)
    places = [place for place in records.values() if MAP.holds(place)]
    far = [place for place in records.values() if not MAP.holds(place)]
    corners = MAP.west, MAP.north, MAP.east, MAP.south
    borders = renderer.borders
    return renderer.chart(
        "map",
        name,
        title,
        MAP.height,
        MAP.width,
        strong=strong,
        map=MAP,
        locator=LOCATOR,
        borders=borders.lines,
        land=borders.land,
        shown=LOCATOR.project(*corners[:2]) + LOCATOR.project(*corners[2:]),
        countries=[(country, *MAP.project(*centre)) for country, centre in borders.countries.items()],
        marks=marks(places, strong),
        far=spots(far, strong),
        places=[place for place in places + far if not strong or place.id in strong],
    )
