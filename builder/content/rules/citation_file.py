"""CITATION.cff has the day of the last change."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.citation_file import FIELDS, FILE, day_of, said
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Change
from builder.content.rules import Fault, rule
from builder.content.text_files import UnreadableError, read

MESSAGE = "{field} is {given}, and the last change is of {day}"


@rule("pages", message=MESSAGE, fault=Fault(FILE, r"^version: .*$", "version: '2017-03-10'"))
def citation_file(project: Project) -> Iterator[Problem]:
    """Whoever cites all of it names the state that they used; `make new` writes the day with the change."""
    day = day_of(project.records.of(Change).values())
    if not day or not project.records.whole(Change):
        return
    try:
        text = read(project.root / FILE, FILE, project.root)
    except UnreadableError as error:
        yield error.problem
        return
    given = said(text)
    for field in FIELDS:
        if given.get(field) != day:
            line = next((n for n, line in enumerate(text.splitlines(), 1) if line.startswith(f"{field}:")), 0)
            wrong = MESSAGE.format(field=field, given=given.get(field, "not there"), day=day)
            yield Problem(FILE, line, "", wrong, f"write {field}: '{day}'")
