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
    type: Annotated[str, OneOf("reading_kinds")] = Field(alias="kind")
    title: Text
    by: Text
    year: int | None = Field(None, ge=1900, le=2100)
    line: Prose
    url: Url | None = None
    sources: list[CitationField] = Field([], description="Besides the work itself.")
