"""What is there that an answer may name: `? words` at a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel
from yaml import YAMLError

from builder.content.citations import Citation
from builder.content.pages import Page
from builder.content.pages import load as load_pages
from builder.content.published import Published, address_of
from builder.content.records import Record, Source
from builder.content.records.load import Records
from builder.content.rules.links_between_records import POINTERS
from builder.content.rules.pages_named_by_records import PAGE_FIELDS
from builder.content.unknown import NO_SUCH

# How many a search shows.
_MOST = 12
# How many that are near to a name are told unasked.
_NEAR = 3
# The fields that hold a source's id.
CITING = ("source", "sources")
# What is said of a record where it is listed.
_TITLES = ("title", "name", "counts", "defendant", "text")


class Known:
    """The records and pages of a project. sources: those that are to be written with the record at hand, too."""

    def __init__(self, records: Records, root: Path):
        self.records = records
        self.sources: dict[str, Source] = dict(records.of(Source))
        self.pages, _ = load_pages(root / "docs")
        self._published, _ = Published.read(root)

    def lacks(self, model: type[BaseModel], key: str, piece: str) -> str:
        """What is wrong with a name of a source, another record or a page: that it is not there, or taken."""
        target = _target(model, key)
        if key == "id":
            # As in a build: an event and the change that logs it may share one.
            there = self.sources if model is Source else self.records.of(model) if issubclass(model, Record) else {}
            return f"the id {piece} is taken; add a word to it" if piece in there else ""
        if target:
            return "" if piece in self.records.of(target) else self._no(target, self.records.of(target), piece)
        if (model, key) in PAGE_FIELDS:
            page = piece.partition("#")[0]
            return "" if page in self.pages else f"there is no page {page}; look with ?"
        if key not in CITING:
            return ""
        try:
            name = Citation.parse(piece.removeprefix("@")).key
        except ValueError as error:
            return str(error)
        return "" if name in self.sources else f"{self._no(Source, self.sources, name)}, or give its address"

    @staticmethod
    def _no(kind: type[Record], there: Mapping[str, Record], name: str) -> str:
        """That no record has an id, with those that have the word in them where they are a few."""
        near = [each for each in _told(there) if name.casefold() in each.casefold()][: _NEAR + 1]
        those = f"; there is {', '.join(near)}" if 0 < len(near) <= _NEAR else ""
        return f"{NO_SUCH.format(kind=kind.kind, id=name)}{those}; look with ?"

    def search(self, model: type[BaseModel], key: str, words: Iterable[str]) -> list[str]:
        """What a field may name, or what other records say in it, where all the words are in it; and how many there are."""
        asked = [word.casefold() for word in words]
        found = [each for each in self._there(model, key, asked) if all(word in each.casefold() for word in asked)]
        return [*found[:_MOST], f"{len(found)} found{f', {_MOST} shown' if len(found) > _MOST else ''}"]

    def page_asking(self, function: str) -> str:
        """The first page that asks for a page function."""
        asked = re.compile(rf"\{{\{{\s*{function}\(")
        return next((path for path, page in self.pages.items() if asked.search(page.body)), "")

    def newest_id(self, model: type[BaseModel]) -> str:
        """How the newest record of a kind is called."""
        there = list(self.records.by_file[model.file]) if issubclass(model, Record) else []
        return there[-1] if there else ""

    def _there(self, model: type[BaseModel], key: str, words: Iterable[str]) -> list[str]:
        target = _target(model, key)
        if key in CITING:
            return _told(self.sources)
        if target:
            return _told(self.records.of(target))
        if (model, key) in PAGE_FIELDS:
            # The parts of all pages would hide the pages; whoever wants one says so by its sign.
            return [*self._parts()] if any("#" in word for word in words) else _titled(self.pages)
        if not issubclass(model, Record):
            return []
        said = (getattr(each, key.replace("-", "_"), None) for each in self.records.by_file[model.file].values())
        return sorted({str(item) for value in said for item in (value if isinstance(value, list) else [value]) if item})

    def _parts(self) -> Iterable[str]:
        for path in self.pages:
            start = f"{address_of(path)}#"
            yield from (
                f"{path}#{address.removeprefix(start)}"
                for address in self._published.listed
                if address.startswith(start)
            )


def _target(model: type[BaseModel], key: str) -> type[Record] | None:
    """The kind of record whose ids a field holds."""
    return next((target for kind, field, target in POINTERS if (kind, field) == (model, key)), None)


def _told(records: Mapping[str, Record]) -> list[str]:
    return [f"{each.id}: {', '.join([_title(each), *getattr(each, 'also', [])])}" for each in records.values()]


def _title(record: Record) -> str:
    return str(next((getattr(record, name) for name in _TITLES if getattr(record, name, None)), ""))


def _titled(pages: Mapping[str, Page]) -> list[str]:
    found = []
    for path, page in pages.items():
        try:
            found.append(f"{path}: {page.front.title}")
        except (ValueError, YAMLError):
            found.append(path)
    return found
