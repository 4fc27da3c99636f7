"""What changed on a page."""

from __future__ import annotations

from typing import ClassVar

from builder.content.dates import DateField
from builder.content.records.fields import PagePath, Text
from builder.content.records.record import Record


class Change(Record):
    """What changed on a page, when and why."""

    file: ClassVar[str] = "changes"
    kind: ClassVar[str] = "change"
    date: DateField
    page: PagePath
    what: Text
    why: Text
