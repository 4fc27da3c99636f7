"""What each kind of record may hold.

Field names of a source are CSL's (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator

from builder.citations import KEY, Citation, find_groups
from builder.dates import DateField
from builder.evidence import MOST_WORDS
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
    "crimes against humanity",
    "war crimes",
    "terrorism",
    "other crimes",
)
# How a court held the defendant liable, and how a conviction is printed, the gravest first.
MODES = {
    "committing": "{crime}",
    "joint commission": "{crime}, committed jointly",
    "superior responsibility": "{crime}, as a superior",
    "complicity": "complicity in {crime}",
    "aiding": "aiding {crime}",
    "not stated": "{crime}, mode of liability not stated",
}
# The same in a total, after a number of people.
MODES_COUNTED = {
    "committing": "for committing them",
    "joint commission": "for committing them jointly with others",
    "superior responsibility": "as superiors of those who committed them",
    "complicity": "for complicity",
    "aiding": "for aiding",
    "not stated": "in a mode that no source we read states",
}
CASE_STATUSES = {
    "charged": "Charged, not tried",
    "on trial": "On trial",
    "pending": "Pending",
    "not final": "Not final",
    "final": "Final",
    "unknown": "Whether it is final we do not know",
}
RULINGS = {
    "dated nearby": "A sentence beside it, or its record, gives the date.",
    "counter named": "Whose count or judgement it is stands in the sentence or beside it.",
    "history": "It speaks of something that is over.",
    "rule": "It states a rule of law, language or faith that does not change with the news.",
    "no claim": "The word stands for something else: a quotation, a question, an order of steps.",
    "our search": "It says what we did not find, and the page says when we looked.",
}
OPEN = ("charged", "on trial", "pending", "not final")
LABEL_SIDES = ("right", "left", "above", "below", "above right", "above left", "below right", "below left")
POWERS = {
    "investigate": "can send investigators",
    "bind": "can bind states",
    "judge": "can judge states",
    "try": "can try people",
}
FORCES = ("government", "parliament", "chamber", "resolution", "motion", "commission")
QUALIFIERS = ("about", "more than", "at least", "up to", "nearly", "fewer than")
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


class Evidence(_Cited):
    """The words of a source that a record rests on, as it printed them."""

    source: Id
    locator: Text | None = None
    words: Text = Field(description=f"Copied from the source in its own language, {MOST_WORDS} words at most.")
    lang: Literal[tuple(LANGUAGES)] = "en"
    translation: Text | None = Field(None, description="Ours, where the words are not English.")
    read_at: Url | None = Field(None, alias="copy", description="Where they were read, if not at the source’s address.")
    undated: bool = Field(False, description="Whether the source, as far as it could be read, prints no date.")
    read: DateField = Field(description="The day on which the words were read.")

    @model_validator(mode="after")
    def _honest(self) -> Evidence:
        length = len(self.words.split())
        if length > MOST_WORDS:
            raise ValueError(
                f"the words are {length}, {MOST_WORDS} at most may be copied; keep those that carry the fact"
            )
        if self.lang == "en" and self.translation:
            raise ValueError("the words are English and have a translation; drop it, or say their language in lang")
        if self.lang != "en" and not self.translation:
            raise ValueError(f"the words are {LANGUAGES[self.lang]}; add a translation of ours in English")
        if not self.read.end.day or self.read.start != self.read.end:
            raise ValueError(f"read is {self.read}; write the one day on which the words were read, YYYY-MM-DD")
        if self.read.end.latest > datetime.date.today():
            raise ValueError(f"read is {self.read}, which has not come yet; write the day on which they were read")
        _ = self.citation
        return self

    @property
    def citation(self) -> Citation:
        return Citation.parse(f"{self.source}, {self.locator}" if self.locator else self.source)

    def citations(self) -> Iterator[tuple[str, Citation]]:
        yield "source", self.citation

    def __str__(self) -> str:
        translated = f" ({self.translation})" if self.translation else ""
        return f"{self.citation}: “{self.words}”{translated}, read {self.read}"


class Proven(_Cited):
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
            raise ValueError("it has evidence and says why there is none; keep one of the two")
        return self


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


class OtherCount(Evidence):
    """Another number for the same thing, by another office or at another time, in the words of its source."""

    value: Number = None
    low: Number = None
    high: Number = None
    qualifier: Literal[QUALIFIERS] | None = None
    asof: DateField
    counter: Text
    differs: Text | None = Field(None, description="How it differs, in a clause.")

    @model_validator(mode="after")
    def _amount(self) -> OtherCount:
        _check_amount(self)
        return self

    def __str__(self) -> str:
        differs = f" ({self.differs})" if self.differs else ""
        return f"{self.amount}, {self.counter}, {self.asof}{differs}; {super().__str__()}"

    @property
    def numbers(self) -> Iterator[tuple[str, int | float]]:
        """Its numbers with their fields."""
        return _numbers(self)

    @property
    def amount(self) -> str:
        """As printed: `only 23`, `55 to 58`."""
        return _amount(self)


class Figure(Proven, Record):
    """A number with what is counted, its date, its counter and its sources."""

    kind: ClassVar[str] = "figure"
    group: Literal[tuple(FIGURE_GROUPS)]
    counts: Text = Field(description="What is counted.")
    value: Number = None
    low: Number = None
    high: Number = None
    range_kind: Text = "range"
    qualifier: Literal[QUALIFIERS] | None = None
    unit: Text
    shown: Annotated[str, Field(pattern=r"\{value\}")] = Field("{value}", description="Print form, e.g. USD {value}.")
    asof: DateField
    counter: Text = Field(description="Who counts, short enough for running text.")
    counter_full: Text | None = None
    sources: Sources
    note: ProseField | None = None
    supersedes: Id | None = None
    other_counts: list[OtherCount] = Field([], description="What others count for the same thing.")
    computed: Text | None = Field(None, description="The sum it is, over ids of other figures.")

    @property
    def proofs(self) -> int:
        return super().proofs + bool(self.computed)

    @model_validator(mode="after")
    def _amount(self) -> Figure:
        _check_amount(self)
        if self.other_counts and not self.note:
            raise ValueError("other_counts says that counts differ; add a note that says how")
        return self

    @property
    def numbers(self) -> Iterator[tuple[str, int | float]]:
        """Its numbers with their fields."""
        return _numbers(self)

    @property
    def range(self) -> str:
        """`2,100 to 4,400`, empty where there is none."""
        return _range(self)

    @property
    def words(self) -> str:
        """The bare value as printed: `about 3,100`, `700,000 to 1.5 million`, `USD 777.78 million`."""
        return _amount(self, self.shown)


def _check_amount(counted: Figure | OtherCount) -> None:
    """Raises ValueError where a value and its range do not fit."""
    value, low, high = counted.value, counted.low, counted.high
    if (low is None) != (high is None):
        raise ValueError("low and high belong together; give both or neither")
    if value is None and low is None:
        raise ValueError("a figure needs a value, or low and high, or all three")
    if low is not None and not low < high:
        raise ValueError(f"low ({low}) must be below high ({high})")
    if None not in (value, low) and not low <= value <= high:
        raise ValueError(f"value ({value}) must lie between low ({low}) and high ({high})")


def _numbers(counted: Figure | OtherCount) -> Iterator[tuple[str, int | float]]:
    return ((name, getattr(counted, name)) for name in ("value", "low", "high") if getattr(counted, name) is not None)


def _range(counted: Figure | OtherCount) -> str:
    return f"{number_words(counted.low)} to {number_words(counted.high)}" if counted.low is not None else ""


def _amount(counted: Figure | OtherCount, shown: str = "{value}") -> str:
    number = _range(counted) if counted.value is None else number_words(counted.value)
    return " ".join(filter(None, [counted.qualifier, shown.replace("{value}", number)]))


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


class Event(Proven, Record):
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


class Conviction(StrictModel):
    """One crime of which a court convicted, and how it held the defendant liable for it."""

    crime: Literal[CRIMES]
    mode: Literal[tuple(MODES)]

    def __str__(self) -> str:
        """As printed: genocide; aiding crimes against humanity; complicity in genocide."""
        return MODES[self.mode].format(crime=self.crime)


def _distinct(convictions: list[Conviction]) -> list[Conviction]:
    twice = [str(conviction) for position, conviction in enumerate(convictions) if conviction in convictions[:position]]
    if twice:
        raise ValueError(f"{', '.join(twice)} stands twice; name each crime and mode once")
    return convictions


Convictions = Annotated[list[Conviction], AfterValidator(_distinct)]


class Judgment(Proven):
    """What the court of first instance decided."""

    date: DateField
    outcome: Literal["convicted", "acquitted of these counts", "dismissed", "settled"]
    convicted_of: Convictions = []
    sentence: Text | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Judgment:
        if (self.outcome == "convicted") != bool(self.convicted_of):
            raise ValueError(
                "convicted_of names the crimes of a conviction; give it with outcome convicted, and only then"
            )
        return self


class Appeal(Proven):
    """What a higher court, or the first one after a referral back, decided."""

    court: Text
    date: DateField
    outcome: Text
    sentence: Text | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, [str(self.date), self.court, self.outcome, self.sentence]))


class Case(Proven, Record):
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
    standing: Convictions = Field(description="The crimes for which a conviction stands.")
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

    @property
    def decisions(self) -> list[Judgment | Appeal]:
        """The judgment and the appeals, in order."""
        return [self.first_instance, *self.appeals] if self.first_instance else []

    @property
    def appeal_evidence(self) -> list[Evidence]:
        return [item for appeal in self.appeals for item in appeal.evidence]

    @property
    def open(self) -> bool:
        """Whether something is still to be decided, as far as is known."""
        return self.status in OPEN

    @property
    def acquitted(self) -> bool:
        return bool(self.first_instance) and self.first_instance.outcome.startswith("acquitted")


class Votes(StrictModel):
    """How a vote went, as far as the source says."""

    for_: int = Field(alias="for", ge=0)
    against: int | None = Field(None, ge=0)
    abstaining: int | None = Field(None, ge=0)

    def __str__(self) -> str:
        counted = (("for", self.for_), ("against", self.against), ("abstaining", self.abstaining))
        return ", ".join(f"{number} {side}" for side, number in counted if number is not None)


class Recognition(Proven, Record):
    """A political body that called the crimes genocide, and what force its word has."""

    kind: ClassVar[str] = "recognition"
    body: Text
    country: Text
    date: DateField
    instrument: Text
    force: Literal[FORCES]
    votes: Votes | None = None
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


class Ruling(Record):
    """What an editor decided about a sentence that may age (builder/ageing.py finds them)."""

    kind: ClassVar[str] = "ruling"
    sentence: Text = Field(description="As `make stale` prints it; its id changes with every letter.")
    ruling: Literal[tuple(RULINGS)]
    on: DateField
