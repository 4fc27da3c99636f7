"""The map's own files can be read."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.maps import NAMES, country_names, outlines
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

MESSAGE = "is not a number"


@rule("records", message=MESSAGE, fault=Fault(NAMES, r"\[41\.05, ", "[east, "))
def map_readable(project: Project) -> Iterator[Problem]:
    """A map without its borders would be drawn empty."""
    for _, problems in (country_names(project.root), outlines(project.root)):
        yield from problems
