"""A claim rests on words that stand in its quotation."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Claim, Quote
from builder.content.rules import Fault, rule

MESSAGE = "they do not stand in the quotation {quote}"


@rule(
    "records", message=MESSAGE, fault=Fault("data/claims.yml", "words: We know that it’s", "words: We know that it was")
)
def claim_words(project: Project) -> Iterator[Problem]:
    """A verdict is on the words as printed."""
    quotes = project.records.of(Quote)
    for claim in project.records.of(Claim).values():
        quote = quotes.get(claim.quote or "")
        if quote and claim.words not in " ".join(quote.text.split()):
            yield project.records.problem(claim, "words", MESSAGE.format(quote=quote.id), "copy them exactly")
