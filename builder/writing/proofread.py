"""Shows what changed since it was held against its sources, beside what these say, and keeps what somebody confirms.

`make proofread`; `make proofread ARGS=--all` confirms everything that it shows.
"""

from __future__ import annotations

import argparse
import datetime
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from builder.content.citations import find_groups
from builder.content.project import Project
from builder.content.proofread import LIST, Change, Known, Piece, changes, pieces
from builder.content.records.evidence import evidence_of
from builder.writing.questions import Ask, Say

# So many words stand around a change that is shown.
_AROUND = 6


def proofread(root: Path, ask: Ask, say: Say) -> int:
    """Asks of each change whether its sources say so, and writes the list. Gives how many were not confirmed."""
    project, (known, _) = Project.read(root), Known.read(root)
    there = pieces(project)
    changed = list(changes(known, there))
    former = _former(root) if changed else {}
    refused = set()
    left = 0
    for change in changed:
        for line in _shown(change, project, former):
            say(line)
        if ask("Do its sources say so? [y/N] ").strip().lower() not in ("y", "yes"):
            refused.add(change.place)
            left += 1
    _write(root, {place: known.at[place] if place in refused else _days(known, place, there[place]) for place in there})
    say(f"{left} changes are not confirmed." if left else f"All that is written is in {LIST}.")
    return left


def keep(root: Path, places: Iterable[str]) -> None:
    """Puts places as they stand now into the list: data/cases.yml#jennifer-w, docs/help.md. Others stay as they were read."""
    known, problems = Known.read(root)
    if not problems:
        there = pieces(Project.read(root))
        _write(root, {**known.at, **{place: _days(known, place, there[place]) for place in places if place in there}})


def _days(known: Known, place: str, now: list[Piece]) -> list[tuple[str, str]]:
    """What a place says now: with its day what was read before, with today's what is confirmed."""
    today = datetime.date.today().isoformat()
    before = {letters: day for day, letters in known.at.get(place, [])}
    return [(before.get(each.letters, today), each.letters) for each in now]


def _write(root: Path, at: Mapping[str, list[tuple[str, str]]]) -> None:
    lines = (f"{place} {day} {letters}\n" for place in sorted(at) for day, letters in at[place])
    (root / LIST).write_text("".join(lines), encoding="utf-8")


def _shown(change: Change, project: Project, former: Mapping[str, list[Piece]]) -> Iterator[str]:
    """A change for somebody to judge: where, what it says now and said before, and the words that are kept of its sources."""
    yield f"\n{change.problem.file}:{change.line} {change.problem.where}".rstrip()
    now = " ".join(each.text for each in change.now)
    letters = {each for _, each in change.was}
    was = " ".join(each.text for each in former.get(change.place, []) if each.letters in letters)
    yield f"  {_marked(was, now) if was else now}"
    cited = {citation.key for group in find_groups(now) for citation in group.citations}
    for record in project.records:
        for _, item in evidence_of(record):
            if item.source in cited:
                yield f"  {item.source}: “{item.translation or item.words}”"


def _former(root: Path) -> dict[str, list[Piece]]:
    """The pieces of the last commit, which alone remembers the words; none where there is no git."""
    command = ["git", "archive", "HEAD", "data", "docs"]
    try:
        archive = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        return pieces(Project.read(Path(folder)))


def _marked(was: str, now: str) -> str:
    """What it says now, with what was taken out in [- -] and what was put in in {+ +}, as git marks words."""
    old, new = was.split(), now.split()
    shown: list[str] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            long = end - start > 2 * _AROUND
            shown += [*new[start : start + _AROUND], "…", *new[end - _AROUND : end]] if long else new[start:end]
            continue
        if last > first:
            shown.append(f"[-{' '.join(old[first:last])}-]")
        if end > start:
            shown.append(f"{{+{' '.join(new[start:end])}+}}")
    return " ".join(shown)


def main() -> None:
    """Asks on the terminal."""
    parser = argparse.ArgumentParser(description="Hold what changed against its sources again.")
    parser.add_argument("--all", action="store_true", help="everything that is shown was held against its sources")
    everything = parser.parse_args().all
    try:
        left = proofread(Path(__file__).resolve().parents[2], (lambda _: "y") if everything else input, print)
    except (EOFError, KeyboardInterrupt):
        raise SystemExit("\nNothing was written.") from None
    raise SystemExit(1 if left else 0)


if __name__ == "__main__":
    main()
