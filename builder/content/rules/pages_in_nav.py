"""Every page is in the navigation, and the navigation leads to pages."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings

MESSAGE = "docs/{page} is not in it"


@rule("pages", message=MESSAGE, fault=Fault(FILE, r"^ *- background/isis\.md\n", ""))
def pages_in_nav(project: Project) -> Iterator[Problem]:
    """A page that no list leads to is found by nobody."""
    said = Settings.read(project.root)
    if said is None:
        return
    listed = list(said.pages())
    for page in sorted(set(project.pages) - set(listed)):
        yield Problem(FILE, said.line("nav"), "nav", MESSAGE.format(page=page), "add it where readers look for it")
    for page in listed:
        if page not in project.pages:
            hint = suggest(page, project.pages, "delete the line")
            yield Problem(FILE, said.line_with(page), "nav", f"there is no page docs/{page}", hint)
