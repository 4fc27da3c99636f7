"""No two pages are described alike."""

from __future__ import annotations

from collections.abc import Iterator

from yaml import YAMLError

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

MESSAGE = "docs/{other} has the same description"
_ISIS = r"(?s)\A(---\n.*?^description: )[^\n]*"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault(
        "docs/background/isis.md",
        _ISIS,
        r"\1The rules behind every fact on this site, the grades of its sources, how figures are printed, and what could not be checked.",
    ),
)
def descriptions(project: Project) -> Iterator[Problem]:
    """Search results show it under the title, and have to tell pages apart."""
    seen: dict[str, str] = {}
    for page in project.pages.values():
        try:
            description = page.front.description
        except (ValueError, YAMLError):
            continue
        if description in seen:
            line = page.front_line(("description",))
            wrong, where = MESSAGE.format(other=seen[description]), "front matter, field description"
            yield Problem(f"docs/{page.path}", line, where, wrong, "say what this page alone has")
        seen[description] = page.path
