"""Markdown as text, before anything is rendered."""

from __future__ import annotations

import re
from html import unescape

from builder.content.citations import code_spans, find_groups

_CITED = re.compile(r"\[@[^\]]*\]")
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)

_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\((?:<[^>]*>|[^)\s]*)\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_SIGN = re.compile(r"\\(.)|[*`]")


def without_code(text: str) -> str:
    """The text with its code blanked out, every other sign at its place."""
    for start, end in code_spans(text):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def without_calls(text: str) -> str:
    """The text with a word in place of what asks for records, every other sign at its place."""
    return _CALL.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), text)


def without_citations(text: str) -> str:
    """The text with its citations taken out."""
    return _CITED.sub("", text)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match of a pattern blanked out, every other sign at its place."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def as_text(text: str) -> str:
    """The words of a line of Markdown: without citations, addresses, tags and marks, its white space as single spaces."""
    for group in reversed(list(find_groups(text))):
        text = text[: group.start] + text[group.end :]
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    return " ".join(unescape(_SIGN.sub(lambda found: found[1] or "", text)).split())
