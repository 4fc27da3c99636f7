"""A record that leads to a page leads to one that exists."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.records import Change, Claim, Synonym, Term
from builder.content.records.record import Record
from builder.content.rules import Fault, rule

PAGE_FIELDS: tuple[tuple[type[Record], str], ...] = (
    (Term, "explained"),
    (Claim, "see"),
    (Change, "page"),
    (Synonym, "leads_to"),
)
MESSAGE = "there is no page {page}"


@rule("pages", message=MESSAGE, fault=Fault("data/claims.yml", "see: since/evidence.md", "see: since/evidense.md"))
def pages_named_by_records(project: Project) -> Iterator[Problem]:
    """A reader who follows it would find nothing."""
    for kind, field in PAGE_FIELDS:
        for record in project.records.of(kind).values():
            page = (getattr(record, field) or "").partition("#")[0]
            if page and page not in project.pages:
                hint = suggest(page, project.pages)
                yield project.records.problem(record, field, MESSAGE.format(page=page), hint)
