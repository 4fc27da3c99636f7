"""Holds the files of the charts against the pages: whoever lifts one takes what readers see."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from builder.content.problems import Problem
from builder.publishing.html import VOID, Listener

FOLDER = "data/pictures"
_SPACE = re.compile(r"\s+")
_RIGHT = "let the page and the file be drawn by the same template in templates/charts/"


@dataclass
class Shown:
    """A chart as its page shows it. drawing: its SVG as written; words: those beside it; rows: of its table."""

    drawing: str = ""
    words: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class ShownPictures(Listener):
    """The charts of a page, by their ids."""

    def __init__(self) -> None:
        self.found: dict[str, Shown] = {}
        self._here: Shown | None = None
        # What is open within the chart: each element's tag, and what it is here.
        self._open: list[tuple[str, str]] = []

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        classes = said.get("class", "").split()
        if tag == "figure" and "chart" in classes:
            self._here, self._open = Shown(), []
            self.found[said.get("id", "")] = self._here
        elif self._here:
            if tag == "tr":
                self._here.rows.append([])
            if tag in ("td", "th"):
                self._here.rows[-1].append("")
            if self._within("picture"):
                self._here.drawing += raw
            if opens and tag not in VOID:
                part = "picture" if said.get("role") == "img" else "drawing" if "drawing" in classes else tag
                self._open.append((tag, part))

    def text(self, text: str) -> None:
        if self._here and not self._within("sup"):
            if self._within("td") or self._within("th"):
                self._here.rows[-1][-1] += text
            elif self._within("picture"):
                self._here.drawing += text
            elif self._within("drawing"):
                self._here.words.append(text)

    def other(self, raw: str) -> None:
        self.text(raw)

    def end(self, tag: str) -> None:
        if tag == "figure":
            self._here = None
        while self._open and self._open.pop()[0] != tag:
            pass
        if self._here and self._within("picture"):
            self._here.drawing += f"</{tag}>"

    def _within(self, part: str) -> bool:
        return any(opened == part for _, opened in self._open)


def unlike(page: str, pictures: Mapping[str, Shown], site: Path) -> Iterator[Problem]:
    """The charts of a page whose files show something else. page: its path from the site's root."""
    for name, shown in pictures.items():
        svg, table = site / FOLDER / f"{name}.svg", site / FOLDER / f"{name}.csv"
        if not (svg.is_file() and table.is_file()):
            right = "let a page function draw it that is a page_chart"
            yield Problem(f"site/{page}", 0, "", f"the chart {name} has no files in {FOLDER}", right)
            continue
        drawn, rows = svg.read_text(encoding="utf-8"), csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig")))
        if not all(_plain(piece) in _plain(drawn) for piece in (shown.drawing, *shown.words)):
            wrong = f"the chart {name} is not drawn as in {FOLDER}/{svg.name}"
            yield Problem(f"site/{page}", 0, "", wrong, _RIGHT)
        if [list(map(_plain, row)) for row in shown.rows] != [
            list(map(_plain, row[: len(shown.rows[0])])) for row in rows
        ]:
            wrong = f"the table of the chart {name} is not that of {FOLDER}/{table.name}"
            yield Problem(f"site/{page}", 0, "", wrong, _RIGHT)


def _plain(text: str) -> str:
    return _SPACE.sub("", unescape(text))
