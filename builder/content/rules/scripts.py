"""A script is whole, and stays within its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# What would end the element that the script stands in, or open a comment in it:
# https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
_ENDS = re.compile(r"</script|<script|<!--", re.IGNORECASE)
_ELSEWHERE = re.compile(r"['\"`](?:https?:)?//[^'\"`\s]+|\beval\(|\bimport\(|\bdocument\.write\b")
MESSAGE = "the script does not parse"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/scheme.js", r"\}\s*\Z", ""))
def scripts(project: Project) -> Iterator[Problem]:
    """All scripts stand in every page as one: a bracket lost in one of them stops them all."""
    for path in sorted((project.root / "docs" / "assets").rglob("*.js")):
        name = path.relative_to(project.root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(name, 0, "", f"the script cannot be read: {error}", "save it as UTF-8")
            continue
        tree = _parser().parse(text.encode())
        if fault := _first_fault(tree.root_node):
            right = "look for a bracket, a quotation mark or a comma lost on this line or before"
            yield Problem(name, fault.start_point[0] + 1, "", MESSAGE, right)
        for found in _ENDS.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(name, line, "", f"{found[0]} would end the script in its page", "write it in two parts")
        for found in _ELSEWHERE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            wrong = f"{found[0][:60]} loads from elsewhere or runs text"
            yield Problem(name, line, "", wrong, "keep what a script needs in the site")


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def _first_fault(node: Node) -> Node | None:
    """The first place where the text is no JavaScript, or where something is missing."""
    if not node.has_error:
        return None
    if node.is_error or node.is_missing:
        return node
    return next((found for child in node.children if (found := _first_fault(child))), node)
