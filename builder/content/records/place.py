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
    name: Text
    also: list[Text] = []
    type: Annotated[str, OneOf("place_kinds")] = Field(alias="kind")
    what: Prose
    lat: Degrees = Field(ge=-90, le=90)
    lon: Degrees = Field(ge=-180, le=180)
    precision: Literal["town", "village", "approximate", "district"]
    label: LabelSide = Field("right", description="Where its name stands on a map.")
    sources: Sources
