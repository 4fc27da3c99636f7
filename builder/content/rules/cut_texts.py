"""A text of a record is not cut short by what YAML takes for a comment."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.yaml_files import scalars

MESSAGE = "the text ends before {comment}, which YAML takes for a comment"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("data/people.yml", r"^  name: Nadia Murad$", "  name: Nadia Murad #1"),
)
def cut_texts(project: Project) -> Iterator[Problem]:
    """A number sign after a space ends a text without quotation marks; its rest would be lost without a word."""
    records, lines = project.records, dict[str, list[str]]()
    for (file, name), raw in records.raw.items():
        if file not in lines:
            lines[file] = (project.root / "data" / f"{file}.yml").read_text(encoding="utf-8-sig").splitlines()
        for node in scalars(raw.node):
            yield from _cut(node, lines[file], f"data/{file}.yml", name, 0)
    for page in project.pages.values():
        for node in page.front_scalars():
            yield from _cut(node, page.text.splitlines(), f"docs/{page.path}", "front matter", 1)


def _cut(node: yaml.ScalarNode, lines: list[str], file: str, where: str, before: int) -> Iterator[Problem]:
    """before: how many lines stand before those that YAML has read."""
    if node.style or node.end_mark.line + before >= len(lines):
        return
    rest = lines[node.end_mark.line + before][node.end_mark.column :].strip()
    if rest.startswith("#"):
        wrong = MESSAGE.format(comment=f"{rest[:20]!r}")
        right = "put the text in quotation marks, or the comment on a line of its own"
        yield Problem(file, node.end_mark.line + before + 1, where, wrong, right)
