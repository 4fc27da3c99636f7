"""A word or abbreviation the reader may not know."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from builder.content.records.fields import PagePath, Sources, Text
from builder.content.records.record import Record
from builder.content.yaml_files import Misfit


class Term(Record):
    """A word or abbreviation the reader may not know."""

    file: ClassVar[str] = "glossary"
    kind: ClassVar[str] = "term"
    term: Text = Field(description="The word or abbreviation.")
    expansion: Text | None = Field(None, description="What an abbreviation stands for.")
    definition: Text = Field(description="What it means, in plain words, 40 at most.")
    match: list[Text] = Field([], description="The words in pages that get the explanation.")
    also: list[Text] = Field([], description="Other words or spellings for it.")
    explained: PagePath = Field(description="The page that explains it, with the part after #.")
    sources: Sources = Field(description="The documents that the definition rests on.")

    @model_validator(mode="after")
    def _short(self) -> Term:
        if len(self.definition.split()) > 40:
            raise Misfit(
                "definition", f"the definition has {len(self.definition.split())} words; 40 at most fit a tooltip"
            )
        return self

    @property
    def tooltip(self) -> str:
        return f"{self.expansion}: {self.definition}" if self.expansion else self.definition
