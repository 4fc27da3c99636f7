"""A block that is opened is closed, and of a kind that the settings know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# https://facelessuser.github.io/pymdown-extensions/extensions/blocks/#syntax
_FENCE = re.compile(r"^(/{3,})[ \t]*(.*)$", re.MULTILINE)
KINDS = ("abstract", "plain", "details", "html")
MESSAGE = "the block /// {kind} is never closed"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^///$\n", ""))
def blocks(project: Project) -> Iterator[Problem]:
    """An open block takes in the rest of the page; an unknown one is printed as it stands."""
    for page in project.pages.values():
        opened: list[tuple[int, str, int]] = []
        for found in _FENCE.finditer(without_code(page.body)):
            fence, said = len(found[1]), found[2].strip()
            file, line = f"docs/{page.path}", page.line_of(found.start())
            kind = said.partition("|")[0].strip()
            if said:
                if kind not in KINDS:
                    right = f"write one of {', '.join(KINDS)}"
                    yield Problem(file, line, "", f"there is no block /// {kind}", right)
                opened.append((fence, kind, line))
            elif opened and opened[-1][0] == fence:
                opened.pop()
            else:
                yield Problem(
                    file, line, "", "/// closes nothing", "delete it, or open the block above: /// abstract | A title"
                )
        for _, kind, line in opened:
            right = "end it with /// on a line of its own"
            yield Problem(f"docs/{page.path}", line, "", MESSAGE.format(kind=kind), right)
