"""The records of data/*.yml: what each may hold, and what is wrong when one does not.

Knows YAML and dates, nothing of MkDocs or pages. Field names of a source are CSL's
(https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Iterator, Literal

import yaml
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from builder.citations import KEY, Citation, find_groups
from builder.dates import DateField
from builder.problems import Problem, suggest
from builder.validation import Loader, StrictModel, explain, explain_yaml

LANGUAGES = {
    "en": "English",
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ku": "Kurdish",
    "nl": "Dutch",
    "pt": "Portuguese",
    "sv": "Swedish",
}
GRADES = {
    "court finding": "Courts: judgments, and the courts’ own reports of them",
    "UN finding": "United Nations: findings of commissions, rapporteurs and investigators",
    "UN record": "United Nations: resolutions, letters, meeting records and announcements",
    "statute or treaty": "Statutes and treaties",
    "official": "Governments, parliaments and public bodies",
    "peer-reviewed": "Peer-reviewed research",
    "NGO": "Non-governmental organisations",
    "press": "Press and broadcasters",
    "reference": "Reference works and other pages",
}
FIGURE_GROUPS = {
    "toll": "Killed, taken and missing",
    "displaced": "Displaced, and Yazidis in the world",
    "graves": "Graves",
    "investigation": "The UN investigation",
    "courts": "Courts and law",
    "isis": "ISIS, its detainees and camps",
}
ORGANISATION_KINDS = ("survivor support", "documentation", "investigation", "memorial", "legal aid", "teaching")
_REQUIRED_BY_TYPE = {
    "resolution": ("publisher", "number", "issued"),
    "un-document": ("publisher", "issued"),
    "court-decision": ("authority", "number", "issued"),
    "statute": ("jurisdiction", "issued"),
    "treaty": ("issued",),
    "parliamentary-record": ("authority", "issued"),
    "article-journal": ("container-title", "issued"),
    "article-newspaper": ("container-title",),
    "broadcast": ("container-title",),
    "press-release": ("publisher", "issued"),
    "report": ("publisher", "issued"),
    "book": ("author", "publisher", "issued"),
    "entry": ("container-title",),
    "webpage": ("publisher",),
}


class Prose(str):
    """Markdown text of a record that may cite."""

    @property
    def citations(self) -> list[Citation]:
        return [citation for group in find_groups(self) for citation in group.citations]


def _prose(text: str) -> Prose:
    errors = [error for group in find_groups(text) for error in group.errors]
    if errors:
        raise ValueError("; ".join(errors))
    return Prose(text)


def _citation(value: Any) -> Citation:
    if isinstance(value, Citation):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a citation; write a source id, or a source id, a comma and a locator")
    return Citation.parse(value.removeprefix("@"))


Id = Annotated[str, Field(pattern=rf"^{KEY}$")]
ProseField = Annotated[str, AfterValidator(_prose)]
CitationField = Annotated[Citation, BeforeValidator(_citation)]
Sources = Annotated[list[CitationField], Field(min_length=1)]
Text = Annotated[str, Field(min_length=1)]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"\[\]]+$")]
Number = int | float


class _Cited(StrictModel):
    """A model whose fields may cite."""

    def citations(self) -> Iterator[tuple[str, Citation]]:
        """Every citation of the record with the field it stands in, nested parts included."""
        for name, value in self:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Citation):
                    yield name, item
                elif isinstance(item, Prose):
                    yield from ((name, citation) for citation in item.citations)
                elif isinstance(item, _Cited):
                    yield from ((f"{name}.{inner}", citation) for inner, citation in item.citations())


class Record(_Cited):
    """What every record has: an id, unique in its file, that pages and records ask for it by."""

    kind: ClassVar[str]
    id: Id


class Source(Record):
    """A document a fact rests on."""

    kind: ClassVar[str] = "source"
    type: Literal[tuple(_REQUIRED_BY_TYPE)]
    title: Text
    title_en: Text | None = Field(None, alias="title-en", description="The title in English, where `language` is not.")
    author: list[Text] = Field([], description="`Family, Given` for people, a plain name for bodies.")
    publisher: Text | None = None
    container_title: Text | None = Field(None, alias="container-title", description="Journal, newspaper, programme.")
    authority: Text | None = Field(None, description="The court or the parliament.")
    jurisdiction: Text | None = None
    issued: DateField | None = None
    number: Text | None = Field(None, description="UN symbol, docket, resolution or bill number.")
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    DOI: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    ISBN: Text | None = None
    URL: Url
    language: Literal[tuple(LANGUAGES)] = "en"
    grade: Literal[tuple(GRADES)]
    accessed: DateField | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _complete(self) -> Source:
        missing = [name for name in _REQUIRED_BY_TYPE[self.type] if not getattr(self, name.replace("-", "_"))]
        if missing:
            raise ValueError(f"a source of type {self.type} needs {', '.join(missing)}")
        if (self.language == "en") == bool(self.title_en):
            raise ValueError("title-en, the title in English, belongs to every source in another language and to no other")
        return self

    @property
    def archive_url(self) -> str:
        """The capture nearest the source's date; the Internet Archive's captures begin in 1996."""
        date = self.issued or self.accessed
        return f"https://web.archive.org/web/{max(date.year, 1996) if date else 2026}/{self.URL}"

    @property
    def link(self) -> str:
        """Where the title leads: the DOI, which outlives addresses, or the address."""
        return f"https://doi.org/{self.DOI}" if self.DOI else self.URL

    @property
    def creator(self) -> str:
        """Who answers for it; lists are sorted by this."""
        return (self.author or [self.authority or self.publisher or self.container_title or self.title])[0].casefold()

    @property
    def language_name(self) -> str:
        return LANGUAGES[self.language]

    @property
    def people(self) -> str:
        """Authors as a note prints them: Valeria Cetorelli, Isaac Sasson and Gilbert Burnham."""
        names = [" ".join(reversed(name.split(", ", 1))) for name in self.author]
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


class Figure(Record):
    """A number with what is counted, its date, its counter and its sources."""

    kind: ClassVar[str] = "figure"
    group: Literal[tuple(FIGURE_GROUPS)]
    counts: Text = Field(description="What is counted.")
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    range_kind: Text = "range"
    qualifier: Literal["about", "more than", "at least", "up to", "nearly", "fewer than"] | None = None
    unit: Text
    shown: Annotated[str, Field(pattern=r"\{value\}")] = Field("{value}", description="Print form, e.g. USD {value}.")
    asof: DateField
    counter: Text = Field(description="Who counts, short enough for running text.")
    counter_full: Text | None = None
    sources: Sources
    note: ProseField | None = None
    supersedes: Id | None = None

    @model_validator(mode="after")
    def _amount(self) -> Figure:
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high belong together; give both or neither")
        if self.value is None and self.low is None:
            raise ValueError("a figure needs a value, or low and high, or all three")
        if self.low is not None and not self.low < self.high:
            raise ValueError(f"low ({self.low}) must be below high ({self.high})")
        if None not in (self.value, self.low) and not self.low <= self.value <= self.high:
            raise ValueError(f"value ({self.value}) must lie between low ({self.low}) and high ({self.high})")
        return self

    @property
    def range(self) -> str:
        """`2,100 to 4,400`, empty where there is none."""
        return f"{number_words(self.low)} to {number_words(self.high)}" if self.low is not None else ""

    @property
    def words(self) -> str:
        """The bare value as printed: `about 3,100`, `700,000 to 1.5 million`, `USD 777.78 million`."""
        amount = self.range if self.value is None else number_words(self.value)
        return " ".join(filter(None, [self.qualifier, self.shown.replace("{value}", amount)]))


def number_words(number: Number) -> str:
    """As printed: thousands with commas, millions in words where nothing is lost (1.5 million)."""
    if abs(number) >= 1_000_000 and number % 10_000 == 0:
        return f"{number / 1_000_000:g} million"
    return f"{number:,}"


class Quote(Record):
    """Words somebody said or wrote, exactly as the source printed them."""

    kind: ClassVar[str] = "quotation"
    text: Text
    topic: Text | None = None
    speaker: Id | None = Field(None, description="An id of people.yml.")
    body: Text | None = Field(None, description="The body that wrote it, where there is no single speaker.")
    interviewer: Id | None = None
    programme: Text | None = None
    occasion: Text | None = None
    date: DateField
    source: CitationField
    article_order: int | None = Field(None, ge=1, description="Its place among the quotations of the PEOPLE story.")

    @model_validator(mode="after")
    def _whose(self) -> Quote:
        if bool(self.speaker) == bool(self.body):
            raise ValueError("a quotation has either a speaker (an id of people.yml) or a body, and not both")
        if not (self.programme or self.occasion):
            raise ValueError("a quotation needs the programme or the occasion at which it was said")
        return self


class Role(_Cited):
    """An office or post of a person, with its dates."""

    role: Text
    from_: DateField | None = Field(None, alias="from")
    to: DateField | None = None
    asof: DateField | None = None
    sources: Sources

    @model_validator(mode="after")
    def _dated(self) -> Role:
        if not (self.to or self.asof):
            raise ValueError(f"the role {self.role!r} needs `to`, or `asof` with the date of the newest source")
        if self.from_ and self.to and self.to.end < self.from_.start:
            raise ValueError(f"the role {self.role!r} ends ({self.to}) before it starts ({self.from_})")
        return self


class Person(Record):
    """A public person of the story. Survivors only if they chose to be public."""

    kind: ClassVar[str] = "person"
    name: Text
    full_name: Text | None = None
    also: list[Text] = []
    in_story: Text
    life: ProseField
    roles: list[Role] = []


class Term(Record):
    """A word or abbreviation the reader may not know."""

    kind: ClassVar[str] = "term"
    term: Text
    expansion: Text | None = None
    definition: Text
    match: list[Text] = Field([], description="The words in pages that get the explanation.")
    also: list[Text] = []
    explained: Annotated[str, Field(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$")] | None = None
    sources: Sources

    @model_validator(mode="after")
    def _short(self) -> Term:
        if len(self.definition.split()) > 40:
            raise ValueError(f"the definition has {len(self.definition.split())} words; 40 at most fit a tooltip")
        return self

    @property
    def tooltip(self) -> str:
        return f"{self.expansion}: {self.definition}" if self.expansion else self.definition


class Place(Record):
    """A place of the story. Never a grave, never finer than a village."""

    kind: ClassVar[str] = "place"
    name: Text
    also: list[Text] = []
    type: Literal["city", "town", "village", "district", "region", "mountain", "shrine", "camp"] = Field(alias="kind")
    what: ProseField
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    precision: Literal["town", "village", "approximate", "district"]
    sources: Sources


class Organisation(Record):
    """A body readers may turn to, or whose work the site rests on."""

    kind: ClassVar[str] = "organisation"
    name: Text
    type: Literal[ORGANISATION_KINDS] = Field(alias="kind")
    does: ProseField
    url: Url
    confirmed: DateField
    party: bool = False
    sources: Sources


MODELS: dict[str, type[Record]] = {
    "sources": Source,
    "figures": Figure,
    "quotes": Quote,
    "people": Person,
    "glossary": Term,
    "places": Place,
    "organisations": Organisation,
}


@dataclass
class Records:
    """All valid records, by file and id, in file order."""

    sources: dict[str, Source] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    """Ids that exist but whose record is wrong: asking for one is no second fault."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    """The line each record starts on, by (file, id)."""

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        for name in MODELS:
            yield from ((name, record) for record in getattr(self, name).values())


def load(folder: Path) -> tuple[Records, list[Problem]]:
    """Reads every file of a data folder.

    Returns the valid records, and every problem of every file, cross-references included.
    """
    records, problems = Records(), []
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in {f"{name}.yml" for name in MODELS}:
            problems.append(_problem(path, 0, "", "no kind of record has a file of this name", suggest(path.stem, MODELS)))
    for name, model in MODELS.items():
        path = folder / f"{name}.yml"
        if not path.exists():
            problems.append(_problem(path, 0, "", "the file is missing", "every kind of record has its file"))
            continue
        _read(path, model, getattr(records, name), records, problems)
    problems += _cross_references(folder, records)
    return records, problems


def _problem(path: Path, line: int, where: str, wrong: str, right: str = "") -> Problem:
    return Problem(f"{path.parent.name}/{path.name}", line, where, wrong, right)


def _read(path: Path, model: type[Record], into: dict, records: Records, problems: list[Problem]) -> None:
    try:
        loader = Loader(path.read_text(encoding="utf-8"))
        root = loader.get_single_node()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            problems.append(_problem(path, 1, "", "the file is not a list", f"start each {model.kind} with `- id:`"))
            return
    except yaml.MarkedYAMLError as error:
        line, wrong, right = explain_yaml(error)
        problems.append(_problem(path, line, "", wrong, right))
        return
    except UnicodeDecodeError as error:
        problems.append(_problem(path, 0, "", f"the file is not UTF-8 text from byte {error.start} on", "save it as UTF-8"))
        return
    for node in root.value:
        line = node.start_mark.line + 1
        try:
            raw = loader.construct_object(node, deep=True)
        except yaml.MarkedYAMLError as error:
            line, wrong, right = explain_yaml(error)
            problems.append(_problem(path, line, model.kind, wrong, right))
            continue
        if not isinstance(raw, dict):
            problems.append(_problem(path, line, model.kind, "this item is not a record", "start it with `- id:`"))
            continue
        name = raw.get("id")
        where = f"{model.kind} {name}" if name else f"{model.kind} without id"
        if name in into or name in records.faulty and (path.name, name) in records.lines:
            first = records.lines[path.name, name]
            problems.append(_problem(path, line, where, f"the id stands twice, first on line {first}", "ids are unique"))
            continue
        records.lines[path.name, str(name)] = line
        try:
            into[name] = model.model_validate(raw)
        except ValidationError as error:
            records.faulty.add(str(name))
            for field_name, wrong, right in explain(error, model, model.kind):
                place = f"{where}, field {field_name}" if field_name else where
                problems.append(_problem(path, line, place, wrong, right))


def _cross_references(folder: Path, records: Records) -> Iterator[Problem]:
    def at(name: str, record: Record, field_name: str, wrong: str, right: str) -> Problem:
        file = f"{name}.yml"
        where = f"{record.kind} {record.id}, field {field_name}"
        return _problem(folder / file, records.lines[file, record.id], where, wrong, right)

    def unknown(key: str, known: dict) -> bool:
        return key not in known and key not in records.faulty

    for name, record in records:
        for field_name, citation in record.citations():
            if unknown(citation.key, records.sources):
                hint = suggest(citation.key, records.sources, "add it to data/sources.yml")
                yield at(name, record, field_name, f"no source has the id {citation.key}", hint)
    for quote in records.quotes.values():
        for field_name in ("speaker", "interviewer"):
            person = getattr(quote, field_name)
            if person and unknown(person, records.people):
                hint = suggest(person, records.people, "add the person to data/people.yml")
                yield at("quotes", quote, field_name, f"no person has the id {person}", hint)
    for figure in records.figures.values():
        if figure.supersedes and unknown(figure.supersedes, records.figures):
            hint = suggest(figure.supersedes, records.figures)
            yield at("figures", figure, "supersedes", f"no figure has the id {figure.supersedes}", hint)
    matched: dict[str, str] = {}
    for term in records.glossary.values():
        for word in term.match:
            if word in matched:
                yield at("glossary", term, "match", f"{word!r} is matched by {matched[word]} too", "keep it in one of the two")
            matched[word] = term.id

