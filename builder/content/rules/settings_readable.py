"""The settings can be read."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings
from builder.content.text_files import UnreadableError

MESSAGE = "there is a control character"


@rule("pages", message=MESSAGE, fault=Fault(FILE, "^site_name:", "\x01site_name:"))
def settings_readable(project: Project) -> Iterator[Problem]:
    """MkDocs itself says what it cannot parse; this says what is no text."""
    try:
        Settings.text(project.root)
    except UnreadableError as error:
        yield error.problem
