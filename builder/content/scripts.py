"""Our scripts as their syntax, each with the file and the line that a person edits. Read by tree-sitter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

FOLDER = "docs/assets"
# Answers the search dialog, beside the pages; the library that it is put together with is as it was released.
WORKER = "builder/publishing/search/worker.js"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True)
class Script:
    """file: from the project's root; text: of the script; first: the line on which it begins; root: what it is made of."""

    file: str
    text: str
    first: int
    root: Node

    def line(self, node: Node) -> int:
        """The line in its file on which a part begins."""
        return self.first + node.start_point[0]

    def nodes(self) -> Iterator[Node]:
        """Every part, the whole first."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def scripts(root: Path) -> Iterator[Script]:
    """The scripts that can be read: of docs/assets, those written into the frame, and the worker."""
    for path in [*sorted((root / FOLDER).rglob("*.js")), root / WORKER, *sorted((root / "overrides").rglob("*.html"))]:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        name = path.relative_to(root).as_posix()
        if path.suffix == ".js":
            yield Script(name, text, 1, parsed(text))
            continue
        for found in _INLINE.finditer(text):
            yield Script(name, found[1], text.count("\n", 0, found.start(1)) + 1, parsed(found[1]))


@lru_cache(maxsize=64)
def parsed(text: str) -> Node:
    """What a script is made of. Several rules ask for the same scripts."""
    return _parser().parse(text.encode()).root_node


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def words(node: Node | None) -> str:
    """A part as it is written."""
    return (node.text or b"").decode() if node else ""


def said(node: Node | None) -> str | None:
    """What a string says; None for what is none, or is put together while it runs."""
    if (
        node is None
        or node.type not in ("string", "template_string")
        or any(child.type == "template_substitution" for child in node.children)
    ):
        return None
    return words(node)[1:-1]
