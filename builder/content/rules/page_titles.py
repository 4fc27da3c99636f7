"""A page's title comes from its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_TITLE = re.compile(r"^# .*", re.MULTILINE)
MESSAGE = "the page's title stands in its text"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(?=## )", "# A title\n\n"))
def page_titles(project: Project) -> Iterator[Problem]:
    """A title typed twice would be printed twice, and could differ."""
    for page in project.pages.values():
        found = _TITLE.search(without_code(page.body))
        if found:
            right = "it comes from the front matter; start with ##"
            yield Problem(f"docs/{page.path}", page.line_of(found.start()), "", MESSAGE, right)
