"""A content note leads past the hard part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import YAMLError

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

MESSAGE = "no heading has the id {name}"


@rule("rendered", message=MESSAGE, fault=Fault("docs/background/isis.md", "skip_to: ", "skip_to: nowhere-"))
def content_notes(project: Project) -> Iterator[Problem]:
    """Only the page with its records in it has every heading."""
    for path, expanded in project.expanded.items():
        page = project.pages[path]
        try:
            note = page.front.content_note
        except (ValueError, YAMLError):
            continue
        if note and not re.search(rf"\{{[^{{}}\n]*#{note.skip_to}[ }}]", expanded):
            line = page.front_line(("content_note", "skip_to"))
            where, right = "front matter, field content_note.skip_to", f"end a heading with {{#{note.skip_to}}}"
            yield Problem(f"docs/{path}", line, where, MESSAGE.format(name=note.skip_to), right)
