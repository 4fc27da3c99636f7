"""A body readers may turn to."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.dates import DateField
from builder.content.records.fields import CitationField, OneOf, Prose, Text, Url
from builder.content.records.record import Record


class Organisation(Record):
    """A body readers may turn to, or whose work the site rests on."""

    file: ClassVar[str] = "organisations"
    kind: ClassVar[str] = "organisation"
    name: Text = Field(description="Its name.")
    type: Annotated[str, OneOf("organisation_kinds")] = Field(alias="kind", description="What it is for.")
    does: Prose = Field(description="What it does, in a sentence.")
    url: Url = Field(description="Its own address on the web.")
    confirmed: DateField = Field(description="The day on which somebody opened that address.")
    party: bool = Field(False, description="Whether it is a party to the story.")
    sources: list[CitationField] = Field([], description="Besides its own address, which speaks for itself.")
