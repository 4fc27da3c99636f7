"""What follows from new records that no rule can know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.content.published import Published
from builder.content.records import Case, Change, Event, Figure, Record, Source
from builder.writing.draft import Draft

_CHANGE = "where it changes what readers were told, log it: make new KIND=change"
_FOLLOWS = {
    "source": ("cite it where it bears a fact out: [@{id}] after the full stop, or in a record's sources",),
    "figure": ('print it in a page: {{{{ figure("{id}") }}}}', _CHANGE),
    "event": (_CHANGE,),
    "case": ("a verdict is an event too: make new KIND=event", _CHANGE),
    "recognition": (
        "link to it under By country in docs/since/recognition.md: #{id}; and see what that page says of the newest acts",
        "it may be an event too: make new KIND=event",
        _CHANGE,
    ),
    "quotation": ('print it in a page: {{{{ quote("{id}") }}}}',),
    "claim": (_CHANGE,),
}
_CASES = "docs/since/in-court.md"
# A line that names so many countries lists those with cases.
_SEVERAL = 3


def of(draft: Draft) -> Iterator[str]:
    """What follows from a draft that was written, a line each."""
    kinds = {kind for kind, _ in draft.new}
    for kind, fields in draft.new:
        for line in _FOLLOWS.get(kind.kind, ()):
            if not _done(line, kind, kinds, fields):
                yield line.format(id=fields["id"])
        if kind is Figure:
            places = ", ".join(printing(draft.root, draft.records.of(Figure), fields.get("supersedes")))
            if places:
                yield f"{places} print the newer count now; see that these sentences hold, dates and comparisons too"
        if kind is Case:
            yield from _naming(draft, str(fields["country"]))
    if draft.texts or any(_has_address(draft, kind) for kind in kinds):
        yield "its address is new: make addresses, last of all"
    yield "look at it: make serve; then make check"


def _done(line: str, kind: type[Record], kinds: set[type[Record]], fields: Mapping[str, Any]) -> bool:
    """Whether what a line says was done with the record."""
    return (
        (line == _CHANGE and Change in kinds)
        or ("KIND=event" in line and Event in kinds)
        # A source that came with a record is cited by it, and a newer count printed where the older was.
        or (kind is Source and len(kinds) > 1)
        or ("print it" in line and "supersedes" in fields)
    )


def printing(root: Path, figures: Mapping[str, Figure], older: str | None) -> Iterator[str]:
    """The lines of pages, docs/a.md:1, that ask for a count which a new one replaces, or for one before it."""
    replaced = set()
    while older and older not in replaced:
        replaced.add(older)
        older = figures[older].supersedes if older in figures else None
    asked = re.compile(rf"""\bfigure\(\s*["'](?:{"|".join(map(re.escape, replaced))})["']""")
    for path in sorted((root / "docs").rglob("*.md")) if replaced else ():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if asked.search(line):
                yield f"{path.relative_to(root).as_posix()}:{number}"


def _naming(draft: Draft, country: str) -> Iterator[str]:
    """The typed sentences of the page of cases that name countries, where a case is the first of its country."""
    others = {case.country for case in draft.records.of(Case).values()}
    if country in others:
        return
    page = (draft.root / _CASES).read_text(encoding="utf-8").splitlines()
    # A line that names the new one may say that nothing was found there.
    found = [
        number
        for number, line in enumerate(page, 1)
        if re.search(rf"\b{re.escape(country)}\b", line) or sum(other in line for other in others) >= _SEVERAL
    ]
    if found:
        lines = ", ".join(map(str, found))
        yield f"{country} is new: see the sentences of {_CASES} that name countries, on line {lines}"


def _has_address(draft: Draft, kind: type[Record]) -> bool:
    """Whether records of a kind have addresses of their own: those that are there do."""
    published, _ = Published.read(draft.root)
    parts = {address.partition("#")[2] for address in published.listed}
    there = draft.records.of(kind)
    return sum(name in parts for name in there) * 2 > len(there)
