"""What every page function works with: the project, the templates, and where it says what a page asks for in vain."""

from __future__ import annotations

import marshal
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from builder.cache import Cache
from builder.content.citations import Citation
from builder.content.problems import suggest
from builder.content.project import Project
from builder.content.records import Case, Organisation, Reading
from builder.content.records.record import Record
from builder.content.rules.page_calls import strange
from builder.content.unknown import NO_SUCH
from builder.content.vocabulary import vocabulary
from builder.downloads.columns import TABLES
from builder.rendering.drawing.borders import Borders, read_borders
from builder.rendering.drawing.numbers import Place
from builder.rendering.drawing.paper import WIDTH
from builder.rendering.markdown.search import is_hard

# {# opens attr_list's ids in Markdown, so it cannot open comments.
COMMENTS = {"comment_start_string": "<!--#", "comment_end_string": "#-->"}


# What opens a command of templates, which no page and no record may give.
COMMAND = "{%"


class _Templates(FileSystemLoader):
    """Templates that know themselves by their path from the project's root, wherever that lies."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, and its path."""
        source, _, current = super().get_source(environment, template)
        return source, f"templates/{template}", current


_code: Cache[tuple[str, str], bytes] = Cache("jinja")


class _Compiled(BytecodeCache):
    """Templates as compiled by builds before; an edited one has another checksum."""

    def load_bytecode(self, bucket: Bucket) -> None:
        key = (bucket.key, bucket.checksum)
        if key in _code:
            bucket.code = marshal.loads(_code.get(key, bytes))

    def dump_bytecode(self, bucket: Bucket) -> None:
        _code.get((bucket.key, bucket.checksum), lambda: marshal.dumps(bucket.code))


_compiled = _Compiled()
Typed = TypeVar("Typed", Organisation, Reading)
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>{}|~^=+#])")


@dataclass(frozen=True)
class Chart:
    """A chart or the map as a page asks for it: its template, its id, its page, and what its template is filled with."""

    template: str
    id: str
    page: str
    names: Mapping[str, object]

    def render(self, renderer: Renderer, frame: str, **names: object) -> str:
        """Its template within one of the frames of templates/charts/."""
        return renderer.render(f"charts/{self.template}.md", frame=f"charts/{frame}.md", **self.names, **names)


class Renderer:
    """Turns records into Markdown through the templates of a project.

    faults: what the page at hand asks for in vain: (its words, what is wrong, what would be right).
    places: where each chart stands, by its id; charts: those of the page at hand.
    """

    def __init__(self, project: Project):
        self.project = project
        self.records = project.records
        self.faults: list[tuple[str, str, str]] = []
        self.places: Mapping[str, list[Place]] = {}
        self.charts: list[Chart] = []
        _code.turn()
        self.environment = Environment(
            loader=_Templates(project.root / "templates"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            # Made anew with every build, also while serving.
            auto_reload=False,
            # What a filter makes of a constant may depend on the vocabulary, and code is kept longer.
            optimized=False,
            bytecode_cache=_compiled,
            **COMMENTS,  # type: ignore[arg-type]
        )
        self.environment.filters.update(cite=cite, lines=lines, md=escape, parts=parts, prose=self._prose)
        self.environment.tests["contains_any"] = lambda chosen, wanted: not set(wanted).isdisjoint(chosen)
        # What is shown unasked is kept as search results are.
        self.environment.tests["hard"] = is_hard
        self.environment.globals["vocabulary"] = vocabulary()
        self._borders: Borders | None = None

    @property
    def borders(self) -> Borders:
        """The lines of the map."""
        if self._borders is None:
            self._borders = read_borders(self.project.root)
        return self._borders

    def render(self, template: str, **names: object) -> str:
        """A template, by its path in templates/, without the empty lines around it."""
        return self.environment.get_template(template).render(**names).strip("\n")

    def one(self, kind: type[Record], name: str, template: str, **names: object) -> str:
        """The record of that id in a template, or a fault."""
        record = self.records.of(kind).get(name)
        if record is None:
            self.known(kind, [name])
            return ""
        return self.render(template, record=record, **names)

    def chart(self, template: str, name: str, title: str, height: float, width: float = WIDTH, **names: object) -> str:
        """A chart on its page. name: its id; height, width: of its drawing, in drawing units."""
        places = self.places.get(name, [])
        if len(places) != 1:
            right = "write a name of its own, in quotation marks, as the first thing it is given"
            self.fault(name, f"{len(places) or 'no'} charts of the site have the name {name}", right)
            return ""
        if name in TABLES:
            # The data package tells its tables apart by their names, and has the charts' beside the records'.
            self.fault(name, f"a table of the downloads has the name {name}", f"write a longer one, as {name}-chart")
            return ""
        place = places[0]
        named = {"id": name, "number": place.number, "title": title, "width": width, "height": height}
        chart = Chart(template, name, place.page, {**named, **names, "files": f"data/pictures/{name}"})
        self.charts.append(chart)
        return chart.render(self, "chart")

    def known(self, kind: type[Record], names: Iterable[str]) -> None:
        """Reports every name that no record of the kind has."""
        known: Mapping[str, Record] = self.records.of(kind)
        for name in names:
            if not self.records.may_have(kind, name):
                hint = suggest(name, known, "add it to data/ first")
                self.fault(name, NO_SUCH.format(kind=kind.kind, id=name), hint)

    def of_type(self, kind: type[Typed], name: str) -> list[Typed]:
        """The records of a type, or a fault where there are none."""
        records = self.records.of(kind).values()
        chosen = [record for record in records if record.type == name]
        if not chosen:
            known = ", ".join(sorted({record.type for record in records}))
            self.fault(name, f"there are no {kind.file} of the kind {name!r}", f"known kinds: {known}")
        return chosen

    def fault(self, words: str, wrong: str, right: str) -> None:
        """Something the page asks for in vain, by the words that ask for it."""
        self.faults.append((words, wrong, right))

    def _prose(self, text: str) -> str:
        """A record's prose, which may ask for figures as a page does; most asks for none."""
        asks = "{" in text and COMMAND not in text and not strange(text)
        return self.environment.from_string(text).render() if asks else text


def ids(labels: Mapping[str, str]) -> dict[str, str]:
    """Ids as a page's call writes them, with underscores for hyphens, as records have them."""
    return {key.replace("_", "-"): label for key, label in labels.items()}


def leading(records: Iterable[Case]) -> list[Citation]:
    """The first source of each record, for a sentence about all of them."""
    return list(dict.fromkeys(record.sources[0] for record in records))


def lines(text: str, letters: int) -> list[str]:
    """A text in lines of so many letters at most."""
    return textwrap.wrap(text, letters)


def cite(citations: Iterable[Citation]) -> str:
    """Citations in the syntax of pages: `[@coi-2016, para. 165; @sres-2379]`."""
    return f"[{'; '.join(f'@{citation}' for citation in citations)}]"


def escape(text: object) -> str:
    """Text in which no character is Markdown."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", str(text))


def parts(pieces: Iterable[object]) -> str:
    """A reference's parts joined by commas, those that are missing left out."""
    return vocabulary().joins.list.join(str(piece) for piece in pieces if piece)
