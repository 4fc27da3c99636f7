"""What stands between double braces asks a page function for records, and does nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.defaults import DEFAULT_NAMESPACE

from builder.cache import by_text
from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_STRING = re.compile(r'"[^"]*"|\'[^\']*\'', re.DOTALL)
_NAME = re.compile(r"\s*([a-z_]+)\s*\(")
# Attributes, items, filters and sums: a page prints records, and reaches nothing behind them.
_MORE = re.compile(r"[.|\[\]{}+*/~%<>!-]|==|\b(?:and|or|not|if|else|in|is)\b|\)\s*[^\s,)]")
# What the engine of templates offers by itself, and what is kept for templates.
_NOT_OURS = {*DEFAULT_NAMESPACE, "vocabulary"}
MESSAGE = "{words} is no call of a page function"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "^ISIS is", 'ISIS {{ "".__class__ }} is'))
def page_calls(project: Project) -> Iterator[Problem]:
    """Whoever may write a page may ask for records; code, attributes and sums would print or reach what nobody checked."""
    for passage in project.passages():
        for start, words in strange(passage.text):
            right = 'write the name of a function and what it is given: {{ figure("id") }}'
            yield passage.at(start, MESSAGE.format(words=words), right)


@by_text
def strange(passage: str) -> tuple[tuple[int, str], ...]:
    """What stands between double braces in a text and is no call, with its place. Nothing of it is to be carried out."""
    if "{{" not in passage:
        return ()
    found = []
    for expression in _EXPRESSION.finditer(without_code(passage)):
        bare = _STRING.sub("0", expression[1])
        name = _NAME.match(bare)
        if not name or name[1] in _NOT_OURS or _MORE.search(bare.removesuffix(")")):
            found.append((expression.start(), " ".join(expression[0].split())[:60]))
    return tuple(found)
