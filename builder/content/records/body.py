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
    name: Text = Field(description="The body’s name.")
    within_un: bool = Field(description="Whether it is a part of the United Nations.")
    powers: list[Annotated[str, OneOf("powers")]] = Field(description="What it has the power to do.")
    sent: Text | None = Field(None, description="What it set up or sent over ISIS, with its years.")
    can: Prose = Field(description="What it can do, in a sentence.")
    did: Prose = Field(description="What it did about ISIS and the Yazidis.")
