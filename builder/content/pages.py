"""The pages of docs/ as their authors wrote them: front matter, text, and what is wrong with either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from builder.content.citations import Group, find_groups
from builder.content.dates import DateField
from builder.content.problems import Problem
from builder.content.text_files import UnreadableError, read
from builder.content.yaml_files import Loader, Raw, Steps, StrictModel, scalars

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
DESCRIPTION_LENGTH = (70, 160)


class ContentNote(StrictModel):
    """The line that warns, before the text, of what the page speaks of, and leads past it."""

    speaks_of: Annotated[str, Field(min_length=1)] = Field(description="What a reader may not want to read of.")
    skip_to: Annotated[str, Field(pattern=r"^[\w-]+$")] = Field(description="The id of a later heading, after it.")
    skip_label: Annotated[str, Field(min_length=1)] = Field(description="What stands there, in words.")


class Lesson(StrictModel):
    """What teachers look for first, of a page that is a lesson."""

    subjects: Annotated[list[str], Field(min_length=1)] = Field(description="The school subjects.")
    ages: Annotated[
        str, Field(pattern=r"^\d{1,2}-(\d{1,2})?$", description="Of the pupils: 15-18, or 15- for 15 and over.")
    ]
    minutes: Annotated[int, Field(gt=0, description="How long it takes at most.")]


class Searching(StrictModel):
    """What the search plugin is told of a page."""

    exclude: bool = Field(False, description="Whether search leaves the page out.")


class FrontMatter(StrictModel):
    """What every page says of itself."""

    title: Annotated[str, Field(min_length=1)] = Field(description="The page’s title; it is not repeated in the text.")
    description: Annotated[str, Field(min_length=DESCRIPTION_LENGTH[0], max_length=DESCRIPTION_LENGTH[1])] = Field(
        description="What it tells, in a sentence of {} to {} characters for search results.".format(
            *DESCRIPTION_LENGTH
        )
    )
    reviewed: DateField = Field(description="The day on which all of it was last read against its sources.")
    content_note: ContentNote | None = Field(None, description="Where the page speaks of violence.")
    lesson: Lesson | None = Field(None, description="Where the page is a lesson.")
    template: str | None = Field(None, description="The template that prints it, where it is not the usual one.")
    search: Searching | None = Field(None, description="What the search is told of it.")


def load(folder: Path) -> tuple[dict[str, Page], list[Problem]]:
    """Reads every page of a docs folder: the pages by path, and what is wrong with files that cannot be read."""
    pages, problems = {}, []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            pages[name] = Page(name, read(path, f"docs/{name}", folder))
        except UnreadableError as error:
            problems.append(error.problem)
    return pages, problems


@dataclass(frozen=True)
class Page:
    """One page: its path from docs/ and its text."""

    path: str
    text: str

    @cached_property
    def _matter(self) -> re.Match[str] | None:
        return _FRONT_MATTER.match(self.text)

    @property
    def body(self) -> str:
        return self.text[self._matter.end() :] if self._matter else self.text

    @cached_property
    def front(self) -> FrontMatter:
        """The front matter. Raises ValidationError or a YAML error; `problems` says them in words."""
        return FrontMatter.model_validate(yaml.load(self._matter[1], Loader) if self._matter else {})

    def front_line(self, steps: Steps) -> int:
        """The line of the file on which a field of the front matter stands."""
        node = yaml.compose(self._matter[1], Loader) if self._matter else None
        return Raw(None, node).line(steps) + 1 if node else 1

    def front_scalars(self) -> Iterator[yaml.ScalarNode]:
        """Every single value of the front matter, with its place; none where it cannot be parsed."""
        try:
            node = yaml.compose(self._matter[1], Loader) if self._matter else None
        except yaml.YAMLError:
            return
        if node:
            yield from scalars(node)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The citation brackets of the body."""
        return find_groups(self.body)

    def line_of(self, position: int) -> int:
        """The line of the file on which a position in the body lies."""
        return self.text.count("\n", 0, len(self.text) - len(self.body) + position) + 1

    def problem(self, words: str, wrong: str, right: str = "") -> Problem:
        """A problem at the first place in the body where `words` stand by themselves."""
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.body)
        return Problem(f"docs/{self.path}", self.line_of(found.start()) if found else 0, "", wrong, right)
