"""Our style sheets as their rules: what each selects, under which conditions, and what it declares, each with its line.

CSS is read by tinycss2 (CSS Syntax Level 3). A sheet that does not parse whole is told by the rule on style sheets; here it is
read as browsers read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tinycss2
from tinycss2.ast import Declaration, Node

FOLDER = "docs/assets"
_HOLD_RULES = {"media", "supports", "layer", "container"}


@dataclass(frozen=True)
class Condition:
    """As @media print: its keyword, its words in small letters, its line."""

    keyword: str
    words: str
    line: int


@dataclass(frozen=True)
class SheetRule:
    """file: from the project's root; conditions: those it stands in; selector: its text; prelude: its parts."""

    file: str
    line: int
    conditions: tuple[Condition, ...]
    selector: str
    prelude: tuple[Node, ...]
    declarations: tuple[Declaration, ...]

    def value(self, name: str) -> str | None:
        """What it declares for a property at last; None where it says nothing of it."""
        return next((text(each.value) for each in reversed(self.declarations) if each.lower_name == name), None)

    def under(self, *words: str) -> bool:
        """Whether one of its conditions names all of these words."""
        return any(all(word in condition.words for word in words) for condition in self.conditions)

    def selectors(self) -> Iterator[list[Node]]:
        """Each of its selectors, as its parts."""
        parts: list[Node] = []
        for token in (*self.prelude, None):
            if token is None or token == ",":
                yield parts
                parts = []
            else:
                parts.append(token)


def sheets(root: Path) -> Iterator[tuple[str, str]]:
    """Every style sheet of docs/ that can be read: its path from the project's root, and its text."""
    for path in sorted((root / FOLDER).rglob("*.css")):
        try:
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue


def rules(root: Path) -> Iterator[SheetRule]:
    """Every rule of every sheet, in order."""
    for name, sheet in sheets(root):
        yield from rules_of(name, sheet)


@lru_cache(maxsize=32)
def rules_of(name: str, sheet: str) -> tuple[SheetRule, ...]:
    """Every rule of one sheet, in order. Several rules of ours ask for the same sheets."""
    return tuple(_rules(name, tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), ()))


def _rules(name: str, nodes: list[Node], above: tuple[Condition, ...]) -> Iterator[SheetRule]:
    for node in nodes:
        if node.type == "qualified-rule":
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declared = tuple(each for each in inside if isinstance(each, Declaration))
            yield SheetRule(name, node.source_line, above, text(node.prelude), tuple(node.prelude), declared)
        elif node.type == "at-rule" and node.lower_at_keyword in _HOLD_RULES and node.content is not None:
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            condition = Condition(node.lower_at_keyword, text(node.prelude).lower(), node.source_line)
            yield from _rules(name, inside, (*above, condition))


def text(tokens: list[Node] | tuple[Node, ...]) -> str:
    """CSS as text on one line, without comments."""
    return " ".join(tinycss2.serialize([token for token in tokens if token.type != "comment"]).split())
