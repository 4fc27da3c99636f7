"""mkdocs.yml, as far as this project's rules look into it. MkDocs itself says what it cannot parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from builder.content.text_files import UnreadableError, read

FILE = "mkdocs.yml"


class _Loader(yaml.BaseLoader):
    """Values as they are written."""


# MkDocs' own tag, a variable of the environment and its default, is of no concern here.
def _default(loader: yaml.BaseLoader, node: yaml.Node) -> Any:
    return loader.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None


_Loader.add_constructor("!ENV", _default)


# Several rules ask for it; nobody changes it.
@lru_cache(maxsize=4)
def _said(text: str) -> Any:
    return yaml.load(text, _Loader)


@dataclass(frozen=True)
class Settings:
    """The settings: as text, and as what it says."""

    source: str
    said: dict[str, Any]

    @staticmethod
    def text(root: Path) -> str:
        """The file's text. Raises UnreadableError."""
        return read(root / FILE, FILE, root)

    @classmethod
    def read(cls, root: Path) -> Settings | None:
        """The settings of a project; None where they are no text or no YAML."""
        try:
            text = cls.text(root)
            said = _said(text)
        except (UnreadableError, yaml.YAMLError):
            return None
        return cls(text, said) if isinstance(said, dict) else None

    def at(self, path: tuple[str, ...]) -> Any:
        """What a setting is, None where it is not set."""
        given: Any = self.said
        for step in path:
            given = given.get(step) if isinstance(given, dict) else None
        return given

    def twice(self) -> Iterator[tuple[str, int]]:
        """Every setting that stands twice at one place, with the line of the second."""
        yield from _twice(yaml.compose(self.source, _Loader))

    def pages(self) -> Iterator[str]:
        """The pages of the navigation, in order, by their paths from docs/."""
        yield from _listed(self.said.get("nav") or [])

    def sections(self) -> Iterator[tuple[str, list[str]]]:
        """The navigation's entries in order: each title with its pages; a page that has no title stands under none."""
        for entry in self.said.get("nav") or []:
            for title, value in entry.items() if isinstance(entry, dict) else [("", entry)]:
                yield title, list(_listed([value] if isinstance(value, str) else value))

    def line(self, name: str) -> int:
        """The first line that sets a name, 0 where none does."""
        lines = enumerate(self.source.splitlines(), 1)
        return next((number for number, line in lines if line.strip().startswith(f"{name}:")), 0)

    def line_with(self, words: str) -> int:
        """The first line that holds some words."""
        return self.source.count("\n", 0, self.source.index(words)) + 1


def _listed(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, str):
                yield value
            else:
                yield from _listed(value)


def _twice(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    seen = set()
    for pair in node.value if isinstance(node, yaml.CollectionNode) else ():
        if isinstance(pair, tuple):
            key, inner = pair
            if key.value in seen:
                yield key.value, key.start_mark.line + 1
            seen.add(key.value)
        else:
            inner = pair
        yield from _twice(inner)
