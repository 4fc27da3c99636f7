"""What changed on a page."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from builder.content.dates import DateField
from builder.content.records.fields import PagePath, Text
from builder.content.records.record import Record


class Change(Record):
    """What changed on a page, when and why."""

    file: ClassVar[str] = "changes"
    kind: ClassVar[str] = "change"
    date: DateField = Field(description="The day of the change.")
    page: PagePath = Field(description="The page, and with # the part.")
    what: Text = Field(description="What it said, and what it says now.")
    why: Text = Field(description="Why, with the source in words.")
