"""Markdown as text, before anything is rendered."""

from __future__ import annotations

import re

from builder.content.citations import code_spans


def without_code(text: str) -> str:
    """The text with its code blanked out, every other sign at its place."""
    for start, end in code_spans(text):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text
