"""What the Markdown of pages and records may not hold: HTML of its own, pictures without words, gaps between headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.citations import code_spans

# Markdown's own way to give a block a class, its contents Markdown still: https://python-markdown.github.io/extensions/md_in_html/
_BLOCK = re.compile(r'<div(?: class="[\w -]+")? markdown>|</div>')
_TAG = re.compile(r"<(?:[A-Za-z][^>\s]*|/[A-Za-z]|!|\?)[^>\n]*>?")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^>\s]+>")
_IMAGE = re.compile(r"!\[\s*\]")
_HEADING = re.compile(r"^(#{1,6}) .*$", re.MULTILINE)
_ID = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}")


@dataclass(frozen=True)
class Fault:
    """position: where in the text; wrong and right: as in builder.problems.Problem."""

    position: int
    wrong: str
    right: str


def faults(text: str) -> Iterator[Fault]:
    """Every fault of a Markdown text, code left alone."""
    text = _blank(text, code_spans(text))
    yield from _html(text)
    for found in _IMAGE.finditer(text):
        yield Fault(found.start(), "the picture has no words", "say in the square brackets what it shows")
    yield from _headings(text)
    yield from _ids(text)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def _html(text: str) -> Iterator[Fault]:
    """Raw HTML would pass unchecked into the page: a script, an inline style, a tag that is never closed."""
    opened: list[int] = []
    for found in _TAG.finditer(text):
        if _AUTOLINK.match(text, found.start()) or text.startswith("](", found.start() - 2):
            continue
        if not _BLOCK.fullmatch(found[0]):
            right = 'write Markdown; a block with a class is <div class="..." markdown>, other markup is for templates/'
            yield Fault(found.start(), f"there is HTML in the text, {found[0][:40]}", right)
        elif found[0] != "</div>":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            yield Fault(found.start(), "</div> closes nothing", "delete it, or open the block above")
    for position in opened:
        yield Fault(position, "the <div> is never closed", "end the block with </div> on a line of its own")


def _headings(text: str) -> Iterator[Fault]:
    """A level left out breaks the outline that screen readers and the contents list follow (WCAG 1.3.1)."""
    level = 1
    for found in _HEADING.finditer(text):
        deeper = len(found[1])
        if deeper > level + 1:
            wrong = f"a heading of level {deeper} follows one of level {level}"
            yield Fault(found.start(), wrong, f"start it with {'#' * (level + 1)}")
        level = deeper


def _ids(text: str) -> Iterator[Fault]:
    seen = set()
    for found in _ID.finditer(text):
        if found[1] in seen:
            yield Fault(found.start(), f"the id {found[1]} stands twice on the page", "give one of the two another")
        seen.add(found[1])
