"""Something that happened."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.dates import DateField
from builder.content.records.evidence import Proven
from builder.content.records.fields import Id, OneOf, Rank, Sources, Text
from builder.content.records.record import Record


class Event(Proven, Record):
    """Something that happened, at the precision at which its date is known."""

    file: ClassVar[str] = "timeline"
    kind: ClassVar[str] = "event"
    date: DateField = Field(description="When it happened.")
    title: Text = Field(description="What happened, in a line, in the present tense.")
    text: Text = Field(description="What else to know of it, in one or two sentences.")
    threads: Annotated[list[Annotated[str, OneOf("threads")]], Field(min_length=1, max_length=3)] = Field(
        description="Whose story it belongs to, three at most."
    )
    places: list[Id] = Field([], description="Where it happened, by ids of places.yml.")
    year_in_short: Annotated[str, Field(min_length=1, max_length=48)] | None = Field(
        None, description="What its year stands for in the strip of years on the home page; one event a year."
    )
    importance: Rank = Field(description="1 stands in the short version too; 3 is detail.")
    sources: Sources = Field(description="The documents that tell it.")
