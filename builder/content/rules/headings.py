"""A heading may not skip a level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_HEADING = re.compile(r"^(#{1,6}) .*$", re.MULTILINE)
MESSAGE = "a heading of level {deeper} follows one of level {level}"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^## (?=.*\{#)", "#### "))
def headings(project: Project) -> Iterator[Problem]:
    """A level left out breaks the outline that screen readers and the contents list follow (WCAG 1.3.1)."""
    for passage in project.passages():
        level = 1
        for found in _HEADING.finditer(without_code(passage.text)):
            deeper = len(found[1])
            if deeper > level + 1:
                wrong = MESSAGE.format(deeper=deeper, level=level)
                yield passage.at(found.start(), wrong, f"start it with {'#' * (level + 1)}")
            level = deeper
