"""The rules that hold a record's numbers, dates and votes against the words of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder import evidence
from builder.dates import PartialDate
from builder.models import Case, Evidence, Figure, Proven, Record, number_words

if TYPE_CHECKING:
    from builder.records import Records

KINDS = {
    "figures": "Figures",
    "cases": "Judgments, appeals and charges in court cases",
    "timeline": "Events of the timeline",
    "recognitions": "Recognitions",
}
# file, record, field, what is wrong, what would be right
Told = tuple[str, Record, str, str, str]


def convicted_of(case: Case, *crimes: str) -> bool:
    """Whether a conviction for one of the crimes stands, in whatever mode."""
    return any(conviction.crime in crimes for conviction in case.standing)


# What a figure of our own count may be computed from, beside other figures.
COUNTS: dict[str, Callable[[Iterable[Case]], int]] = {
    "cases:genocide": lambda cases: sum(convicted_of(case, "genocide") for case in cases),
    "cases:genocide-countries": lambda cases: len({case.country for case in cases if convicted_of(case, "genocide")}),
    "cases:germany-convicted": lambda cases: sum(
        case.country == "Germany" and convicted_of(case, "genocide", "crimes against humanity") for case in cases
    ),
    "cases:germany-acquitted": lambda cases: sum(case.country == "Germany" and case.acquitted for case in cases),
}


@dataclass(frozen=True)
class Coverage:
    """How much of a kind rests on words that were read. count: of records, or decisions of courts; read: the last day."""

    label: str
    count: int
    worded: int
    computed: int
    unread: int
    read: PartialDate | None

    @property
    def share(self) -> int:
        """Per cent that rest on words that were read, or are computed."""
        return round(100 * (self.worded + self.computed) / self.count) if self.count else 0


def proven(records: Records, kind: str) -> Iterator[tuple[str, Proven]]:
    """Everything of a kind that needs proof, with the id of its record: of a case, each of its decisions."""
    for record in getattr(records, kind).values():
        yield from (
            (record.id, part) for part in (record.decisions or [record] if isinstance(record, Case) else [record])
        )


def coverage(records: Records) -> list[Coverage]:
    """The figures of the page How we checked."""
    found = []
    for kind, label in KINDS.items():
        parts = [part for _, part in proven(records, kind)]
        days = [item.read for part in parts for item in part.evidence]
        found.append(
            Coverage(
                label,
                len(parts),
                sum(bool(part.evidence) for part in parts),
                sum(bool(getattr(part, "computed", None)) for part in parts),
                sum(bool(part.unread) for part in parts),
                max(days, default=None),
            )
        )
    return found


def check(records: Records) -> Iterator[Told]:
    """Everything in which a record and the words of its sources do not agree."""
    for figure in records.figures.values():
        yield from _figure(figure, records)
    for case in records.cases.values():
        yield from _case(case, records)
    for event in records.timeline.values():
        yield from _dated("timeline", event, "", event, event.date, records)
    for recognition in records.recognitions.values():
        yield from _dated("recognitions", recognition, "", recognition, recognition.date, records)
        votes = recognition.votes
        for side, number in (votes.model_dump(by_alias=True, exclude_none=True) if votes else {}).items():
            # None against is said in too many ways to look for.
            if number and recognition.evidence and not evidence.states(recognition.evidence, number):
                yield "recognitions", recognition, f"votes.{side}", *_lacking(number, recognition.evidence)


def _missing(file: str, record: Record, field: str, part: Proven) -> Iterator[Told]:
    if not part.proofs:
        computed = ", or computed with the sum it is" if isinstance(part, Figure) else ""
        right = f"add the words of a source that was read, or unread with the reason why none could be{computed}"
        yield file, record, field, "nothing shows what it rests on", right


def _strangers(file: str, record: Record, field: str, items: list[Evidence], records: Records) -> Iterator[Told]:
    known = {citation.key for citation in record.sources}
    for item in items:
        if item.source not in known and item.source in records.sources:
            wrong = f"{item.source} is not among the sources of the record"
            yield (
                file,
                record,
                f"{field}evidence",
                wrong,
                f"add it to sources, or take the words of {', '.join(sorted(known))}",
            )


def _figure(figure: Figure, records: Records) -> Iterator[Told]:
    yield from _missing("figures", figure, "evidence", figure)
    yield from _strangers("figures", figure, "", figure.evidence, records)
    if figure.evidence:
        for field, number in figure.numbers:
            if not evidence.states(figure.evidence, number):
                yield "figures", figure, field, *_lacking(number, figure.evidence)
    for position, other in enumerate(figure.other_counts, 1):
        for field, number in other.numbers:
            if not evidence.states([other], number):
                yield "figures", figure, f"other_counts.{position}.{field}", *_lacking(number, [other])
    # A case that cannot be read is a fault of its own, not a wrong sum.
    whole = not any(("cases.yml", name) in records.lines for name in records.faulty)
    if figure.computed and (whole or "cases:" not in figure.computed):
        values = {name: other.value for name, other in records.figures.items() if other.value is not None}
        values |= {name: count(records.cases.values()) for name, count in COUNTS.items()}
        try:
            total = evidence.compute(figure.computed, values)
        except ValueError as error:
            wrong, _, right = str(error).partition("; ")
            yield "figures", figure, "computed", wrong, right
            return
        if total != figure.value:
            wrong = f"{figure.computed} is {number_words(total if total % 1 else int(total))}, not {figure.value}"
            yield "figures", figure, "computed", wrong, "correct the value, or the figures it is computed from"


def _case(case: Case, records: Records) -> Iterator[Told]:
    if not case.decisions:
        yield from _missing("cases", case, "evidence", case)
    yield from _strangers("cases", case, "", case.evidence, records)
    for position, decision in enumerate(case.decisions):
        field = f"appeals.{position}." if position else "first_instance."
        yield from _dated("cases", case, field, decision, decision.date, records)


def _dated(file: str, record: Record, field: str, part: Proven, date: PartialDate, records: Records) -> Iterator[Told]:
    """A decision, an event, a recognition: words or a reason, and the date in the words."""
    yield from _missing(file, record, f"{field}evidence", part)
    yield from _strangers(file, record, field, part.evidence, records)
    if part.evidence and all(item.source in records.sources for item in part.evidence):
        issued = [records.sources[item.source].issued for item in part.evidence]
        for point in evidence.undated(part.evidence, date, issued):
            right = "copy the words that print it, or say undated: true where the source prints none"
            yield file, record, f"{field}date", f"{point.words} does not stand in {_quoted(part.evidence)}", right


def _lacking(number: float, items: Iterable[Evidence]) -> tuple[str, str]:
    wrong = f"{number_words(number)} does not stand in {_quoted(items)}"
    return wrong, "copy the words that say it, or correct the number"


def _quoted(items: Iterable[Evidence]) -> str:
    return "; ".join(f"“{item.words}” ({item.source})" for item in items)
