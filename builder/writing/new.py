"""A new record, asked for on the terminal, written to its file and held to the build's rules. `make new KIND=event`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.content.problems import ProblemsFound
from builder.content.records import KINDS, Figure, Record
from builder.content.records.load import load
from builder.rendering.site import Site
from builder.writing.place import follower, put, written
from builder.writing.questions import Ask, Questions, Say

_CHANGE = "where it changes what readers were told, log it: make new KIND=change"
# What follows a new record that no rule can know.
_FOLLOWS = {
    "source": ("cite it where it bears a fact out: [@{id}] after the full stop, or in a record's sources",),
    "figure": ('print it in a page: {{{{ figure("{id}") }}}}', _CHANGE),
    "event": ("data/places.yml has the ids that `places` may name", _CHANGE),
    "case": (
        "see the sentences of docs/since/in-court.md that name countries, and where it looked and found none",
        "a verdict is an event too: make new KIND=event",
        _CHANGE,
    ),
    "recognition": (
        "link to it under By country in docs/since/recognition.md: #{id}; and see what that page says of the newest acts",
        "it may be an event too: make new KIND=event",
        _CHANGE,
    ),
    "quotation": ('print it in a page: {{{{ quote("{id}") }}}}',),
    "claim": (_CHANGE,),
}


def new(root: Path, kind: type[Record], ask: Ask, say: Say) -> bool:
    """Asks for a record, writes it and says what follows. False where the answers ended before it was whole."""
    records, _ = load(root / "data")
    try:
        fields = Questions(records, ask, say).record(kind)
    except EOFError:
        say("\nThe answers ended before the record was whole; nothing was written.")
        return False
    before = _problems(root)
    record = kind.model_validate(fields)
    next_one = follower(records, record)
    line = records.raw[kind.file, next_one.id].line() if next_one else 0
    path = root / "data" / f"{kind.file}.yml"
    text, at = put(path.read_text(encoding="utf-8"), written(fields), line)
    path.write_text(text, encoding="utf-8")
    say(f"\nWritten: data/{kind.file}.yml:{at}. What follows:")
    # A line number says only where a fault is now.
    found = [each for key, each in _problems(root).items() if key not in before]
    for each in [*found, *(line.format(id=record.id) for line in _FOLLOWS.get(kind.kind, ()))]:
        say(f"- {each}")
    for each in _printing(root, records.of(Figure), getattr(record, "supersedes", None)):
        say(f"- {each} prints the newer count now; see that the sentence holds, its dates and comparisons too")
    say("- look at it: make serve; then make check")
    return True


def _printing(root: Path, figures: Mapping[str, Figure], older: str | None) -> Iterator[str]:
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


def _problems(root: Path) -> dict[tuple[str, str, str], str]:
    """What a build would say of a project, by everything but the line."""
    try:
        Site(root, writing=True).check()
    except ProblemsFound as error:
        return {(each.file, each.where, each.wrong): str(each) for each in error.problems}
    return {}


def main() -> None:
    """Asks on the terminal, or of what is piped in."""
    kinds = {kind.kind: kind for kind in KINDS}
    parser = argparse.ArgumentParser(description="Write a new record by answering questions.")
    parser.add_argument("kind", nargs="?", default="")
    name = parser.parse_args().kind
    if name not in kinds:
        raise SystemExit(
            f"{name or 'Nothing'} is no kind of record; write make new KIND=event, or one of {', '.join(sorted(kinds))}"
        )
    try:
        done = new(Path(__file__).resolve().parents[2], kinds[name], input, print)
    except KeyboardInterrupt:
        print("\nNothing was written.")
        done = False
    raise SystemExit(0 if done else 1)


if __name__ == "__main__":
    main()
