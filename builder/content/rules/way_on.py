"""Every page leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_NEXT = re.compile(r"\{\{\s*next\(")
MESSAGE = "the page leads on {times} times"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^\{\{ next\(.*$", ""))
def way_on(project: Project) -> Iterator[Problem]:
    """A reader at the end of a page is shown one natural next one."""
    for page in project.pages.values():
        times = len(_NEXT.findall(page.body))
        if times != 1:
            line = page.text.count("\n")
            right = 'let its last line be {{ next("the/next-page.md") }}'
            yield Problem(f"docs/{page.path}", line, "", MESSAGE.format(times=times), right)
