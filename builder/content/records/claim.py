"""A factual claim of the article."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from builder.content.records.fields import Id, OneOf, PagePath, Prose, Text
from builder.content.records.record import Record
from builder.content.yaml_files import Misfit


class Claim(Record):
    """A factual claim of the article, and what the record says of it."""

    file: ClassVar[str] = "claims"
    kind: ClassVar[str] = "claim"
    claim: Text = Field(description="What the article claims, in plain words of ours.")
    words: Text = Field(description="The words of the article it rests on, eleven at most: more would copy it.")
    quote: Id | None = Field(None, description="The quotation the words stand in; none where they are PEOPLE's own.")
    verdict: Annotated[str, OneOf("verdicts")] = Field(description="How far the record bears it out.")
    see: PagePath = Field(description="The page, with the part after #, that has more.")
    finding: Prose = Field(description="The reason for the verdict, in a sentence or two.")
    then: Prose = Field(description="The evidence in March 2017.")
    since: Prose = Field(description="The evidence since.")

    @model_validator(mode="after")
    def _sourced(self) -> Claim:
        if len(self.words.split()) > 11:
            raise Misfit("words", f"{len(self.words.split())} words of the article are too many; quote eleven at most")
        uncited = [name for name in ("finding", "then", "since") if not getattr(self, name).sourced]
        if uncited:
            raise Misfit(uncited[0], f"no source in {', '.join(uncited)}; a claim is judged on evidence, cite it")
        return self
