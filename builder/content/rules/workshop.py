"""What builds, tests and publishes the site is pinned, and the licences are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.text_files import read_or_nothing

_REQUIRED = ("LICENSE", "LICENSE-CONTENT", "CITATION.cff", "requirements.in", "requirements.txt")
_WORKFLOWS = ".github/workflows"
_PIN = re.compile(r"([A-Za-z0-9._-]+)==([\w.!+-]+)(?:\s*;[^#]*)?\s*(?:#.*)?")
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([\w.!+-]+)([^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE)
_LOCK = "make lock writes it from the file beside it"
_PYTHON = re.compile(r"python-version:\s*(.*?)\s*(?:#.*)?$")
_RUNNER = re.compile(r"runs-on:\s*(?!\s|ubuntu-(?:latest|\d\d\.\d\d)\s*$)(.*)")
_USES = re.compile(r"uses:\s*(?!\./)(\S+)")
# The oldest that the code runs on.
_OLDEST = (3, 11)
MESSAGE = "{what} is not pinned"


@rule("pages", message=MESSAGE, fault=Fault("requirements.in", r"^tinycss2==", "tinycss2>="))
def workshop(project: Project) -> Iterator[Problem]:
    """What was reviewed is what runs: a release, an action or a hash that may change may bring anything."""
    root = project.root
    for name in _REQUIRED:
        if not (root / name).is_file():
            yield Problem(name, 0, "", "the file is missing", "restore it")
    for path in sorted(root.glob("requirements*.in")):
        yield from _pins(root, path.name)
    for path in sorted((root / _WORKFLOWS).glob("*.y*ml")):
        for number, line in enumerate(read_or_nothing(path).splitlines(), 1):
            for wrong, right in _workflow(line):
                yield Problem(f"{_WORKFLOWS}/{path.name}", number, "", wrong, right)


def _pins(root: Path, name: str) -> Iterator[Problem]:
    """A list of packages, and the file that locks it."""
    locked_in = f"{name.removesuffix('.in')}.txt"
    lock = read_or_nothing(root / locked_in)
    locked: dict[str, set[str]] = {}
    for found in _LOCKED.finditer(lock):
        locked.setdefault(_normal(found[1]), set()).add(found[2])
        if "--hash=sha256:" not in found[3]:
            at = lock.count("\n", 0, found.start()) + 1
            yield Problem(locked_in, at, "", f"{found[1]} has no hash, and could be another package", _LOCK)
    for number, line in enumerate(read_or_nothing(root / name).splitlines(), 1):
        if not line.strip() or line.startswith(("#", "-")):
            continue
        pin = _PIN.fullmatch(line)
        if not pin:
            wrong = MESSAGE.format(what=re.split(r"[^\w.-]", line)[0])
            yield Problem(name, number, "", wrong, "write name==version, and make lock")
        elif lock and pin[2] not in locked.get(_normal(pin[1]), ()):
            there = " and ".join(sorted(locked.get(_normal(pin[1]), {"none"})))
            yield Problem(name, number, "", f"{pin[1]} is {pin[2]} here, and {there} in {locked_in}", "make lock")


def _workflow(line: str) -> Iterator[tuple[str, str]]:
    if (used := _USES.search(line)) and not re.search(r"@[0-9a-f]{40}$", used[1]):
        yield MESSAGE.format(what=used[1]), "write the commit of its release behind the @; a tag can be moved"
    if python := _PYTHON.search(line):
        version = re.fullmatch(r"\"(\d+)\.(\d+)\"", python[1])
        if not version:
            yield f"python-version is {python[1]}, which YAML may read as a number", 'write it as "3.13"'
        elif tuple(map(int, version.groups())) < _OLDEST:
            yield f"Python {python[1]} is older than what the code runs on", f"write {_OLDEST[0]}.{_OLDEST[1]} or newer"
    if runner := _RUNNER.search(line):
        yield f"there is no runner {runner[1].strip()}", "write ubuntu-latest"


def _normal(name: str) -> str:
    """https://packaging.python.org/en/latest/specifications/name-normalization/"""
    return re.sub(r"[-_.]+", "-", name).lower()
