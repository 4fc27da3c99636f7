"""A text holds no HTML of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_TAG = re.compile(r"<(?:[A-Za-z][^>\s]*|/[A-Za-z]|!|\?)[^>\n]*>?")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^>\s]+>")
MESSAGE = "there is HTML in the text, {tag}"
RIGHT = "write Markdown; a block with a class opens with /// html | div.its-class and ends with ///, other markup is for templates/"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(?=## )", "<b>Loud</b>\n\n"))
def html(project: Project) -> Iterator[Problem]:
    """Raw HTML would pass unchecked into the page: a script, an inline style, a tag that is never closed."""
    for passage in project.passages():
        text = without_code(passage.text)
        for found in _TAG.finditer(text):
            if not _AUTOLINK.match(text, found.start()) and not text.startswith("](", found.start() - 2):
                yield passage.at(found.start(), MESSAGE.format(tag=found[0][:40]), RIGHT)
