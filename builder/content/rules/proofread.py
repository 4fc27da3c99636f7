"""What is printed is what was proofread."""

from __future__ import annotations

from collections.abc import Iterable

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.proofread import Known, changes, pieces
from builder.content.rules import Fault, rule


@rule(
    "pages",
    message="it is not as it was when it was proofread, on {day}",
    fault=Fault("data/proofread.txt", r"^(docs/about/press\.md \S+) \w{8}$", r"\1 00000000"),
    while_writing=False,
)
def proofread(project: Project) -> Iterable[Problem]:
    """A text or a record that was held against its sources is changed by nobody unnoticed: neither by a slip of the keyboard, nor
    by a replacement in all files, nor by a merge. Who changes it holds it against them again, and says so by `make proofread`.
    """
    known, problems = Known.read(project.root)
    yield from problems
    for change in changes(known, pieces(project)):
        yield change.problem
