"""Everyday words for what a page calls otherwise."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.records.fields import OneOf, PagePath, Text
from builder.content.records.record import Record


class Synonym(Record):
    """Everyday words for what a page calls otherwise, so that search leads from them to it."""

    file: ClassVar[str] = "synonyms"
    kind: ClassVar[str] = "synonym"
    leads_to: PagePath = Field(description="The page they mean, with the part after #.")
    words: list[Text] = Field(min_length=1, description="What people type, in calm words: a result shows them.")
    abroad: dict[Annotated[str, OneOf("languages")], Annotated[list[Text], Field(min_length=1)]] = Field(
        default_factory=dict, description="What people type in other languages, by language."
    )

    @property
    def all_words(self) -> list[str]:
        """What people type, in any language."""
        return [*self.words, *(word for words in self.abroad.values() for word in words)]
