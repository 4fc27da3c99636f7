"""The words of sources that a record rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from builder.content.citations import Citation, CitationError
from builder.content.dates import DateField
from builder.content.numbers_in_words import MOST_WORDS
from builder.content.records.fields import Cited, Id, OneOf, Text, Url
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Misfit


class Evidence(Cited):
    """The words of a source that a record rests on, as it printed them."""

    source: Id = Field(description="The id of the source whose words they are.")
    locator: Text | None = Field(None, description="Where in the source they stand: p. 2, para. 14.")
    words: Text = Field(description=f"Copied from the source in its own language, {MOST_WORDS} words at most.")
    lang: Annotated[str, OneOf("languages")] = Field("en", description="The language of the words.")
    translation: Text | None = Field(None, description="Ours, where the words are not English.")
    read_at: Url | None = Field(None, alias="copy", description="Where they were read, if not at the source’s address.")
    undated: bool = Field(False, description="Whether the source, as far as it could be read, prints no date.")
    read: DateField = Field(description="The day on which the words were read.")

    @model_validator(mode="after")
    def _honest(self) -> Evidence:
        length = len(self.words.split())
        if length > MOST_WORDS:
            said = f"the words are {length}, {MOST_WORDS} at most may be copied; keep those that carry the fact"
            raise Misfit("words", said)
        if self.lang == "en" and self.translation:
            raise Misfit(
                "translation", "the words are English and have a translation; drop it, or say their language in lang"
            )
        if self.lang != "en" and not self.translation:
            language = vocabulary().languages[self.lang].name
            raise Misfit("lang", f"the words are {language}; add a translation of ours in English")
        if not self.read.end.day or self.read.start != self.read.end:
            raise Misfit("read", f"read is {self.read}; write the one day on which the words were read, YYYY-MM-DD")
        try:
            _ = self.citation
        except CitationError as error:
            raise Misfit("locator", str(error)) from None
        return self

    @property
    def citation(self) -> Citation:
        return Citation.parse(f"{self.source}, {self.locator}" if self.locator else self.source)

    def items(self) -> list[tuple[str, object]]:
        """The same, and the source with its locator as what is cited."""
        return [*super().items(), ("source", self.citation)]

    def __str__(self) -> str:
        translated = f" ({self.translation})" if self.translation else ""
        return f"{self.citation}: “{self.words}”{translated}, read {self.read}"


class Proven(Cited):
    """A model that carries the words of its sources, or says why they could not be read."""

    evidence: list[Evidence] = Field([], description="The words of the sources.")
    unread: Text | None = Field(None, description="Why no words could be read.")

    @property
    def proofs(self) -> int:
        """How many of its fields say what it rests on; one is right."""
        return bool(self.evidence) + bool(self.unread)

    @model_validator(mode="after")
    def _one_proof(self) -> Proven:
        if self.proofs > 1:
            raise Misfit("unread", "it has evidence and says why there is none; keep one of the two")
        return self


def evidence_of(model: Cited) -> Iterator[tuple[str, Evidence]]:
    """All words of sources in a record, nested parts included, with the way to each as people write it: evidence.2."""
    return ((name, item) for name, item in model.items() if isinstance(item, Evidence))
