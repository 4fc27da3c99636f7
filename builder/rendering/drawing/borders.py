"""The lines of the map: Natural Earth's borders (data/borders.json, cut out by artwork/clip_borders.py), and its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.content.maps import LOCATOR, MAP, Frame, country_names, outlines


@dataclass(frozen=True)
class Borders:
    """lines, land: each line as the `d` of an SVG path; countries: where a name stands, longitude and latitude."""

    lines: list[str]
    land: list[str]
    countries: dict[str, tuple[float, float]]


def read_borders(root: Path) -> Borders:
    """The map of a project; empty where its files cannot be read, which a rule tells."""
    (drawn, _), (countries, _) = outlines(root), country_names(root)
    lines = [_path(MAP, line) for line in drawn["borders"]]
    return Borders(lines, [_path(LOCATOR, line) + "Z" for line in drawn["land"]], countries)


def _path(frame: Frame, line: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in (frame.project(*point) for point in line))
