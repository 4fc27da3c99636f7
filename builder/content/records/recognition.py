"""A political body’s word on the crimes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.dates import DateField
from builder.content.records.evidence import Proven
from builder.content.records.fields import OneOf, Prose, Sources, Text, Whole
from builder.content.records.record import Record
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import StrictModel


class Votes(StrictModel):
    """How a vote went, as far as the source says."""

    for_: Whole = Field(alias="for", ge=0)
    against: Whole | None = Field(None, ge=0)
    abstaining: Whole | None = Field(None, ge=0)

    def __str__(self) -> str:
        words, counted = vocabulary().votes, self.model_dump(by_alias=True, exclude_none=True)
        return vocabulary().joins.list.join(words[side].format(number=number) for side, number in counted.items())


class Recognition(Proven, Record):
    """A political body that called the crimes genocide, and what force its word has."""

    file: ClassVar[str] = "recognitions"
    kind: ClassVar[str] = "recognition"
    body: Text
    country: Text
    date: DateField
    instrument: Text
    force: Annotated[str, OneOf("forces")]
    votes: Votes | None = None
    says: Text
    disputed: Prose | None = None
    sources: Sources
