"""Every chart and the map as a file that says all by itself, and shows what the page shows."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from builder.content.records.load import load
from builder.publishing.html import hear
from builder.publishing.pictures import ShownPictures, unlike
from builder.rendering.drawing.png import pngs
from tests.conftest import ROOT, mkdocs

RECORDS, _ = load(ROOT / "data")
SVG = "{http://www.w3.org/2000/svg}"
CC = "{http://creativecommons.org/ns#}"


def charts(site):
    return [(path, figure) for path in site.paths for figure in site.article(path).select("figure.chart")]


def picture(site, name, kind):
    return site.folder / "data" / "pictures" / f"{name}.{kind}"


def words(svg):
    return " ".join(" ".join(text.itertext()) for text in svg.iter(f"{SVG}text"))


def test_charts_are_numbered_through_the_site_in_reading_order(site):
    numbers = {figure["id"]: figure.select_one(".chart-title b").get_text() for _, figure in charts(site)}
    assert sorted(numbers.values()) == [f"Figure {number}." for number in range(1, len(numbers) + 1)]
    assert numbers["yazidi-map"] == "Figure 1.", "the first page of the navigation that has a chart"


def test_every_chart_is_offered_as_three_files_below_it(site):
    for path, figure in charts(site):
        files = [link["href"].rpartition("/")[2] for link in figure.select(".files a")]
        assert files == [f"{figure['id']}.{kind}" for kind in ("svg", "png", "csv")], path


def test_a_picture_says_by_itself_what_it_is_whose_when_and_how_it_may_be_used(site):
    for path, figure in charts(site):
        svg = ET.parse(picture(site, figure["id"], "svg")).getroot()
        said, title = words(svg), figure.select_one(".chart-title").get_text()
        assert title in said and "How to read it" in said and "CC BY 4.0" in said and "Reviewed" in said, path
        address = site.page(path).select_one("link[rel=canonical]")["href"] + f"#{figure['id']}"
        assert address in said
        assert svg.find(f".//{CC}license") is not None and address in svg.find(f".//{CC}Work").attrib.values()
        assert svg.findtext(f"{SVG}title") in title


def test_a_picture_needs_no_style_sheet_and_asks_for_nothing(site):
    for _, figure in charts(site):
        text = picture(site, figure["id"], "svg").read_text(encoding="utf-8")
        assert "var(" not in text and "href" not in text and "<script" not in text and "@import" not in text
        style = ET.fromstring(text).findtext(f"{SVG}style")
        used = {name for element in ET.fromstring(text).iter() for name in element.get("class", "").split()}
        styled = set(re.findall(r"\.([a-z][\w-]*)", style))
        assert used - set(figure["class"]) - {"mountain", "locator", "part-1"} <= styled


def test_no_words_of_a_picture_leave_it(site):
    """Every line of text ends on its paper, measured in the letters that the PNG is drawn in."""
    for _, figure in charts(site):
        image = Image.open(io.BytesIO(picture(site, figure["id"], "png").read_bytes())).convert("RGB")
        ground = image.getpixel((1, 1))
        edges = [image.crop((image.width - 12, 0, image.width, image.height)), image.crop((0, image.height - 6, image.width, image.height))]  # fmt: skip
        assert all(edge.getcolors() == [(edge.width * edge.height, ground)] for edge in edges), figure["id"]
        assert len(image.getcolors(1 << 20)) > 20, "it is drawn"


def test_a_picture_is_the_same_whenever_it_is_drawn(site):
    text = picture(site, "abducted-chart", "svg").read_text(encoding="utf-8")
    assert pngs([text]) == [picture(site, "abducted-chart", "png").read_bytes()]


def test_the_table_of_a_chart_is_a_file_with_its_sources(site):
    text = picture(site, "abducted-chart", "csv").read_text(encoding="utf-8-sig")
    head, first, *_ = csv.reader(io.StringIO(text))
    assert head[-1].startswith("Sources") and first[1] == RECORDS.figures["abducted"].words
    assert {source.partition(",")[0] for source in first[-1].split(" | ")} <= set(RECORDS.sources)
    assert not {"[", "*", "<", "\\"} & set(text)


def test_the_package_says_of_each_charts_table_what_it_shows_where_and_on_whose_word(site):
    package = json.loads((site.folder / "data" / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["name"]: resource for resource in package["resources"]}
    links = {source.link for source in RECORDS.sources.values()}
    cited = 0
    for path, figure in charts(site):
        said, name = described[figure["id"]], figure["id"]
        text = picture(site, name, "csv").read_text(encoding="utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text))
        assert said["path"] == f"pictures/{name}.csv" and said["encoding"] == "utf-8" and said["licenses"]
        assert [field["name"] for field in said["schema"]["fields"]] == head
        assert figure.select_one(".chart-title").get_text().endswith(f" {said['title']}"), path
        assert said["homepage"] == site.page(path).select_one("link[rel=canonical]")["href"] + f"#{name}"
        shown = " ".join(figure.select_one("figcaption > p").get_text().split())
        assert shown.startswith(said["description"][:40]) and "How to read it" in said["description"], path
        keys = {each.partition(",")[0] for row in rows for each in row[-1].split(" | ") if head[-1].startswith("Sources")}  # fmt: skip
        paths = [source["path"] for source in said.get("sources", [])]
        assert set(paths) == {RECORDS.sources[key].link for key in keys if key} <= links
        cited += len(paths)
    assert cited


def test_a_chart_that_has_the_name_of_a_table_is_told(project):
    page = project / "docs" / "since" / "timeline.md"
    page.write_text(page.read_text(encoding="utf-8").replace('"threads-by-year"', '"timeline"'), encoding="utf-8")
    result = mkdocs(project, "build")
    assert "docs/since/timeline.md" in result.stdout and "a table of the downloads has the name timeline" in result.stdout  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [(">Missing", ">Found"), ("2,553<sup", "2,554<sup"), ('height="18"', 'height="19"')])  # fmt: skip
def test_a_page_that_shows_another_chart_than_its_file_is_told(site, old, new):
    path = "since/where-things-stand/index.html"
    html = site.html(path)
    for text, problems in ((html, 0), (html.replace(old, new), 1)):
        shown = ShownPictures()
        hear(text, shown)
        found = list(unlike(path, shown.found, site.folder))
        assert len(found) == problems
        assert all("abducted-chart" in str(problem) and "data/pictures/abducted-chart" in str(problem) for problem in found)  # fmt: skip


def test_two_charts_of_one_name_are_told(project):
    page = project / "docs" / "background" / "isis.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("{{ next(", '{{ map("yazidi-map", "A map", "sinjar") }}\n\n{{ next(', 1), encoding="utf-8")  # fmt: skip
    result = mkdocs(project, "build")
    assert "docs/background/isis.md" in result.stdout and "2 charts of the site have the name yazidi-map" in result.stdout  # fmt: skip


def test_a_table_that_belongs_to_no_chart_can_be_cited_by_its_number(site):
    numbered = 0
    for path in site.paths:
        regions = site.article(path).select(".table")
        free = [region for region in regions if not region.find_parent("figure")]
        for number, region in enumerate(free, 1):
            link = region.select_one("caption a")
            assert region["id"] == f"table-{number}" and link["href"] == f"#table-{number}"
            assert link.get_text() == f"Table {number}"
        assert all(region.caption is None for region in regions if region not in free), "it goes by its figure's number"
        numbered += len(free)
    assert numbered
