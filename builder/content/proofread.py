"""What was proofread, held against its sources piece by piece, and when: data/proofread.txt.

A piece is a record, a paragraph, item, row or heading of a page, an entry of the vocabulary. Of each the list keeps a few
letters that another wording would not have. `make proofread` writes them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import MODELS
from builder.content.text_files import UnreadableError, read

LIST = "data/proofread.txt"
_ENTRY = re.compile(r"(\S+) (\d{4}-\d\d-\d\d) ([0-9a-f]{8})")
_RIGHT = "write place, day and letters as the other lines do, or let make proofread write them"
# Files of data/ whose entries are pieces, as the paragraphs of pages are.
_BY_ENTRY = ("vocabulary", "map", "publisher", "moved")
# A piece of a page begins here although no line is empty before it: an item, a row, a heading.
_BEGINS = re.compile(r"[ ]*(?:[-*+] |\d+\. |\||#)")
_ENTRY_BEGINS = re.compile(r" {0,2}[^\s#]")
# The day of review says when, and is held by a rule of its own.
_REVIEWED = re.compile(r"reviewed:")


@dataclass(frozen=True)
class Piece:
    """place: data/figures.yml#missing, or a file whose pieces have no ids; letters: of its wording; line: in its file;
    name: what messages call it.
    """

    place: str
    letters: str
    line: int
    name: str
    text: str


@dataclass(frozen=True)
class Known:
    """What the list says of a place: (day, letters) of each piece that was held against its sources, in their order."""

    at: Mapping[str, list[tuple[str, str]]]

    @classmethod
    def read(cls, root: Path) -> tuple[Known, list[Problem]]:
        """The list of a project, and what is wrong with it."""
        at: dict[str, list[tuple[str, str]]] = defaultdict(list)
        problems = []
        try:
            lines = read(root / LIST, LIST, root / "data").splitlines()
        except UnreadableError as error:
            return cls({}), [error.problem]
        for number, line in enumerate(lines, 1):
            if entry := _ENTRY.fullmatch(line):
                at[entry[1]].append((entry[2], entry[3]))
            else:
                problems.append(Problem(LIST, number, "", f"{line!r} is no entry of the list", _RIGHT))
        return cls(at), problems


@dataclass(frozen=True)
class Change:
    """Where what is there is not what was read. now: the pieces that are there; was: (day, letters) of those that were."""

    place: str
    now: list[Piece]
    was: list[tuple[str, str]]
    line: int

    @property
    def problem(self) -> Problem:
        """What a build says of it."""
        day = max(day for day, _ in self.was)
        name = self.now[0].name if self.now else ""
        wrong = f"it is not as it was when it was proofread, on {day}"
        if not self.now:
            wrong = f"what stood here when it was proofread, on {day}, is gone"
        right = "hold it against the words of its sources, then: make proofread"
        return Problem(self.place.partition("#")[0], self.line, name, wrong, right)


def pieces(project: Project) -> dict[str, list[Piece]]:
    """Every piece that is there now, by its place, in order."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for each in _pieces(project):
        found[each.place].append(each)
    return found


def changes(known: Known, there: Mapping[str, list[Piece]]) -> Iterator[Change]:
    """Where what is there is not what was read. What is new, between what was read, is no change."""
    for place, read_before in known.at.items():
        now = there.get(place, [])
        letters = [entry[1] for entry in read_before]
        if not now or letters == [each.letters for each in now]:
            # A page, and a record, that is gone is missed by the list of addresses.
            continue
        matcher = SequenceMatcher(None, letters, [each.letters for each in now], autojunk=False)
        for kind, first, last, start, end in matcher.get_opcodes():
            if kind in ("replace", "delete"):
                line = now[min(start, len(now) - 1)].line
                yield Change(place, now[start:end], read_before[first:last], line)


def _pieces(project: Project) -> Iterator[Piece]:
    for (file, name), raw in project.records.raw.items():
        text = json.dumps(raw.value, ensure_ascii=False, sort_keys=True, default=str)
        place = f"data/{file}.yml#{name}"
        yield Piece(place, _letters(text), raw.line(), f"{MODELS[file].kind} {name}", text)
    for path, page in project.pages.items():
        body = page.line_of(0)
        for line, text in _parts(page.text, body):
            if not _REVIEWED.match(text):
                yield Piece(f"docs/{path}", _letters(text), line, "", text)
    for file in _BY_ENTRY:
        written = project.root / "data" / f"{file}.yml"
        if written.is_file():
            text = written.read_text(encoding="utf-8", errors="replace")
            for line, part in _parts(text, text.count("\n") + 2):
                yield Piece(f"data/{file}.yml", _letters(part), line, "", part)


def _parts(text: str, body: int) -> Iterator[tuple[int, str]]:
    """The pieces of a text with their lines. body: the line on which entries end and paragraphs begin."""
    begun, words = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        begins = (_BEGINS if number >= body else _ENTRY_BEGINS).match(line)
        if words and (begins or not line.strip()):
            yield begun, words
            words = ""
        if line.strip() and line.strip() != "---":
            begun, words = (begun if words else number), f"{words} {' '.join(line.split())}".strip()
    if words:
        yield begun, words


def _letters(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
