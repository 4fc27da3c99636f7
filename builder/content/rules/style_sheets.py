"""A style sheet is read whole by browsers, and loads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tinycss2
from tinycss2.ast import Node

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# What this site's sheets are made of; the order of rules and what they are written for is in their comments.
_AT_RULES = {"media", "supports", "layer", "container", "page", "keyframes", "font-face", "property", "counter-style"}
# The boxes in the margin of a printed page: https://www.w3.org/TR/css-page-3/#margin-at-rules
_MARGIN_BOX = re.compile(r"(?:top|bottom|left|right)-[a-z-]+")
# Swallowed where a bracket, a string or a comment before it is never closed, which CSS does without a word.
_LAST = "the-end-of-the-sheet"
_ASKED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_LOADED = re.compile(r"url\(\s*['\"]?(?!data:|#|(?:https?:)?//)([^'\")]+)")
MESSAGE = "{wrong}: browsers drop what they cannot read"
RIGHT = "correct it, or delete it"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/site.css", r"\A", ".broken { color red; }\n"))
def style_sheets(project: Project) -> Iterator[Problem]:
    """A rule that is dropped is missed by nobody until a reader meets the page without it."""
    sheets = {}
    for path in sorted((project.root / "docs" / "assets").rglob("*.css")):
        name = path.relative_to(project.root).as_posix()
        try:
            sheets[name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(name, 0, "", f"the sheet cannot be read: {error}", "save it as UTF-8")
    given = {found for text in sheets.values() for found in re.findall(r"(--[\w-]+)\s*:", text)}
    for name, text in sheets.items():
        for line, wrong in faults(text):
            yield Problem(name, line, "", MESSAGE.format(wrong=wrong), RIGHT)
        for found in _LOADED.finditer(text):
            if not (project.root / name).parent.joinpath(found[1]).is_file():
                line = text.count("\n", 0, found.start()) + 1
                yield Problem(name, line, "", f"there is no {found[1]}", "restore it, or delete what asks for it")
        for found in _ASKED.finditer(text):
            # Material's own are given by its sheet.
            if found[1] not in given and not found[1].startswith("--md-"):
                line = text.count("\n", 0, found.start()) + 1
                yield Problem(name, line, "", f"no sheet gives {found[1]} a value", "give it one in tokens.css")


def faults(sheet: str) -> Iterator[tuple[int, str]]:
    """What is wrong in a style sheet, with its line: what does not parse or would be lost, and what would be loaded."""
    if found := re.search(r"</style|<!--", sheet, re.IGNORECASE):
        yield sheet.count("\n", 0, found.start()) + 1, f"{found[0]} ends the sheet"
    nodes = tinycss2.parse_stylesheet(f"{sheet}\n{_LAST}{{}}", skip_whitespace=True)
    if not (nodes and nodes[-1].type == "qualified-rule" and _text(nodes[-1].prelude) == _LAST):
        yield nodes[-1].source_line if nodes else 1, "a bracket, a string or a comment is never closed"
    waiting = nodes[:-1]
    while waiting:
        node = waiting.pop(0)
        if node.type == "error":
            yield node.source_line, node.message
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            yield node.source_line, "@import loads another style sheet"
        elif node.type == "at-rule" and not (
            node.lower_at_keyword in _AT_RULES or _MARGIN_BOX.fullmatch(node.lower_at_keyword)
        ):
            yield node.source_line, f"@{node.at_keyword} is no rule that this site uses"
        elif node.type == "qualified-rule" or (node.type == "at-rule" and node.content is not None):
            yield from _block(node, waiting)
        elif node.type == "declaration":
            yield from _declaration(node)


def _block(node: Node, waiting: list[Node]) -> Iterator[tuple[int, str]]:
    if node.type == "qualified-rule" and not _text(node.prelude):
        yield node.source_line, "a rule has no selector"
    inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    if node.type == "qualified-rule":
        for each in inside:
            if each.type in ("qualified-rule", "at-rule"):
                yield each.source_line, "a rule stands within a rule, and is not published"
    waiting += inside


def _declaration(node: Node) -> Iterator[tuple[int, str]]:
    if not _text(node.value) and not node.name.startswith("--"):
        yield node.source_line, f"{node.name} has no value"
    waiting = list(node.value)
    while waiting:
        part = waiting.pop()
        if part.type == "error":
            yield part.source_line, part.message
        elif part.type in ("url", "string") and re.match(r"(?:https?:)?//", part.value):
            yield part.source_line, f"{part.value} loads from elsewhere"
        elif part.type == "function":
            waiting += part.arguments


def _text(tokens: list[Node]) -> str:
    return str(tinycss2.serialize(tokens)).strip()
