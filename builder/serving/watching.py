"""What the site is made of, as it lies on the disk at a moment.

Looked at again and again, not listened to: a look misses nothing that happens during a build, and needs no system's help.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CONTENT = ("data", "docs", "templates", "overrides", "mkdocs.yml")
CODE = ("builder", "hooks.py")
# What serves: the part of the code that runs beside the builds, not in them.
OURS = ("builder/serving",)

State = frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class Look:
    """The files' paths, times of change and sizes: of what people write, of the code that builds, of the code that serves."""

    content: State
    code: State
    ours: State


def look(root: Path) -> Look:
    """A look at a project."""
    return Look(*(frozenset(_files(root, names)) for names in (CONTENT, CODE, OURS)))


def _files(root: Path, names: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for name in names:
        path = root / name
        for folder, folders, files in os.walk(path):
            # What editors and Python leave beside the files they are given.
            folders[:] = [each for each in folders if not each.startswith((".", "__pycache__"))]
            yield from _stamps(Path(folder, each) for each in files if not each.startswith(".") and each[-1] != "~")
        if not path.is_dir():
            yield from _stamps([path])


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            # Gone since it was listed, or never there: its absence is what the next look differs by.
            continue
        yield str(path), state.st_mtime_ns, state.st_size
