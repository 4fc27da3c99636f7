"""CITATION.cff: how to cite the data and the text as a whole. Its version and its date are the day of the last change that
readers were told of; the file is for repositories, so no build makes it. https://citation-file-format.github.io"""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.content.records import Change

FILE = "CITATION.cff"
# https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md: both are texts.
FIELDS = ("version", "date-released")
_FIELD = re.compile(rf"^({'|'.join(FIELDS)}): *(['\"]?)(.*?)\2 *$", re.MULTILINE)


def day_of(changes: Iterable[Change]) -> str:
    """The day of the last change, as the file writes it; empty where there is none."""
    return str(max((change.date.start.earliest for change in changes), default=""))


def said(text: str) -> dict[str, str]:
    """What the file's text says in the fields that name the day."""
    return {found[1]: found[3] for found in _FIELD.finditer(text)}


def with_day(text: str, day: str) -> str:
    """The file's text with another day."""
    return _FIELD.sub(lambda found: f"{found[1]}: '{day}'", text)
