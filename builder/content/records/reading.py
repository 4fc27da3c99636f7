"""A book, film, podcast, exhibition or archive."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.records.fields import CitationField, OneOf, Prose, Text, Url
from builder.content.records.record import Record


class Reading(Record):
    """A book, film, podcast, exhibition or archive, with one honest line."""

    file: ClassVar[str] = "readings"
    kind: ClassVar[str] = "reading"
    type: Annotated[str, OneOf("reading_kinds")] = Field(alias="kind", description="What kind of work it is.")
    title: Text = Field(description="Its title.")
    by: Text = Field(description="Who made it.")
    year: int | None = Field(None, ge=1900, le=2100, description="The year in which it came out.")
    line: Prose = Field(description="What it gives a reader, in one honest line.")
    url: Url | None = Field(None, description="Where it can be had.")
    sources: list[CitationField] = Field([], description="Besides the work itself.")
