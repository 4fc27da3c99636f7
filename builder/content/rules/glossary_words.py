"""A word is explained by one term."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Term
from builder.content.rules import Fault, rule

MESSAGE = "{word} is matched by {term} too"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/glossary.yml", r"match: \[barrister\]", "match: [barrister, Baba Sheikh]"),
)
def glossary_words(project: Project) -> Iterator[Problem]:
    """The reader gets one explanation where a page first uses the word."""
    matched: dict[str, str] = {}
    for term in project.records.of(Term).values():
        for word in term.match:
            if word in matched:
                wrong = MESSAGE.format(word=repr(word), term=matched[word])
                yield project.records.problem(term, "match", wrong, "keep it in one of the two")
            matched[word] = term.id
