"""An id stands once on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_ID = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}")
MESSAGE = "the id {name} stands twice on the page"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(## .*\{#[\w-]+\})$", r"\1\n\n\1"))
def anchors(project: Project) -> Iterator[Problem]:
    """An address can lead to one place only."""
    for passage in project.passages():
        seen = set()
        for found in _ID.finditer(without_code(passage.text)):
            if found[1] in seen:
                yield passage.at(found.start(), MESSAGE.format(name=found[1]), "give one of the two another")
            seen.add(found[1])
