"""A number that has its record is asked for by key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.rules import Fault, rule

_WRITTEN_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])")
MESSAGE = "{number} is typed by hand"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(?=## )", "There were 7,374 suspects.\n\n"))
def typed_numbers(project: Project) -> Iterator[Problem]:
    """Typed a second time it would differ from its record one day. Round numbers may mean something else."""
    written = {
        f"{number:,}": figure.id
        for figure in project.records.of(Figure).values()
        for _, number in figure.numbers
        if number >= 1000 and number % 1000
    }
    for page in project.pages.values():
        for found in _WRITTEN_NUMBER.finditer(page.body):
            if found[0] in written:
                right = f'ask for it: {{{{ figure("{written[found[0]]}") }}}}'
                wrong = MESSAGE.format(number=found[0])
                yield Problem(f"docs/{page.path}", page.line_of(found.start()), "", wrong, right)
