"""A citation can be read, and its source exists."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.citations import find_groups
from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.records import Source
from builder.content.rules import Fault, rule
from builder.content.unknown import NO_SUCH_SOURCE


@rule("pages", message=NO_SUCH_SOURCE, fault=Fault("data/figures.yml", r"^  - (?=plos-cetorelli-2017)", "  - no-such-"))
def citations(project: Project) -> Iterator[Problem]:
    """A fact stands on a page only beside its source."""
    records = project.records

    def unknown(key: str) -> tuple[str, str] | None:
        if records.may_have(Source, key):
            return None
        return NO_SUCH_SOURCE.format(id=key), suggest(key, records.of(Source), "add it to data/sources.yml")

    for record in records:
        for field, citation in record.citations():
            if told := unknown(citation.key):
                yield records.problem(record, field, *told)
    for passage in project.passages():
        for group in find_groups(passage.text):
            for error in group.errors:
                wrong, _, right = error.partition("; ")
                yield passage.at(group.start, wrong, right)
    for page in project.pages.values():
        for group in page.groups:
            for citation in group.citations:
                if told := unknown(citation.key):
                    yield Problem(f"docs/{page.path}", page.line_of(group.start), "", *told)
