"""A number, a date and a vote stand in the words of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.content import numbers_in_words as words_of
from builder.content.dates import PartialDate
from builder.content.phrases import knows, values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Figure, Recognition, Source
from builder.content.records.evidence import Evidence, Proven
from builder.content.records.figure import number_words
from builder.content.records.load import Records
from builder.content.rules import Fault, rule

# Smaller numbers are as often words of another kind, and thousands are many.
_FROM, _SCALES = 10, {1_000.0, 1_000_000.0}
_SCALE = {"million": 1_000_000, "billion": 1_000_000_000}
MESSAGE = "{number} does not stand in {words}"


@rule("records", message=MESSAGE, fault=Fault("data/figures.yml", "value: 7374", "value: 7375"))
def numbers_in_evidence(project: Project) -> Iterator[Problem]:
    """A citation shows where to look, not that it is there: the words show it, and are compared."""
    records = project.records
    for figure in records.of(Figure).values():
        yield from _figure(figure, records)
    for case in records.of(Case).values():
        for field, decision in case.decided:
            yield from _dated(case, field, decision, decision.date, records)
            if decision.sentence and decision.evidence:
                for number in words_of.unsaid(decision.sentence, decision.evidence):
                    yield records.problem(case, f"{field}sentence", *_lacking(number, decision.evidence))
        yield from _strangers(case, "", case.evidence, records)
        yield from _in_absence(case, records)
    for event in records.of(Event).values():
        yield from _dated(event, "", event, event.date, records)
        yield from _told(event, records)
    for recognition in records.of(Recognition).values():
        yield from _dated(recognition, "", recognition, recognition.date, records)
        votes = recognition.votes.model_dump(by_alias=True, exclude_none=True) if recognition.votes else {}
        for side, number in votes.items():
            # None against is said in too many ways to look for.
            if number and recognition.evidence and not words_of.states(recognition.evidence, number):
                yield records.problem(recognition, f"votes.{side}", *_lacking(number, recognition.evidence))


def _in_absence(case: Case, records: Records) -> Iterator[Problem]:
    """A trial in absence is one in which somebody says so."""
    parts = [case, *case.decisions]
    texts: list[tuple[str, str]] = [(case.charge, "en"), (case.matters, "en")]
    texts += [(item.words, item.lang) for part in parts for item in part.evidence]
    said = any(values("absence", text, lang) for text, lang in texts)
    if said != case.in_absentia:
        wrong = f"it is {str(case.in_absentia).lower()}, and {'the record speaks of absence' if said else 'no words speak of absence'}"
        yield records.problem(case, "in_absentia", wrong, "correct it, or say it in matters with its source")


def _figure(figure: Figure, records: Records) -> Iterator[Problem]:
    yield from _strangers(figure, "", figure.evidence, records)
    if figure.evidence:
        for field, number in figure.numbers:
            if not words_of.states(figure.evidence, number):
                yield records.problem(figure, field, *_lacking(number, figure.evidence))
        for number in words_of.unsaid(figure.range_kind, figure.evidence):
            yield records.problem(figure, "range_kind", *_lacking(number, figure.evidence))
        # Of 777.78, shown as million, the words say millions.
        for scale in values("scales", figure.shown, "en"):
            if figure.value is not None and not words_of.states(figure.evidence, figure.value * _SCALE[scale]):
                wrong = f"no words say {figure.value} {scale}"
                yield records.problem(figure, "shown", wrong, "correct the scale, or the number")
        units, shown = values("units", figure.unit, "en"), values("units", figure.shown, "en")
        if shown and not shown & units:
            wrong = f"{figure.shown} is shown of what is counted in {figure.unit}"
            yield records.problem(figure, "shown", wrong, "show the unit that is counted")
    for position, other in enumerate(figure.other_counts, 1):
        for field, number in other.numbers:
            if not words_of.states([other], number):
                yield records.problem(figure, f"other_counts.{position}.{field}", *_lacking(number, [other]))


def _told(event: Event, records: Records) -> Iterator[Problem]:
    """The numbers of an event's text stand in its words, its date, or what its sources are called and numbered."""
    if not event.evidence:
        return
    known = {
        float(part) for point in (event.date.start, event.date.end) for part in (point.year, point.month, point.day)
    }
    for citation in event.sources:
        if source := records.of(Source).get(citation.key):
            known |= words_of.numbers(f"{source.title} {source.title_en or ''} {source.number or ''}", "en")
            known |= {float(source.issued.end.year)} if source.issued else set()
    for field, text in (("title", event.title), ("text", event.text)):
        # When something else happened stands in other sources of the page; how many did stands here.
        dates = {float(part) for date in words_of.dates(words_of.plain(text).casefold(), "en") for part in date}
        for number in sorted(words_of.numbers(text, "en") - known - dates - _SCALES):
            if number >= _FROM and not words_of.states(event.evidence, number):
                yield records.problem(event, field, *_lacking(number, event.evidence))


def _dated(
    record: Event | Recognition | Case, field: str, part: Proven, date: PartialDate, records: Records
) -> Iterator[Problem]:
    yield from _strangers(record, field, part.evidence, records)
    sources = records.of(Source)
    # Of two records of one id, nobody knows which is the source.
    known = sources.keys() - records.faulty
    if part.evidence and all(item.source in known for item in part.evidence):
        issued = [sources[item.source].issued for item in part.evidence]
        for point in words_of.undated(part.evidence, date, issued):
            wrong = MESSAGE.format(number=point.words, words=_quoted(part.evidence))
            right = "copy the words that print it, or say undated: true where the source prints none"
            yield records.problem(record, f"{field}date", wrong, right)


def _strangers(
    record: Figure | Case | Event | Recognition, field: str, items: list[Evidence], records: Records
) -> Iterator[Problem]:
    known = {citation.key for citation in record.sources}
    for position, item in enumerate(items, 1):
        yield from _read_and_translated(record, f"{field}evidence.{position}", item, records)
        if item.source not in known and item.source in records.of(Source):
            wrong = f"{item.source} is not among the sources of the record"
            right = f"add it to sources, or take the words of {', '.join(sorted(known))}"
            yield records.problem(record, f"{field}evidence.{position}.source", wrong, right)


def _read_and_translated(
    record: Figure | Case | Event | Recognition, field: str, item: Evidence, records: Records
) -> Iterator[Problem]:
    """Nobody reads a source before it is issued, and a translation adds no number."""
    source = records.of(Source).get(item.source)
    if source and source.issued and item.read.end.latest < source.issued.start.earliest:
        wrong = f"read is {item.read}, before {item.source} was issued ({source.issued})"
        yield records.problem(record, f"{field}.read", wrong, "write the day on which the words were read")
    if not item.translation:
        return
    for part in ("crimes", "modes", "outcomes"):
        meant = values(part, item.translation, "en")
        said = values(part, item.words, item.lang) if meant else set()
        lost = {value for value in meant - said if knows(part, value, item.lang)}
        if lost and (part != "outcomes" or (said and not said & meant)):
            wrong = f"the words that are translated do not say {' and '.join(sorted(lost))}: “{item.words}”"
            yield records.problem(record, f"{field}.translation", wrong, "translate what the words say")
    for number in words_of.added(item.translation, item.words, item.lang):
        wrong = f"{number} does not stand in the words that are translated, “{item.words}”"
        yield records.problem(record, f"{field}.translation", wrong, "translate what the words say")


def _lacking(number: float, items: Iterable[Evidence]) -> tuple[str, str]:
    wrong = MESSAGE.format(number=number_words(number if number % 1 else int(number)), words=_quoted(items))
    return wrong, "copy the words that say it, or correct the number"


def _quoted(items: Iterable[Evidence]) -> str:
    return "; ".join(f"“{item.words}” ({item.source})" for item in items)
