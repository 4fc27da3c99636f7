"""The sheets keep what they promise to those who read with a keyboard, on paper, in colours of their own, or without motion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.sheets import FOLDER, SheetRule, rules, sheets

# What each sheet has to answer, and for whom.
_PROMISED = {
    ("print.css", "print"): "whoever prints a page would print its buttons and lose its address",
    ("site.css", "(prefers-reduced-motion: reduce)"): "whoever is made ill by motion would meet it",
    ("tokens.css", "(forced-colors: active)"): "words would vanish in colours that a reader forces",
    ("pictures.css", "(forced-colors: active)"): "drawings would vanish in colours that a reader forces",
    ("tokens.css", "(prefers-color-scheme: dark)"): "whoever reads at night without scripts would be blinded",
}
_NO_OUTLINE = {"outline": r"(?:none|0\w*|hidden)(?: .*)?", "outline-style": "none|hidden", "outline-width": r"0\w*"}
# Where the way past the header leads: it is read, not pressed.
_NO_CONTROL = {"#content:focus"}
_INSTEAD = ("box-shadow", "border", "border-color", "background", "background-color", "text-decoration")
MESSAGE = "no rule is for @media {condition}: {lost}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("docs/assets/site.css", r"\(prefers-reduced-motion: reduce\)", "(hover: hover)"),
)
def css_promises(project: Project) -> Iterator[Problem]:
    """Who loses what a sheet did for them is not the one who edits it."""
    every = list(rules(project.root))
    if not every:
        return
    there = {name for name, _ in sheets(project.root)}
    for (sheet, condition), lost in _PROMISED.items():
        file = f"{FOLDER}/{sheet}"
        held = any(each.file == file and each.declarations and each.under(condition) for each in every)
        # That a sheet is gone is told by the rule on files.
        if file in there and not held:
            yield Problem(file, 0, "", MESSAGE.format(condition=condition, lost=lost), "restore it")
    focus = [each for each in every if ":focus-visible" in each.selector and not each.conditions]
    if not any(each.value("outline") for each in focus):
        wrong, right = "no rule shows where the keyboard is", "write :focus-visible { outline: 2px solid var(--teal); }"
        yield Problem(f"{FOLDER}/site.css", 0, "", wrong, right)
    for each in every:
        yield from _unseen(each)


def _unseen(each: SheetRule) -> Iterator[Problem]:
    if each.selector in _NO_CONTROL or any(each.value(name) for name in _INSTEAD):
        return
    for name, pattern in _NO_OUTLINE.items():
        value = each.value(name)
        if value is not None and re.fullmatch(pattern, value):
            wrong = f"{each.selector} loses the line around what the keyboard is at, by {name}: {value}"
            yield Problem(each.file, each.line, "", wrong, "delete it, or show the focus another way (WCAG 2.4.7)")
