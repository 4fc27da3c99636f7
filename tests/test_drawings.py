"""Drawings keep their proportions."""

import pytest

from builder.drawings import EAST, HEIGHT, NORTH, SOUTH, WEST, WIDTH, bars, border_paths, project
from tests.conftest import ROOT


def test_the_corners_of_the_map_are_the_corners_of_the_paper():
    assert project(WEST, NORTH) == (0, 0)
    assert project(EAST, SOUTH) == (WIDTH, pytest.approx(HEIGHT, abs=0.5))


def test_a_degree_of_latitude_is_longer_than_one_of_longitude():
    (x, _), (_, y) = project(WEST + 1, NORTH), project(WEST, NORTH - 1)
    assert y / x == pytest.approx(1.24, abs=0.01)


def test_bars_are_as_long_as_their_amounts():
    long, short = bars([("All", 6417, "6,417"), ("Some", 2553, "2,553")])
    assert short.length / long.length == pytest.approx(2553 / 6417, abs=0.001)
    assert long.length < WIDTH


def test_borders_are_drawn():
    assert all(path.startswith("M") and "L" in path for path in border_paths(ROOT / "data" / "borders.geojson"))
