"""Each line belongs to what it was meant for: a list, a table, a box, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_calls, without_code
from builder.content.problems import Problem
from builder.content.project import Passage, Project
from builder.content.rules import Fault, rule

_POINT = re.compile(r" *(?:- |\d+\. )")
_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\|(?: *:?-+:? *\|)+")
_BOX = re.compile(r"/// ")
_CLASSES = re.compile(r"\{:? ?\..*\}")
_NEEDS_SPACE_BEFORE = (
    (re.compile(r"#{1,6} "), "the heading"),
    (_BOX, "the box"),
    (re.compile(r"\|"), "the table"),
    (_POINT, "the list"),
)
MESSAGE = "{what} has no empty line before it"
INDENT = 4


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^## ", "Three came:\n- one\n\n## "))
def lines(project: Project) -> Iterator[Problem]:
    """Without its empty line a list runs on as text, with four spaces before it a paragraph becomes code."""
    for passage in project.passages():
        text = without_calls(without_code(passage.text))
        yield from _lines(passage, text)
        yield from _tables(passage, text)


def _lines(passage: Passage, text: str) -> Iterator[Problem]:
    before, position, within = "", 0, False
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        # Code that opens a line is blanked out, and is no indent.
        depth = min(_depth(line), _depth(passage.text[start:position]))
        if "\t" in line:
            yield passage.at(start, "there is a tab", "indent by four spaces, or write one space")
        if line.strip():
            for pattern, what in _NEEDS_SPACE_BEFORE:
                if pattern.match(line) and before.strip() and not pattern.match(before) and not before.startswith(" "):
                    yield passage.at(start, MESSAGE.format(what=what), "leave a line empty above it")
            if line.strip() == "///" and before.strip():
                yield passage.at(start, "the end of the box has no empty line before it", "leave a line empty above it")
            if _CLASSES.fullmatch(before.strip()):
                wrong = f"{before.strip()} has no empty line after it, and would be printed"
                yield passage.at(start, wrong, "leave a line empty below it")
            if re.match("#{1,6} ", before) and not line.startswith("#"):
                yield passage.at(start, "the text follows its heading without an empty line", "leave a line empty")
            if _BOX.match(before):
                yield passage.at(start, "the box’s text follows its title without an empty line", "leave a line empty")
            if depth == 0:
                within = bool(_POINT.match(line))
            elif not within:
                wrong = f"the line begins with {depth} spaces"
                yield passage.at(start, wrong, "begin it at the margin; four spaces would make code of it")
            elif depth != INDENT:
                wrong = f"the line begins with {depth} spaces, which belongs to nothing"
                yield passage.at(start, wrong, "indent by four spaces what belongs to the point above")
        before = line


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tables(passage: Passage, text: str) -> Iterator[Problem]:
    for table in re.finditer(r"(?:^(?!/).*\|.*\n?)+", text, re.MULTILINE):
        rows = table[0].rstrip("\n").split("\n")
        position, columns = table.start(), len(_BAR.findall(rows[0]))
        if len(rows) < 2 or not _RULER.fullmatch(rows[1].strip()):
            right = "write a row of headings, then | --- | --- |, then the rows; elsewhere use no upright bar"
            yield passage.at(position, "there are upright bars, but no table", right)
            continue
        for number, row in enumerate(rows):
            bars = len(_BAR.findall(row))
            if not (row.startswith("|") and row.rstrip().endswith("|")):
                yield passage.at(position, "the row of the table has no bar at its beginning or end", "write | a | b |")
            elif bars != columns:
                wrong = f"the row of the table has {bars - 1} cells, its heading has {columns - 1}"
                yield passage.at(position, wrong, "write as many cells as the heading has")
            elif number != 1 and _RULER.fullmatch(row.strip()):
                yield passage.at(position, "the table has a second ruler", "keep only the one under the heading")
            position += len(row) + 1
