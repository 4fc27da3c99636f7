"""A word that the glossary explains stands on some page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Term
from builder.content.rules import Fault, rule

MESSAGE = "{words} stands on no page any more"


@rule(
    "whole",
    message=MESSAGE,
    fault=Fault("data/glossary.yml", r"match: \[barrister\]", "match: [solicitress]"),
)
def idle_terms(project: Project) -> Iterator[Problem]:
    """An explanation that no page asks for is kept up for nobody. Of a term’s words, one is enough."""
    pages = "\n".join(project.expanded.values())
    for term in project.records.of(Term).values():
        if term.match and not any(_stands(word, pages) for word in term.match):
            wrong = MESSAGE.format(words=" or ".join(map(repr, term.match)))
            yield project.records.problem(term, "match", wrong, "use it on a page, correct it, or delete the term")


def _stands(word: str, text: str) -> bool:
    """Whether the text has the word by itself. Far quicker than a pattern, which tries every place of a long text."""
    start = text.find(word)
    while start >= 0:
        if not re.match(r"\w\w", text[start - 1 : start + 1]) and not re.match(
            r"\w\w", text[start + len(word) - 1 :][:2]
        ):
            return True
        start = text.find(word, start + 1)
    return False
