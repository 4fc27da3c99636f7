"""What each kind of record may hold.

Field names of a source are CSL's (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator

from builder.citations import KEY, Citation, find_groups
from builder.dates import DateField
from builder.markup import faults
from builder.validation import StrictModel

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
RIGHT_TO_LEFT = {"ar"}
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
VERDICTS = {
    "accurate": "The record bears the claim out.",
    "accurate with a caveat": "True, but the words leave out something a reader needs.",
    "an estimate, unconfirmed": "A number or a judgement that nobody has been able to confirm.",
    "too sweeping": "Partly true, and said of more than the record supports.",
    "since overtaken": "Right or nearly right in March 2017; events have changed it.",
}
THREADS = {
    "yazidis": "Yazidis",
    "isis": "ISIS",
    "un": "United Nations",
    "courts": "Courts",
    "campaign": "Campaign",
}
CRIMES = (
    "genocide",
    "aiding genocide",
    "crimes against humanity",
    "war crimes",
    "terrorism",
    "other crimes",
)
CASE_STATUSES = {
    "charged": "Charged, not tried",
    "on trial": "On trial",
    "pending": "Pending",
    "not final": "Not final",
    "final": "Final",
    "unknown": "Whether it is final we do not know",
}
LABEL_SIDES = ("right", "left", "above", "below", "above right", "above left", "below right", "below left")
POWERS = {
    "investigate": "can send investigators",
    "bind": "can bind states",
    "judge": "can judge states",
    "try": "can try people",
}
FORCES = ("government", "parliament", "chamber", "resolution", "motion", "commission")
READING_KINDS = ("book", "film", "podcast", "exhibition", "archive", "report", "course")
ORGANISATION_KINDS = ("survivor support", "documentation", "investigation", "memorial", "legal aid", "teaching")
_REQUIRED_BY_TYPE = {
    "resolution": ("publisher", "number", "issued"),
    "un-document": ("publisher", "issued"),
    "court-decision": ("authority", "number", "issued"),
    "statute": ("jurisdiction", "issued"),
    "treaty": ("issued",),
    "parliamentary-record": ("authority", "issued"),
    "article-journal": ("container-title",),
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
    def sourced(self) -> bool:
        """Whether it cites a source, or prints a figure, which brings its own."""
        return bool(self.citations) or "figure(" in self

    @property
    def citations(self) -> list[Citation]:
        return [citation for group in find_groups(self) for citation in group.citations]


def _prose(text: str) -> Prose:
    errors = [error for group in find_groups(text) for error in group.errors]
    errors += [f"{fault.wrong}; {fault.right}" for fault in faults(text)]
    if errors:
        raise ValueError("; ".join(errors))
    return Prose(text)


def _citation(value: Any) -> Citation:
    if isinstance(value, Citation):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a citation; write a source id, or a source id, a comma and a locator")
    return Citation.parse(value.removeprefix("@"))


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{value!r} is not a number; write digits only, words such as about belong in qualifier")
    return value


Id = Annotated[str, Field(pattern=rf"^{KEY}$")]
ProseField = Annotated[str, AfterValidator(_prose)]
CitationField = Annotated[Citation, BeforeValidator(_citation), PlainSerializer(str)]
Sources = Annotated[list[CitationField], Field(min_length=1)]
Text = Annotated[str, Field(min_length=1)]
PagePath = Annotated[str, Field(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"\[\]]+$")]
Number = Annotated[int | float | None, BeforeValidator(_number)]


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
    title: Text = Field(description="As printed; in [square brackets] where the words are ours.")
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
        if self.language == "en" and self.title_en:
            raise ValueError("title-en is the title in English of a source in another language; drop it")
        if self.language != "en" and not (self.title_en or self.title.startswith("[")):
            raise ValueError(
                "a source in another language needs title-en; or describe it in [square brackets] in title"
            )
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
    value: Number = None
    low: Number = None
    high: Number = None
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


def number_words(number: int | float) -> str:
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
    checksum: Text = Field(description="Of the text as it was compared with the source: no letter changes unnoticed.")

    @model_validator(mode="after")
    def _whose(self) -> Quote:
        if bool(self.speaker) == bool(self.body):
            raise ValueError("a quotation has either a speaker (an id of people.yml) or a body, and not both")
        if not (self.programme or self.occasion):
            raise ValueError("a quotation needs the programme or the occasion at which it was said")
        given = hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()[:8]
        if self.checksum != given:
            wrong = f"the text is not the one that was compared with the source, whose checksum is {self.checksum}"
            raise ValueError(f"{wrong}; restore it, or compare it letter by letter and write checksum: '{given}'")
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
    explained: PagePath = Field(description="The page that explains it, with the part after #.")
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
    label: Literal[LABEL_SIDES] = Field("right", description="Where its name stands on a map.")
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
    sources: list[CitationField] = Field([], description="Besides its own address, which speaks for itself.")


class Claim(Record):
    """A factual claim of the article, and what the record says of it."""

    kind: ClassVar[str] = "claim"
    claim: Text
    words: Text = Field(description="The words of the article it rests on, eleven at most: more would copy it.")
    quote: Id | None = Field(None, description="The quotation the words stand in; none where they are PEOPLE's own.")
    verdict: Literal[tuple(VERDICTS)]
    see: PagePath = Field(description="The page, with the part after #, that has more.")
    finding: ProseField
    then: ProseField = Field(description="The evidence in March 2017.")
    since: ProseField = Field(description="The evidence since.")

    @model_validator(mode="after")
    def _sourced(self) -> Claim:
        if len(self.words.split()) > 11:
            raise ValueError(f"{len(self.words.split())} words of the article are too many; quote eleven at most")
        uncited = [name for name in ("finding", "then", "since") if not getattr(self, name).sourced]
        if uncited:
            raise ValueError(f"no source in {', '.join(uncited)}; a claim is judged on evidence, cite it")
        return self


class Event(Record):
    """Something that happened, at the precision at which its date is known."""

    kind: ClassVar[str] = "event"
    date: DateField
    title: Text
    text: Text
    threads: Annotated[list[Literal[tuple(THREADS)]], Field(min_length=1, max_length=3)]
    places: list[Id] = []
    year_in_short: Annotated[str, Field(min_length=1, max_length=48)] | None = Field(
        None, description="What its year stands for in the strip of years on the home page; one event a year."
    )
    importance: Literal[1, 2, 3] = Field(description="1 stands in the short version too; 3 is detail.")
    sources: Sources


class Judgment(_Cited):
    """What the court of first instance decided."""

    date: DateField
    outcome: Literal["convicted", "acquitted of these counts", "dismissed", "settled"]
    convicted_of: list[Literal[CRIMES]] = []
    sentence: Text | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Judgment:
        if (self.outcome == "convicted") != bool(self.convicted_of):
            raise ValueError(
                "convicted_of names the crimes of a conviction; give it with outcome convicted, and only then"
            )
        return self


class Appeal(_Cited):
    """What a higher court, or the first one after a referral back, decided."""

    court: Text
    date: DateField
    outcome: Text
    sentence: Text | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, [str(self.date), self.court, self.outcome, self.sentence]))


class Case(Record):
    """A proceeding against one defendant over ISIS crimes against Yazidis."""

    kind: ClassVar[str] = "case"
    defendant: Text = Field(description="As the court names them.")
    country: Text
    court: Text
    docket: Text | None = None
    charge: ProseField = Field(description="What the charge concerning Yazidis was.")
    status: Literal[tuple(CASE_STATUSES)]
    first_instance: Judgment | None = None
    appeals: list[Appeal] = []
    standing: list[Literal[CRIMES]] = Field(description="The crimes for which a conviction stands.")
    in_absentia: bool
    matters: ProseField = Field(description="Why the case matters.")
    counsel: Text | None = None
    asof: DateField
    sources: Sources

    @model_validator(mode="after")
    def _in_order(self) -> Case:
        dates = [self.first_instance.date] if self.first_instance else []
        dates += [appeal.date for appeal in self.appeals]
        if self.appeals and not self.first_instance:
            raise ValueError("there is an appeal but no first_instance; give the judgment appealed against")
        for earlier, later in itertools.pairwise(dates):
            if later.end < earlier.start:
                raise ValueError(
                    f"the appeal of {later} comes before the judgment of {earlier}; put them in order of date"
                )
        if self.standing and not self.first_instance:
            raise ValueError("a conviction stands but no first_instance is given; add the judgment")
        return self


class Recognition(Record):
    """A political body that called the crimes genocide, and what force its word has."""

    kind: ClassVar[str] = "recognition"
    body: Text
    country: Text
    date: DateField
    instrument: Text
    force: Literal[FORCES]
    says: Text
    disputed: ProseField | None = None
    sources: Sources


class Body(Record):
    """A body of the United Nations, or beside it, that can investigate or judge."""

    kind: ClassVar[str] = "body"
    name: Text
    within_un: bool
    powers: list[Literal[tuple(POWERS)]]
    sent: Text | None = Field(None, description="What it set up or sent over ISIS, with its years.")
    can: ProseField
    did: ProseField = Field(description="What it did about ISIS and the Yazidis.")


class Reading(Record):
    """A book, film, podcast, exhibition or archive, with one honest line."""

    kind: ClassVar[str] = "reading"
    type: Literal[READING_KINDS] = Field(alias="kind")
    title: Text
    by: Text
    year: int | None = Field(None, ge=1900, le=2100)
    line: ProseField
    url: Url | None = None
    sources: list[CitationField] = Field([], description="Besides the work itself.")


class Change(Record):
    """What changed on a page, when and why."""

    kind: ClassVar[str] = "change"
    date: DateField
    page: PagePath
    what: Text
    why: Text
