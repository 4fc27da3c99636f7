"""The lines of the map: Natural Earth's borders (data/borders.json, cut out by artwork/clip_borders.py), and its names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from builder.content.maps import LOCATOR, MAP, Frame
from builder.content.yaml_files import StrictModel, read_yaml


class _Names(StrictModel):
    countries: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Borders:
    """lines, land: each line as the `d` of an SVG path; countries: where a name stands, longitude and latitude."""

    lines: list[str]
    land: list[str]
    countries: dict[str, tuple[float, float]]


def read_borders(root: Path) -> Borders:
    """The map of a project. Raises YamlFault or ValueError where data/map.yml or data/borders.json cannot be read."""
    drawn = json.loads((root / "data" / "borders.json").read_text(encoding="utf-8"))
    names = read_yaml(root / "data" / "map.yml", "data/map.yml", root)
    try:
        countries = _Names.model_validate(names.value).countries
    except ValidationError as error:
        raise ValueError(f"data/map.yml: {error.errors()[0]['msg']}") from None
    lines = [_path(MAP, line) for line in drawn["borders"]]
    return Borders(lines, [_path(LOCATOR, line) + "Z" for line in drawn["land"]], countries)


def _path(frame: Frame, line: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in (frame.project(*point) for point in line))
