"""What our own prose states, line by line, and on which sources. A line holds one sentence, or a point of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from builder.cache import by_text, once
from builder.content.citations import find_groups
from builder.content.markdown_text import blank, without_code
from builder.content.problems import Problem
from builder.content.project import Passage, Project
from builder.content.records import Quote, Reading, Record, Ruling, Source, Synonym
from builder.content.records.fields import Prose
from builder.content.vocabulary import of_months, vocabulary

_NO_WORDS = re.compile(
    r"\[@[^\]]*\]?|(?<=\])\([^)\n]*\)|^[ \t]*\{[^}\n]*\}$|\{#[^}\n]*\}|\{\{.*?\}\}", re.MULTILINE | re.DOTALL
)
_FIGURE = re.compile(r"""\bfigure\(\s*["']([\w-]+)["']""")
_MONTH = r"\b(MONTH)(?: (\d{4}))?\b"
_DAYS = re.compile(r"(?:\b(\d{1,2})(?: and | to | or |–))?\b(\d{1,2}) \Z")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"“[^”]*”|„[^“]*“")
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|- |\d+\. )|\Z")
# What was printed by others, or is looked for as others write it.
_NOT_OURS = (Source, Quote, Ruling, Synonym, Reading)
_PRINTED = {"id", "words", "translation", "match", "also", "name", "full_name", "lang", "copy", "url", "body", "term"}


@dataclass(frozen=True)
class Statement:
    """A line of prose. start: its place in its passage; words: without citations, addresses and calls, each sign at its
    place; cites: the ids of the sources that follow it, its own or else the next of its paragraph.
    """

    passage: Passage
    start: int
    raw: str
    words: str
    cites: tuple[str, ...]
    plain: bool = False
    """Whether it is a text of a record that is printed as it stands, and no prose."""

    @property
    def heading(self) -> bool:
        return self.raw.startswith("#")

    @cached_property
    def unquoted(self) -> str:
        """Its words with what is quoted blanked out."""
        return blank(_QUOTED, self.words) if "“" in self.words else self.words

    @cached_property
    def dates(self) -> set[tuple[int, int, int]]:
        """Every date that it can be read to print, as (year, month, day), 0 for what it leaves out."""
        return _dates(self.words, vocabulary().months)

    @property
    def figures(self) -> list[str]:
        """The ids of the figures that it asks for."""
        return _FIGURE.findall(self.raw) if "{{" in self.raw else []

    def at(self, position: int, wrong: str, right: str) -> Problem:
        return self.passage.at(self.start + position, wrong, right)


def statements(project: Project) -> list[Statement]:
    """Every line of the pages and of the records' prose that says something."""
    return once(project, _statements)


def _statements(project: Project) -> list[Statement]:
    return [
        Statement(passage, start, raw, words, cites)
        for passage in project.passages()
        for start, raw, words, cites in _lines(passage.text)
    ]


def own_words(project: Project) -> list[Statement]:
    """The same, and the records' plain texts that are ours."""
    return once(project, _own_words)


def _own_words(project: Project) -> list[Statement]:
    return [*statements(project), *_front(project), *_plain(project)]


def _front(project: Project) -> Iterator[Statement]:
    """What pages say of themselves above their text."""
    for page in project.pages.values():
        for node in page.front_scalars():
            if " " in node.value:

                def at(_: int, wrong: str, right: str, page=page, line=node.start_mark.line + 2) -> Problem:  # type: ignore[no-untyped-def]
                    return Problem(f"docs/{page.path}", line, "front matter", wrong, right)

                yield Statement(Passage(f"docs/{page.path}", node.value, at), 0, node.value, node.value, (), plain=True)


def is_ours(record: Record, field: str, text: str) -> bool:
    """Whether a text of a record is one that we wrote, and no word of a source or for a search."""
    if isinstance(text, Prose):
        return True
    printed = " " not in text or field.rpartition(".")[2] in _PRINTED or "evidence" in field
    return not printed and not isinstance(record, _NOT_OURS)


def _plain(project: Project) -> Iterator[Statement]:
    for record in project.records:
        for field, text in record.plain_texts():
            if is_ours(record, field, text):

                def at(_: int, wrong: str, right: str, record=record, field=field) -> Problem:  # type: ignore[no-untyped-def]
                    return project.records.problem(record, field, wrong, right)

                yield Statement(Passage(f"data/{record.file}.yml", text, at), 0, text, text, (), plain=True)


@by_text
def _dates(words: str, months: tuple[str, ...]) -> set[tuple[int, int, int]]:
    if not _DIGIT.search(words):
        return set()
    found = set()
    for named in of_months(_MONTH).finditer(words):
        before = _DAYS.search(words, max(0, named.start() - 16), named.start())
        for day in before.groups(default="") if before else ("0",):
            if day:
                found.add((int(named[2] or 0), months.index(named[1]) + 1, int(day)))
    return found


@by_text
def _lines(text: str) -> tuple[tuple[int, str, str, tuple[str, ...]], ...]:
    words = blank(_NO_WORDS, without_code(text))
    cited = [(group.start, tuple(each.key for each in group.citations)) for group in find_groups(text)]
    found, position = [], 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        line = words[start : start + len(raw)]
        if not line.strip() or line.startswith("///"):
            continue
        own = tuple(key for at, keys in cited if start <= at < position for key in keys)
        if cited and not own and not raw.startswith("#"):
            end = _PARAGRAPH_END.search(text, start)
            later = [keys for at, keys in cited if end and position <= at < end.start()]
            own = later[0] if later else ()
        found.append((start, raw, line, own))
    return tuple(found)
