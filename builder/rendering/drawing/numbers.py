"""The numbers of the charts, by which they are cited: Figure 3.

Counted through the whole site in reading order, as in a book. pymdownx.blocks.caption numbers anew on every page, where
nearly every chart would be Figure 1, and takes no title above a picture with words below it. Tables, which no page has many
of, are numbered on their page, by rendering/markdown/tables.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.content.markdown_text import without_code
from builder.content.project import Project
from builder.content.settings_file import Settings


@dataclass(frozen=True)
class Place:
    """Where a chart stands: its number, and its page by its path from docs/."""

    number: int
    page: str


def places(project: Project, functions: Iterable[str]) -> dict[str, list[Place]]:
    """The places at which each chart is asked for, by its id. functions: the names of those that draw."""
    call = re.compile(rf"\{{\{{\s*(?:{'|'.join(functions)})\(\s*[\"']([\w-]+)[\"']")
    found: dict[str, list[Place]] = {}
    number = 0
    for path in _in_reading_order(project):
        for name in call.findall(without_code(project.pages[path].body)):
            number += 1
            found.setdefault(name, []).append(Place(number, path))
    return found


def _in_reading_order(project: Project) -> Iterator[str]:
    settings = Settings.read(project.root)
    listed = list(settings.pages()) if settings else []
    yield from dict.fromkeys(path for path in [*listed, *project.pages] if path in project.pages)
