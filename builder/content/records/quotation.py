"""Words somebody said or wrote."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from pydantic import Field, model_validator

from builder.content.dates import DateField
from builder.content.records.fields import CitationField, Id, Text
from builder.content.records.record import Record


class Quote(Record):
    """Words somebody said or wrote, exactly as the source printed them."""

    file: ClassVar[str] = "quotes"
    kind: ClassVar[str] = "quotation"
    text: Text
    topic: Text | None = None
    speaker: Id | None = Field(None, description="An id of people.yml.")
    body: Text | None = Field(None, description="The body that wrote it, where there is no single speaker.")
    interviewer: Id | None = None
    programme: Text | None = None
    occasion: Text | None = None
    date: DateField
    source: CitationField
    article_order: int | None = Field(None, ge=1, description="Its place among the quotations of the PEOPLE story.")
    checksum: Text = Field(description="Of the text as it was compared with the source: no letter changes unnoticed.")

    @model_validator(mode="after")
    def _whose(self) -> Quote:
        if bool(self.speaker) == bool(self.body):
            raise ValueError("a quotation has either a speaker (an id of people.yml) or a body, and not both")
        if not (self.programme or self.occasion):
            raise ValueError("a quotation needs the programme or the occasion at which it was said")
        given = hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()[:8]
        if self.checksum != given:
            wrong = f"the text is not the one that was compared with the source, whose checksum is {self.checksum}"
            raise ValueError(f"{wrong}; restore it, or compare it letter by letter and write checksum: '{given}'")
        return self
