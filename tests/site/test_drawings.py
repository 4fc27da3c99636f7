"""Maps and charts keep their proportions, and show the numbers of the data."""

import re

import pytest

from builder.content.maps import LOCATOR, MAP, collisions, marks
from builder.content.records.load import load
from builder.content.vocabulary import vocabulary
from builder.rendering.drawing.bars import bars
from builder.rendering.drawing.borders import read_borders
from builder.rendering.drawing.paper import WIDTH
from builder.rendering.drawing.spans import Stretch, spans
from builder.rendering.drawing.verdicts import outcome, verdict_table
from tests.conftest import ROOT

RECORDS, _ = load(ROOT / "data")


@pytest.mark.parametrize("frame", [MAP, LOCATOR])
def test_the_corners_of_a_map_are_the_corners_of_its_paper(frame):
    assert frame.project(frame.west, frame.north) == (0, 0)
    assert frame.project(frame.east, frame.south) == (frame.width, pytest.approx(frame.height, abs=0.5))


def test_a_degree_of_latitude_is_longer_than_one_of_longitude():
    (x, _), (_, y) = MAP.project(MAP.west + 1, MAP.north), MAP.project(MAP.west, MAP.north - 1)
    assert y / x == pytest.approx(1.24, abs=0.01)


def test_the_scale_bar_is_as_long_as_the_distance_it_names():
    """Fifty kilometres north of a point, on the map, against the bar."""
    (_, south), (_, north) = MAP.project(42, 36), MAP.project(42, 36 + 50 / 111.2)
    assert south - north == pytest.approx(MAP.kilometres(50), abs=0.2)


def test_no_label_of_the_map_covers_another_or_leaves_the_paper():
    places = [place for place in RECORDS.places.values() if MAP.holds(place)]
    assert len(places) >= 12
    assert collisions(marks(places)) == []


def test_labels_in_one_place_are_told():
    sinjar = RECORDS.places["sinjar"]
    other = RECORDS.places["kocho"].model_copy(update={"lat": sinjar.lat, "lon": sinjar.lon + 0.01, "label": "right"})
    assert collisions(marks([sinjar, other]))


def test_a_part_begins_where_the_last_one_ended_and_is_as_long_as_its_share():
    whole, first, second = bars([("All", 6417, ""), ("Back", 3590, ""), ("Missing", 2553, "")])
    assert first.length / whole.length == pytest.approx(3590 / 6417, abs=0.001)
    assert second.start == pytest.approx(first.length, abs=0.1)
    assert second.start + second.length <= WIDTH


def test_stretches_of_time_stand_in_order_of_time_and_on_the_paper():
    events = [RECORDS.timeline[key] for key in ("2017-09-21-resolution-2379", "2018-08-20-unitad-starts")]
    (setting_up, open_end), years = spans([Stretch("Set up", *events), Stretch("And on", events[1], None)])
    assert setting_up.start < setting_up.stop == open_end.start < open_end.stop == WIDTH
    assert dict(years)[2018] == pytest.approx((setting_up.start + setting_up.stop) / 2, abs=WIDTH / 10)


def test_the_chart_of_verdicts_shows_each_judged_case_once():
    shown = [said for row in verdict_table(RECORDS.cases.values()).values() for year in row.values() for said in year]
    judged = [case for case in RECORDS.cases.values() if outcome(case)]
    assert len(shown) == len(judged) >= 14
    assert sum("genocide" in said.words for said in shown) == RECORDS.figures["genocide-convictions"].value


def test_borders_and_land_are_drawn():
    borders = read_borders(ROOT)
    assert len(borders.lines) >= 4 and all(path.startswith("M") and "L" in path for path in borders.lines)
    assert len(borders.land) >= 8 and all(path.endswith("Z") for path in borders.land)
    assert all(MAP.west < lon < MAP.east and MAP.south < lat < MAP.north for lon, lat in borders.countries.values())


def test_every_mark_that_stands_for_a_word_is_drawn():
    drawn = (ROOT / "templates" / "inline" / "_marks.md").read_text(encoding="utf-8")
    known = vocabulary()
    crimes = [f"{crime} {mode.drawn}" for crime in known.crimes[:2] for mode in known.modes.values()]
    for name in (*known.verdicts, *known.powers, *crimes, "acquitted"):
        assert f'"{name}": "M' in drawn, name


def drawn(site, path, name):
    figure = site.article(path).select_one(f"figure#{name}")
    return figure, figure.select_one("svg desc").get_text()


def test_what_a_title_says_is_true_of_the_data(site):
    """Titles state findings; when the data moves, the sentence has to be looked at again."""
    figures = RECORDS.figures
    whole = figures["abducted"].value
    _, words = drawn(site, "since/where-things-stand/index.html", "abducted-chart")
    assert 0.5 < figures["rescued-2025-09"].value / whole < 0.6
    assert 0.35 < figures["missing"].value / whole < 0.45
    assert all(figures[key].words in words for key in ("abducted", "rescued-2025-09", "missing"))

    courts = [event.date.start.year for event in RECORDS.timeline.values() if "courts" in event.threads]
    assert sum(year >= 2019 for year in courts) / len(courts) >= 0.74

    begin, end = (RECORDS.timeline[key].date.start for key in ("2018-08-20-unitad-starts", "2024-09-17-unitad-closes"))
    assert (end.earliest - begin.earliest).days / 365.25 == pytest.approx(6, abs=0.2)

    # German courts convicted first, and most often.
    table = verdict_table(RECORDS.cases.values())
    assert next(iter(table)) == "Germany"
    assert max(table, key=lambda country: sum(len(said) for said in table[country].values())) == "Germany"


def test_every_picture_says_how_to_read_it_what_it_leaves_out_and_has_its_table(site):
    pictures = [(path, figure) for path in site.paths for figure in site.article(path).select("figure.chart")]
    assert len(pictures) >= 7
    for path, figure in pictures:
        where = f"{path}#{figure['id']}"
        caption = figure.figcaption.get_text()
        assert figure.select_one(".chart-title").get_text().strip(), where
        assert "How to read it" in caption and "Not shown" in caption, where
        assert re.search("Source|Dates from|gives the source", caption), where
        assert len(figure.select("details table tbody tr")) >= 3, where
        for svg in figure.select('svg[role="img"]'):
            assert [figure.find(id=name) for name in svg["aria-labelledby"].split()], where
            assert svg.desc.get_text().strip(), where


def test_the_table_of_a_chart_holds_the_numbers_of_its_drawing(site):
    figure = site.article("since/timeline/index.html").select_one("figure#threads-by-year")
    table = [[cell.get_text() for cell in row.select("td")] for row in figure.select("tbody tr")]
    for column, thread in enumerate(vocabulary().threads, 1):
        for row in table:
            events = [e for e in RECORDS.timeline.values() if thread in e.threads and str(e.date.start.year) == row[0]]
            assert int(row[column]) == len(events), (thread, row[0])
    assert len(figure.select("circle")) == sum(cell != "0" for row in table for cell in row[1:])


def test_the_bodies_of_the_un_are_drawn_and_told_from_one_record(site):
    figure = site.article("background/united-nations/index.html").select_one("figure.bodies")
    boxes = [element.get_text() for element in figure.select(".drawing b")]
    rows = [row.td.get_text().removesuffix(" (not part of the UN)") for row in figure.select("tbody tr")]
    assert sorted(boxes) == sorted(rows) == sorted(body.name for body in RECORDS.bodies.values())
