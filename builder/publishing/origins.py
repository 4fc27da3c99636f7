"""Where what a built page shows was written: the template of the frame or of a record, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from builder.content.problems import Problem
from builder.publishing.html import VOID

# What is wrong, what would be right, what stands there, and whether that is in the page's text.
Fault = tuple[str, str, str, bool]
FRAME = "overrides/base.html"
# Pages that no page in docs/ stands for.
_OWN = {"404.html"}
# From here on an element of a template is like one that is built for a reason: one of its attributes is the same.
_LIKE = 3
# Fewer letters stand anywhere.
_FEW = 4
# More places than these help nobody.
_MOST = 4
_WRITERS = (("overrides", "*.html"), ("templates", "*.md"))
# What Jinja takes out or puts in; what it puts in may be anything.
_JINJA = re.compile(r"\{#.*?#\}|<!--#.*?#-->|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_ANYTHING = "\x00"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_SAID = re.compile(r"([^\s\"'<>/=\x00]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMMENT = re.compile(r"<!--.*?-->|(?<=>)(?<=[\"t]>)[^<]*(?=</script>)|(?<=<style>).*?(?=</style>)", re.DOTALL)


@dataclass(frozen=True)
class _Written:
    """An element as a template writes it. said: its attributes; open: whether Jinja may add others."""

    file: str
    line: int
    closes: bool
    tag: str
    said: dict[str, str]
    open: bool


class Origins:
    """The templates of a project, asked for what stands in its pages. They are read only where something is wrong."""

    def __init__(self, root: Path):
        self._root = root

    def of(self, clue: str, in_text: bool = False) -> list[tuple[str, int]]:
        """The files and lines of what begins as the clue: an element as it is built, or words of a page. Most likely first.

        in_text: whether it was met in a page's text, of which the frame writes little and Markdown most.
        """
        found = _TAG.match(clue)
        if not found:
            return self._of_words(clue)
        tag = found[2].lower()
        if found[1]:
            return list(islice(self._unmatched(tag), 1))
        said = _said(found[3])
        fitting = [(fits, each) for each in self._elements if (fits := _fits(each, tag, said))]
        likely = [
            (fits, each)
            for fits, each in fitting
            if fits >= _LIKE or not (in_text or each.file.startswith("templates/"))
        ]
        best = max((fits for fits, _ in likely), default=0)
        return [(each.file, each.line) for fits, each in likely if fits == best]

    @cached_property
    def _texts(self) -> dict[str, str]:
        found = {}
        for folder, pattern in _WRITERS:
            for path in sorted((self._root / folder).rglob(pattern)):
                try:
                    found[path.relative_to(self._root).as_posix()] = path.read_text(encoding="utf-8")
                except (OSError, UnicodeDecodeError):
                    continue
        return found

    @cached_property
    def _elements(self) -> list[_Written]:
        return [each for name, text in self._texts.items() for each in _written(name, text)]

    def _of_words(self, clue: str) -> list[tuple[str, int]]:
        words = clue.strip()
        if len(words) < _FEW:
            return []
        found = ((name, text, text.find(words)) for name, text in self._texts.items())
        return [(name, text.count("\n", 0, position) + 1) for name, text, position in found if position >= 0]

    def _unmatched(self, tag: str) -> Iterator[tuple[str, int]]:
        """What a file closes and did not open; else what it opens and never closes, for another's end then closes nothing."""
        unclosed: list[_Written] = []
        for name in self._texts:
            waiting: list[_Written] = []
            for each in (each for each in self._elements if each.file == name and each.tag == tag):
                if not each.closes:
                    waiting.append(each)
                elif waiting:
                    waiting.pop()
                else:
                    yield name, each.line
            unclosed += waiting
        yield from ((each.file, each.line) for each in unclosed)


def _written(name: str, text: str) -> Iterator[_Written]:
    blank = _COMMENT.sub(_lines, _JINJA.sub(_lines, text))
    for found in _TAG.finditer(blank):
        line = text.count("\n", 0, found.start()) + 1
        if found[2].lower() not in VOID or not found[1]:
            yield _Written(
                name, line, bool(found[1]), found[2].lower(), _said(found[3]), _ANYTHING in _VALUE.sub("", found[3])
            )


def _lines(found: re.Match[str]) -> str:
    """As long as what was there, in as many lines."""
    return re.sub(r"[^\n]", _ANYTHING, found[0])


def _said(attributes: str) -> dict[str, str]:
    return {name.lower(): one or two or three for name, one, two, three in _SAID.findall(attributes.rstrip("/"))}


def _fits(each: _Written, tag: str, said: dict[str, str]) -> int:
    """How well an element of a template fits one that is built: how many attributes are the same, 0 for not at all."""
    if each.closes or each.tag != tag or not (each.said.keys() <= said.keys()):
        return 0
    if said.keys() - each.said.keys() and not each.open:
        return 0
    same = 1
    for name, value in each.said.items():
        parts = [re.escape(part) for part in re.split(f"{_ANYTHING}+", value)]
        if not re.fullmatch(".*?".join(parts), said[name], re.DOTALL):
            return 0
        same += 2 if len(parts) == 1 else 1
    return same


def placed(fault: Fault, pages: list[str], every: int, origins: Origins | None, sources: Mapping[str, str]) -> Problem:
    """A fault of built pages, told at the file that a person edits. pages: those that have it; every: how many there are."""
    wrong, right, clue, in_text = fault
    page = pages[0]
    places = origins.of(clue, in_text) if origins and clue else []
    if not places and origins and (not in_text or (len(pages) > 1 and len(pages) * 2 > every)):
        places = [(FRAME, 0)]
    if not places:
        places = [(sources.get(page, f"overrides/{page}" if page in _OWN else f"site/{page}"), 0)]
    others = "".join(f", or from {file}:{line}" for file, line in places[1:_MOST])
    where = f"as in site/{page}{others}" if not places[0][0].startswith("site/") else ""
    return Problem(*places[0], where, wrong, right)
