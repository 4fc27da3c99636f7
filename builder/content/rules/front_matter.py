"""A page says of itself what every page says."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from pydantic import ValidationError

from builder.content.pages import DESCRIPTION_LENGTH, FrontMatter
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.yaml_files import explain, explain_yaml, named

MESSAGE = "the field is missing (every page has one)"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^reviewed:.*\n", ""))
def front_matter(project: Project) -> Iterator[Problem]:
    """Title, description and the date of review stand above every page, and in search results."""
    for page in project.pages.values():
        file = f"docs/{page.path}"
        try:
            _ = page.front
        except ValidationError as error:
            for steps, wrong, right in explain(error, FrontMatter, "page"):
                if steps == ("description",) and "characters" in wrong:
                    length = len(str(error.errors()[0]["input"])) if len(error.errors()) == 1 else 0
                    wrong = f"the description is too short or too long{f' ({length} characters)' if length else ''}"
                    right = "search results show {} to {} characters".format(*DESCRIPTION_LENGTH)
                where = f"front matter, field {named(steps)}" if steps else "front matter"
                yield Problem(file, page.front_line(steps), where, wrong, right)
        except yaml.MarkedYAMLError as error:
            line, wrong, right = explain_yaml(error)
            yield Problem(file, line + 1, "front matter", wrong, right)
