"""A page that asks for a template of its own asks for one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from yaml import YAMLError

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule

MESSAGE = "there is no template overrides/{name}"


@rule("pages", message=MESSAGE, fault=Fault("docs/index.md", "^template: home", "template: hom"))
def page_templates(project: Project) -> Iterator[Problem]:
    """Without it MkDocs would stop in the middle, or take a page of the theme that promises nothing of ours."""
    known = {path.name for path in (project.root / "overrides").glob("*.html")} - {"base.html", "404.html"}
    for page in project.pages.values():
        try:
            name = page.front.template
        except (ValueError, YAMLError):
            continue
        if name is not None and name not in known:
            line = page.front_line(("template",))
            hint = suggest(name, known, "delete the line; most pages need none")
            yield Problem(f"docs/{page.path}", line, "front matter, field template", MESSAGE.format(name=name), hint)
