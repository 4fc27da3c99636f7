"""A script is whole, and stays within its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.scripts import FOLDER
from builder.content.scripts import scripts as every_script

# What would end the element that the script stands in, or open a comment in it:
# https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
_ENDS = re.compile(r"</script|<script|<!--", re.IGNORECASE)
_ELSEWHERE = re.compile(r"['\"`](?:https?:)?//[^'\"`\s]+|\beval\(|\bimport\(|\bdocument\.write\b")
MESSAGE = "the script does not parse"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/scheme.js", r"\}\s*\Z", ""))
def scripts(project: Project) -> Iterator[Problem]:
    """All scripts stand in every page as one: a bracket lost in one of them stops them all."""
    for path in sorted((project.root / FOLDER).rglob("*.js")):
        try:
            path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            name = path.relative_to(project.root).as_posix()
            yield Problem(name, 0, "", f"the script cannot be read: {error}", "save it as UTF-8")
    for script in every_script(project.root):
        if fault := _first_fault(script.root):
            right = "look for a bracket, a quotation mark or a comma lost on this line or before"
            yield Problem(script.file, script.line(fault), "", MESSAGE, right)
        for found in _ENDS.finditer(script.text):
            line = script.first + script.text.count("\n", 0, found.start())
            yield Problem(
                script.file, line, "", f"{found[0]} would end the script in its page", "write it in two parts"
            )
        for found in _ELSEWHERE.finditer(script.text):
            line = script.first + script.text.count("\n", 0, found.start())
            wrong = f"{found[0][:60]} loads from elsewhere or runs text"
            yield Problem(script.file, line, "", wrong, "keep what a script needs in the site")


def _first_fault(node: Node) -> Node | None:
    """The first place where the text is no JavaScript, or where something is missing."""
    if not node.has_error:
        return None
    if node.is_error or node.is_missing:
        return node
    return next((found for child in node.children if (found := _first_fault(child))), node)
