"""A place of the story."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.content.records.fields import Degrees, OneOf, Prose, Sources, Text
from builder.content.records.record import Record

# On which side of its point a name stands.
LabelSide = Literal["right", "left", "above", "below", "above right", "above left", "below right", "below left"]


class Place(Record):
    """A place of the story. Never a grave, never finer than a village."""

    file: ClassVar[str] = "places"
    kind: ClassVar[str] = "place"
    name: Text = Field(description="The name as pages print it.")
    also: list[Text] = Field([], description="Other spellings of the name.")
    type: Annotated[str, OneOf("place_kinds")] = Field(alias="kind", description="What kind of place it is.")
    what: Prose = Field(description="What happened there, or what it is, in a sentence.")
    lat: Degrees = Field(ge=-90, le=90, description="Degrees north: 36.32.")
    lon: Degrees = Field(ge=-180, le=180, description="Degrees east: 41.86.")
    precision: Literal["town", "village", "approximate", "district"] = Field(
        description="How fine the point is; never finer than a village."
    )
    label: LabelSide = Field("right", description="Where its name stands on a map.")
    sources: Sources = Field(description="The documents that tell of it.")
