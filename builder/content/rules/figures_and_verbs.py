"""What the words behind a figure say became of people or graves is what the figure counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import newest
from builder.content.rules import Fault, rule
from builder.content.statements import statements

# What can be said of those who are counted; the first stands for the others.
_STATES = (
    ("killed", "dead", "died"),
    ("unknown", "missing"),
    ("abducted", "kidnapped"),
    ("rescued", "freed"),
    *((word,) for word in ("convicted", "acquitted", "executed", "opened", "identified", "registered", "displaced", "returned", "recovered", "held", "moved")),
)  # fmt: skip
_MEANS = {word: words[0] for words in _STATES for word in words}
_STATE = re.compile(rf"\b(?:{'|'.join(_MEANS)})\b")
_BEHIND = re.compile(rf"(?: (?!and\b|who\b|or\b)\w+){{0,3}}? ({'|'.join(_MEANS)})\b")
_CALL = re.compile(r"""\{\{\s*figure\(\s*["']([\w-]+)["'][^{}]*\}\}""")
MESSAGE = "{said!r} is said of {figure}, which counts {counts}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/story/in-brief.md", 'figure\\("genocide-convictions"', 'figure("germany-acquitted"'),
)
def figures_and_verbs(project: Project) -> Iterator[Problem]:
    """The rescued and the missing, the convicted and the acquitted stand in one list, one key beside the other."""
    figures = project.records.of(Figure)
    for statement in statements(project):
        for found in _CALL.finditer(statement.raw) if "figure(" in statement.raw else ():
            figure = figures.get(newest(figures, found[1])) if found[1] in figures else None
            said = _BEHIND.match(statement.raw, found.end())
            if figure and said:
                counted = {_MEANS[word] for word in _STATE.findall(figure.counts.casefold())}
                if counted and _MEANS[said[1]] not in counted:
                    wrong = MESSAGE.format(said=said[1], figure=figure.id, counts=figure.counts)
                    right = "ask for the figure that is meant, or say what this one counts"
                    yield statement.at(found.start(), wrong, right)
