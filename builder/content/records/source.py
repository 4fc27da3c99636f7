"""A document a fact rests on. Field names are those of CSL: https://docs.citationstyles.org/en/stable/specification.html"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from builder.content.dates import DateField
from builder.content.records.capture import Capture
from builder.content.records.fields import Doi, OneOf, Text, Url
from builder.content.records.record import Record
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Misfit


class Source(Record):
    """A document a fact rests on."""

    file: ClassVar[str] = "sources"
    kind: ClassVar[str] = "source"
    type: Annotated[str, OneOf("source_types")] = Field(
        description="What kind of document it is; it decides what else is needed."
    )
    title: Text = Field(description="As printed; in [square brackets] where the words are ours.")
    title_en: Text | None = Field(None, alias="title-en", description="The title in English, where `language` is not.")
    author: list[Text] = Field([], description="`Family, Given` for people, a plain name for bodies.")
    publisher: Text | None = Field(
        None, description="Who published it: the body, the publishing house, the broadcaster."
    )
    container_title: Text | None = Field(None, alias="container-title", description="Journal, newspaper, programme.")
    authority: Text | None = Field(None, description="The court or the parliament.")
    jurisdiction: Text | None = Field(None, description="The state whose law it is.")
    issued: DateField | None = Field(None, description="The date that it bears.")
    number: Text | None = Field(None, description="UN symbol, docket, resolution or bill number.")
    volume: Text | None = Field(None, description="The volume of a journal.")
    issue: Text | None = Field(None, description="The number of the issue.")
    page: Text | None = Field(None, description="The pages on which it stands: 12-19.")
    DOI: Doi | None = Field(None, description="From 10. on, without https://doi.org/.")
    ISBN: Text | None = Field(None, description="The number of a book.")
    URL: Url = Field(description="Where a reader can open it.")
    language: Annotated[str, OneOf("languages")] = Field("en", description="The language it is written in.")
    grade: Annotated[str, OneOf("grades")] = Field(description="What authority stands behind it.")
    accessed: DateField | None = Field(
        None, description="The day on which it was read, of a page that changes or bears no date."
    )
    note: Text | None = Field(None, description="What else a reader should know of it, in a sentence.")
    archived: Capture | None = Field(None, description="Its copy in the Internet Archive; `make archive` writes it.")

    @model_validator(mode="after")
    def _complete(self) -> Source:
        missing = [name for name in vocabulary().source_types[self.type] if not getattr(self, name.replace("-", "_"))]
        if missing:
            raise ValueError(f"a source of type {self.type} needs {', '.join(map(self._told, missing))}")
        if self.language == "en" and self.title_en:
            raise Misfit("title-en", "title-en is the title in English of a source in another language; drop it")
        if self.language != "en" and not (self.title_en or self.title.startswith("[")):
            said = "a source in another language needs title-en; or describe it in [square brackets] in title"
            raise Misfit("language", said)
        if self.archived and not self.archived.is_of(self.URL):
            said = f"the capture is of {self.archived.of}, the source is at {self.URL}; write a capture of the source"
            raise Misfit("archived", said)
        return self

    @classmethod
    def _told(cls, name: str) -> str:
        """A field with what it holds: container-title (journal, newspaper, programme)."""
        holds = (cls.model_fields[name.replace("-", "_")].description or "").rstrip(".")
        return f"{name} ({holds[:1].lower()}{holds[1:]})" if holds else name

    @property
    def link(self) -> str:
        """Where the title leads: the DOI, which outlives addresses, or the address."""
        return f"https://doi.org/{self.DOI}" if self.DOI else self.URL

    @property
    def institution(self) -> str | None:
        """The body behind it: who published it, the court or parliament, or the state whose law it is."""
        return self.publisher or self.authority or self.jurisdiction

    @property
    def creator(self) -> str:
        """Who answers for it; lists are sorted by this."""
        return (self.author or [self.authority or self.publisher or self.container_title or self.title])[0].casefold()

    @property
    def language_name(self) -> str:
        return vocabulary().languages[self.language].name

    @property
    def people(self) -> str:
        """Authors as a note prints them: Valeria Cetorelli, Isaac Sasson and Gilbert Burnham."""
        names = [" ".join(reversed(name.split(", ", 1))) for name in self.author]
        return vocabulary().joined(names)
