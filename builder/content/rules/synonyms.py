"""The everyday words for a part of a page stand in one record, each once."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Synonym
from builder.content.rules import Fault, rule

MESSAGE = "{word} stands twice for {page}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/synonyms.yml", r"words: \[summary, ", "words: [summary, Summary, "),
)
def synonyms(project: Project) -> Iterator[Problem]:
    """A word that stands twice weighs double, and who takes it out once wonders why it still leads there."""
    seen: set[tuple[str, str]] = set()
    for synonym in project.records.of(Synonym).values():
        for word in synonym.all_words:
            said = (synonym.leads_to, word.casefold())
            if said in seen:
                wrong = MESSAGE.format(word=word, page=synonym.leads_to)
                yield project.records.problem(synonym, "words", wrong, "keep one of the two")
            seen.add(said)
