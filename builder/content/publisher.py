"""Who stands behind this copy of the site: data/publisher.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from builder.content.dates import DateField
from builder.content.problems import Problem
from builder.content.records.fields import PagePath, Text, Url
from builder.content.yaml_files import StrictModel, YamlFault, explain, named, read_yaml

FILE = "data/publisher.yml"


class Reader(StrictModel):
    """Somebody outside the project who read pages of it, and agreed to be named for that."""

    name: Text = Field(description="The reader’s name.")
    known_for: Text = Field(description="What makes their reading worth something, in a clause.")
    pages: Annotated[list[PagePath], Field(min_length=1)] = Field(description="The pages that were read.")
    read: DateField = Field(description="When they were read.")


class Publisher(StrictModel):
    """What a copy says of whoever publishes it. What is left out is told on *About* as not said."""

    name: Text | None = Field(None, description="The person or body that answers for this copy.")
    url: Url | None = Field(None, description="The publisher’s own address on the web.")
    editors: list[Text] = Field([], description="Who edits it, by name.")
    funding: Text | None = Field(None, description="Who pays for it, or that nobody does, in a sentence.")
    answers: Text | None = Field(None, description="How soon somebody looks at a letter: within two weeks.")
    text: Text | None = Field(None, description="How the text was made, in sentences.")
    translations: Text | None = Field(None, description="How the translations were made, in sentences.")
    readers: list[Reader] = Field([], description="Who outside the project read which pages.")

    def readers_of(self, page: str) -> list[Reader]:
        """Who outside has read a page, by its path from docs/, the latest first."""
        readers = [reader for reader in self.readers if page in reader.pages]
        return sorted(readers, key=lambda reader: reader.read.end.latest, reverse=True)


def load(root: Path) -> tuple[Publisher, list[Problem]]:
    """The publisher of a project, and what is wrong with its file; then one who says nothing."""
    try:
        raw = read_yaml(root / FILE, FILE, root)
        return Publisher.model_validate(raw.value or {}), []
    except YamlFault as fault:
        return Publisher(), [fault.problem]
    except ValidationError as error:
        return Publisher(), [
            Problem(FILE, raw.line(steps), f"field {named(steps)}" if steps else "", wrong, right)
            for steps, wrong, right in explain(error, Publisher, "publisher")
        ]
