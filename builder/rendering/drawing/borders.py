"""The lines of the map: Natural Earth's borders (data/borders.json, cut out by artwork/clip_borders.py), and its names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from builder.content.problems import Problem, ProblemsFound
from builder.content.text_files import UnreadableError, read
from builder.content.yaml_files import StrictModel, YamlFault, read_yaml
from builder.rendering.drawing.maps import LOCATOR, MAP, Frame

BORDERS, NAMES = "data/borders.json", "data/map.yml"


class _Names(StrictModel):
    countries: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Borders:
    """lines, land: each line as the `d` of an SVG path; countries: where a name stands, longitude and latitude."""

    lines: list[str]
    land: list[str]
    countries: dict[str, tuple[float, float]]


def read_borders(root: Path) -> Borders:
    """The map of a project. Raises ProblemsFound where data/map.yml or data/borders.json cannot be read."""
    try:
        drawn = json.loads(read(root / BORDERS, BORDERS, root))
        lines = [_path(MAP, line) for line in drawn["borders"]]
        land = [_path(LOCATOR, line) + "Z" for line in drawn["land"]]
        names = read_yaml(root / NAMES, NAMES, root)
        return Borders(lines, land, _Names.model_validate(names.value).countries)
    except (UnreadableError, YamlFault) as error:
        raise ProblemsFound([error.problem]) from None
    except ValidationError as error:
        wrong = f"the names cannot be read: {error.errors()[0]['msg']}"
        raise ProblemsFound([Problem(NAMES, 0, "", wrong, "write countries: {Name: [longitude, latitude]}")]) from None
    except (ValueError, LookupError, TypeError) as error:
        wrong = f"the lines cannot be read: {error}"
        raise ProblemsFound([Problem(BORDERS, 0, "", wrong, "make it anew: artwork/clip_borders.py")]) from None


def _path(frame: Frame, line: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in (frame.project(*point) for point in line))
