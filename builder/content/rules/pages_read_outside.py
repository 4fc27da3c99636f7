"""Somebody outside has read pages that exist."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.publisher import FILE
from builder.content.rules import Fault, rule

MESSAGE = "{name} is said to have read {page}, and there is no such page"
_READER = "readers: [{name: Somebody, known_for: reading, pages: [since/evidense.md], read: 2026-11-26}]"


@rule("pages", message=MESSAGE, fault=Fault(FILE, r"^readers:.*$", _READER))
def pages_read_outside(project: Project) -> Iterator[Problem]:
    """The line under a page's title would be missing where it was earned."""
    for reader in project.publisher.readers:
        for page in reader.pages:
            if page not in project.pages:
                wrong = MESSAGE.format(name=reader.name, page=page)
                yield Problem(FILE, 0, "field readers", wrong, suggest(page, project.pages))
