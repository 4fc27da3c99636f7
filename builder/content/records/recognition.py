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

    for_: Whole = Field(alias="for", ge=0, description="How many voted for it.")
    against: Whole | None = Field(None, ge=0, description="How many voted against it.")
    abstaining: Whole | None = Field(None, ge=0, description="How many abstained.")

    def __str__(self) -> str:
        words, counted = vocabulary().votes, self.model_dump(by_alias=True, exclude_none=True)
        return vocabulary().joins.list.join(words[side].format(number=number) for side, number in counted.items())


class Recognition(Proven, Record):
    """A political body that called the crimes genocide, and what force its word has."""

    file: ClassVar[str] = "recognitions"
    kind: ClassVar[str] = "recognition"
    body: Text = Field(description="Which body spoke: the House of Commons.")
    country: Text = Field(description="Its country, or the organisation that it belongs to.")
    date: DateField = Field(description="When it spoke.")
    instrument: Text = Field(description="The act: motion 2021/17, a statement, a law.")
    force: Annotated[str, OneOf("forces")] = Field(description="What kind of body or act it is.")
    votes: Votes | None = Field(None, description="How the vote went, where the source prints it.")
    says: Text = Field(description="What it says of the crimes, in a sentence.")
    disputed: Prose | None = Field(None, description="Why its meaning is disputed, where it is.")
    sources: Sources = Field(description="The documents that show it.")
