"""Words somebody said or wrote."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator, model_validator

from builder.content.dates import DateField
from builder.content.records.fields import CitationField, Id, Text, Whole
from builder.content.records.record import Record
from builder.content.yaml_files import Misfit


class Quote(Record):
    """Words somebody said or wrote, exactly as the source printed them."""

    file: ClassVar[str] = "quotes"
    kind: ClassVar[str] = "quotation"
    text: Text = Field(description="The words, letter by letter as the source prints them.")
    topic: Text | None = Field(None, description="What they are about, in a word or two.")
    speaker: Id | None = Field(None, description="An id of people.yml.")
    body: Text | None = Field(None, description="The body that wrote it, where there is no single speaker.")
    interviewer: Id | None = Field(None, description="Who asked, by id of people.yml.")
    programme: Text | None = Field(None, description="The programme in which they were said.")
    occasion: Text | None = Field(None, description="The occasion at which they were said or written.")
    date: DateField = Field(description="When they were said or written.")
    source: CitationField = Field(description="The document that prints them.")
    article_order: Whole | None = Field(None, ge=1, description="Its place among the quotations of the PEOPLE story.")
    checksum: str = Field(
        "",
        validate_default=True,
        description="Of the text as it was compared with the source: no letter changes unnoticed. The build tells it.",
    )

    @field_validator("checksum")
    @classmethod
    def _compared(cls, given: str, said: ValidationInfo) -> str:
        text = said.data.get("text")
        right = text and hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]
        if not right or given == right:
            return given
        wrong = f"the text is not the one that was compared with the source, whose checksum is {given}; restore it, or"
        wrong = wrong if given else "the field is missing;"
        raise ValueError(f"{wrong} compare it with the source letter by letter and write checksum: '{right}'")

    @model_validator(mode="after")
    def _whose(self) -> Quote:
        if bool(self.speaker) == bool(self.body):
            raise Misfit(
                "speaker" if self.speaker else "id",
                "a quotation has either a speaker (an id of people.yml) or a body, and not both",
            )
        if self.speaker and self.speaker == self.interviewer:
            raise Misfit("interviewer", "speaker and interviewer are one person; correct the one that is wrong")
        if not (self.programme or self.occasion):
            raise ValueError("a quotation needs the programme or the occasion at which it was said")
        return self
