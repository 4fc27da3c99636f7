"""A picture has words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_IMAGE = re.compile(r"!\[\s*\]")
MESSAGE = "the picture has no words"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(?=## )", "![](../assets/mark.svg)\n\n"))
def pictures(project: Project) -> Iterator[Problem]:
    """Whoever cannot see a picture is told what it shows (WCAG 1.1.1)."""
    for passage in project.passages():
        for found in _IMAGE.finditer(without_code(passage.text)):
            yield passage.at(found.start(), MESSAGE, "say in the square brackets what it shows")
