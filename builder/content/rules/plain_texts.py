"""A field that is printed as it stands holds no Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Ruling
from builder.content.rules import Fault, rule

_MARKUP = re.compile(
    r"\*\*|__|(?<!\w)\*\w|\[@|\[\^|\]\(|\{\{|\}\}|\{%|`|</?[A-Za-z][^<>]*>|^#{1,6} |&(?:[a-z]+|#\d+);|\\[*_\[]"
)
MESSAGE = "there is markup in a field that is printed as it stands, {words}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/people.yml", r"^  name: Nadia Murad$", "  name: '**Nadia Murad**'"),
)
def plain_texts(project: Project) -> Iterator[Problem]:
    """Titles, names and labels reach the reader sign by sign; only prose is Markdown."""
    for record in project.records:
        if isinstance(record, Ruling):
            # Printed nowhere: it copies a sentence of a page.
            continue
        for field, text in record.plain_texts():
            if found := _MARKUP.search(text):
                words = text[max(0, found.start() - 10) : found.end() + 20]
                wrong = MESSAGE.format(words=f"{words!r}")
                yield project.records.problem(record, field, wrong, "write the words alone")
