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

    role: Text
    from_: DateField | None = Field(None, alias="from")
    to: DateField | None = None
    asof: DateField | None = None
    sources: Sources

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
    name: Text
    full_name: Text | None = None
    also: list[Text] = []
    in_story: Text
    life: Prose
    roles: list[Role] = []
