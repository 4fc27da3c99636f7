"""A body that can investigate or judge."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.records.fields import OneOf, Prose, Text
from builder.content.records.record import Record


class Body(Record):
    """A body of the United Nations, or beside it, that can investigate or judge."""

    file: ClassVar[str] = "bodies"
    kind: ClassVar[str] = "body"
    name: Text
    within_un: bool
    powers: list[Annotated[str, OneOf("powers")]]
    sent: Text | None = Field(None, description="What it set up or sent over ISIS, with its years.")
    can: Prose
    did: Prose = Field(description="What it did about ISIS and the Yazidis.")
