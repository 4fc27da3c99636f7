"""Every chart and the map as files of their own: the picture as SVG and PNG, its table as CSV.

A file is drawn by the template that draws on the page, within another frame: it brings what the page would have said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.content.citations import find_groups
from builder.content.markdown_text import as_text
from builder.content.project import Project
from builder.content.vocabulary import vocabulary
from builder.downloads.columns import LIST_SEPARATOR
from builder.downloads.datapackage import CHARTS, LICENCE, ChartTable
from builder.downloads.tables import csv_text
from builder.rendering.drawing.png import pngs
from builder.rendering.renderer import Chart, Renderer

FOLDER = f"data/{CHARTS}"
_COLOUR = re.compile(r"--(\w+): (#[0-9a-f]{6});")
_BY_DAY = re.compile(r"\[data-md-color-scheme=\"default\"\] \{.*?\}", re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")


def picture_files(
    renderer: Renderer, charts: Sequence[Chart], site: str, address: Callable[[str], str]
) -> Iterator[tuple[str, str | bytes]]:
    """Each file's path from the site's root, and what is in it.

    renderer: of the project that they show; site: its name; address: gives a page's whole address for its path from docs/.
    """
    colours = _colours(renderer.project)
    drawn = [_svg(chart, renderer, site, address, colours) for chart in charts]
    for chart, svg, png in zip(charts, drawn, pngs(drawn), strict=True):
        yield f"{FOLDER}/{chart.id}.svg", svg
        yield f"{FOLDER}/{chart.id}.png", png
        yield f"{FOLDER}/{chart.id}.csv", csv_text(table_rows(chart.render(renderer, "as_table")))


def chart_tables(renderer: Renderer, charts: Sequence[Chart], address: Callable[[str], str]) -> Iterator[ChartTable]:
    """What there is to say of each chart's table, in the order of `charts`; the arguments as above."""
    for chart in charts:
        table = chart.render(renderer, "as_table")
        groups = find_groups(table)
        yield ChartTable(
            chart.id,
            str(chart.names["title"]),
            as_text(chart.render(renderer, "as_words")),
            f"{address(chart.page)}#{chart.id}",
            tuple(table_rows(table)[0]),
            tuple(dict.fromkeys(citation.key for group in groups for citation in group.citations)),
        )


def _svg(chart: Chart, renderer: Renderer, site: str, address: Callable[[str], str], colours: Mapping[str, str]) -> str:
    front = renderer.project.pages[chart.page].front
    text = chart.render(
        renderer,
        "as_svg",
        **colours,
        site=site,
        page=front.title,
        reviewed=front.reviewed,
        address=f"{address(chart.page)}#{chart.id}",
        licence=LICENCE,
        caption=as_text(chart.render(renderer, "as_words")),
    )
    return re.sub(r"\n\s*(?=\n)", "", text) + "\n"


def table_rows(markdown: str) -> list[list[str]]:
    """The rows of a table in Markdown as plain text, the head first; what a row cites stands in a last cell of its own."""
    lines = [line.strip() for line in markdown.splitlines() if line.strip()]
    del lines[1]
    cited = [
        LIST_SEPARATOR.join(dict.fromkeys(str(citation) for group in find_groups(line) for citation in group.citations))
        for line in lines
    ]
    rows = [[as_text(cell) for cell in _CELL.split(line.strip("|").strip())] for line in lines]
    if any(cited):
        cited[0] = vocabulary().columns_of_sources
        return [[*row, sources] for row, sources in zip(rows, cited, strict=True)]
    return rows


def _colours(project: Project) -> dict[str, str]:
    """The colours of the page by day, by their names in docs/assets/tokens.css."""
    text = (project.root / "docs" / "assets" / "tokens.css").read_text(encoding="utf-8")
    by_day = _BY_DAY.search(text)
    return dict(_COLOUR.findall(by_day[0])) if by_day else {}
