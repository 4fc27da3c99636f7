"""A public person of the story."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from builder.content.dates import DateField
from builder.content.records.fields import Cited, Prose, Sources, Text
from builder.content.records.record import Record
from builder.content.yaml_files import Misfit


class Role(Cited):
    """An office or post of a person, with its dates."""

    role: Text = Field(description="The office or post.")
    from_: DateField | None = Field(None, alias="from", description="When it began.")
    to: DateField | None = Field(None, description="When it ended.")
    asof: DateField | None = Field(None, description="The date of the newest source, where it has not ended.")
    sources: Sources = Field(description="The documents that show it.")

    @model_validator(mode="after")
    def _dated(self) -> Role:
        if not (self.to or self.asof):
            raise Misfit("role", f"the role {self.role!r} needs `to`, or `asof` with the date of the newest source")
        if self.from_ and self.to and self.to.end < self.from_.start:
            raise Misfit("to", f"the role {self.role!r} ends ({self.to}) before it starts ({self.from_})")
        return self


class Person(Record):
    """A public person of the story. Survivors only if they chose to be public."""

    file: ClassVar[str] = "people"
    kind: ClassVar[str] = "person"
    name: Text = Field(description="The name as pages print it.")
    full_name: Text | None = Field(None, description="The full name, where it is longer.")
    also: list[Text] = Field([], description="Other spellings of the name.")
    in_story: Text = Field(description="What the person does in the story, in a clause.")
    life: Prose = Field(description="Who the person is, in a sentence or two.")
    roles: list[Role] = Field([], description="Offices and posts, with their dates.")
