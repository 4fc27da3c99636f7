"""Cuts the borders of the map out of Natural Earth and writes data/borders.json. Run once; its result is committed.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m artwork.clip_borders package/countries-10m.json package/countries-110m.json

world-atlas is Natural Earth 4.1.0 (public domain, https://www.naturalearthdata.com/about/terms-of-use/) as TopoJSON
(https://github.com/topojson/topojson-specification): borders that two countries share are one arc, so no line is
drawn twice. Detail comes from the scale of 1:10 million, the locator's outlines from 1:110 million.
"""

import itertools
import json
import sys
from pathlib import Path

from builder.content.maps import LOCATOR, MAP

OUT = Path(__file__).resolve().parent.parent / "data" / "borders.json"
# Points nearer to the last one than this, in degrees, are left out: less than a pixel on a large screen.
NEAR = {"borders": 0.006, "land": 0.15}


def arcs_of(topology):
    """Each arc as a list of [longitude, latitude] in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        points = itertools.accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        yield [[x * sx + tx, y * sy + ty] for x, y in points]


def rings(geometry):
    """The rings of a polygon or multipolygon, as lists of arc numbers (below zero: reversed)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def ring_points(ring, arcs):
    """A ring's points, its arcs joined."""
    points = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def thin(points, near):
    """The points without those that no reader could tell apart; first and last stay."""
    kept = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= near:
            kept.append(point)
    return [[round(x, 3), round(y, 3)] for x, y in [*kept, *points[-1:]]]


def inside(point, frame, margin=0.3):
    return (
        frame.west - margin <= point[0] <= frame.east + margin
        and frame.south - margin <= point[1] <= frame.north + margin
    )


def runs(points, frame):
    """The parts of a line that lie in the frame or just beside it."""
    for within, group in itertools.groupby(points, lambda point: inside(point, frame)):
        run = list(group)
        if within and len(run) > 1:
            yield run


def clip_ring(points, frame, margin=0.5):
    """A polygon cut to the frame, edge by edge (Sutherland and Hodgman, Communications of the ACM 17, 1974)."""
    edges = (
        (0, frame.west - margin, 1),
        (0, frame.east + margin, -1),
        (1, frame.south - margin, 1),
        (1, frame.north + margin, -1),
    )
    for axis, limit, sign in edges:
        clipped = []
        for a, b in itertools.pairwise([*points, points[0]]):
            a_in, b_in = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if a_in:
                clipped.append(a)
            if a_in != b_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                clipped.append([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])])
        points = clipped
        if not points:
            return []
    return points


def main(detailed, coarse):
    """Writes the borders inside the map's frame and the land inside the locator's. detailed, coarse: TopoJSON files."""
    topology = json.loads(Path(detailed).read_text(encoding="utf-8"))
    arcs = list(arcs_of(topology))
    used = itertools.chain.from_iterable(
        {n if n >= 0 else ~n for ring in rings(country) for n in ring}
        for country in topology["objects"]["countries"]["geometries"]
        if "arcs" in country
    )
    used = list(used)
    shared = sorted({number for number in used if used.count(number) == 2})
    borders = [thin(run, NEAR["borders"]) for number in shared for run in runs(arcs[number], MAP)]

    topology = json.loads(Path(coarse).read_text(encoding="utf-8"))
    arcs = list(arcs_of(topology))
    land = []
    for country in topology["objects"]["countries"]["geometries"]:
        for ring in rings(country):
            clipped = clip_ring(ring_points(ring, arcs), LOCATOR)
            if clipped:
                land.append(thin(clipped, NEAR["land"]))
    text = json.dumps({"source": "Natural Earth 4.1.0, public domain", "borders": borders, "land": land})
    OUT.write_text(text.replace("]], [[", "]],\n[[") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
