"""A word that the glossary explains stands on some page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Term
from builder.content.rules import Fault, rule

MESSAGE = "{word} stands on no page any more"


@rule(
    "whole",
    message=MESSAGE,
    fault=Fault("data/glossary.yml", r"match: \[barrister\]", "match: [barrister, solicitress]"),
)
def idle_terms(project: Project) -> Iterator[Problem]:
    """An explanation that no page asks for is kept up for nobody."""
    pages = "\n".join(project.expanded.values())
    for term in project.records.of(Term).values():
        for position, word in enumerate(term.match, 1):
            if word not in pages or not re.search(rf"\b{re.escape(word)}\b", pages):
                wrong = MESSAGE.format(word=repr(word))
                yield project.records.problem(term, f"match.{position}", wrong, "use it, or take it out of match")
