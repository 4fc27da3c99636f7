"""A text holds no HTML of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# Markdown's own way to give a block a class, its contents Markdown still: https://python-markdown.github.io/extensions/md_in_html/
_BLOCK = re.compile(r'<div(?: class="[\w -]+")? markdown>|</div>')
_TAG = re.compile(r"<(?:[A-Za-z][^>\s]*|/[A-Za-z]|!|\?)[^>\n]*>?")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^>\s]+>")
MESSAGE = "there is HTML in the text, {tag}"
RIGHT = 'write Markdown; a block with a class is <div class="..." markdown>, other markup is for templates/'


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(?=## )", "<b>Loud</b>\n\n"))
def html(project: Project) -> Iterator[Problem]:
    """Raw HTML would pass unchecked into the page: a script, an inline style, a tag that is never closed."""
    for passage in project.passages():
        text, opened = without_code(passage.text), []
        for found in _TAG.finditer(text):
            if _AUTOLINK.match(text, found.start()) or text.startswith("](", found.start() - 2):
                continue
            if not _BLOCK.fullmatch(found[0]):
                yield passage.at(found.start(), MESSAGE.format(tag=found[0][:40]), RIGHT)
            elif found[0] != "</div>":
                opened.append(found.start())
            elif opened:
                opened.pop()
            else:
                yield passage.at(found.start(), "</div> closes nothing", "delete it, or open the block above")
        for position in opened:
            yield passage.at(position, "the <div> is never closed", "end the block with </div> on a line of its own")
