"""What an editor decided about a sentence that may age."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.dates import DateField
from builder.content.records.fields import OneOf, Text
from builder.content.records.record import Record


class Ruling(Record):
    """What an editor decided about a sentence that may age (builder/reports/ageing_sentences.py finds them)."""

    file: ClassVar[str] = "rulings"
    kind: ClassVar[str] = "ruling"
    sentence: Text = Field(description="As `make stale` prints it; its id changes with every letter.")
    ruling: Annotated[str, OneOf("rulings")] = Field(description="Why the sentence may stand.")
    on: DateField = Field(description="The day of the ruling.")
