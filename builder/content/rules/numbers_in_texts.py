"""A number in a text is no slip of the number that its record, or what rests on the same sources, gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from builder.content.markdown_text import without_citations
from builder.content.near import slipped
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Claim, Event, Figure, Person, Recognition, Record
from builder.content.records.evidence import evidence_of
from builder.content.records.figure import OtherCount
from builder.content.rules import Fault, rule
from builder.content.told import cited

_NUMBER = re.compile(r"(?<![\w.,/@-])\d{1,3}(?:,\d{3})+(?!\w|,\d)|(?<![\w.,/@-])\d{2,7}(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"\b(?:add(?:s|ed)? up to|which makes) (\d[\d,]*)")
_KINDS = (Figure, Claim, Person, Case, Recognition)
MESSAGE = "{number} stands here only, and what it rests on says {other}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("data/figures.yml", "The Coalition acknowledged 326", "The Coalition acknowledged 362"),
)
def numbers_in_texts(project: Project) -> Iterator[Problem]:
    """Digits changed over in a note are seen where the same source’s words, or another text that cites it, have them right."""
    times: Counter[str] = Counter()
    known: dict[str, set[str]] = defaultdict(set)
    for passage in project.passages():
        _learn(passage.text, times, known)
    for kind in (*_KINDS, Event):
        for record in project.records.of(kind).values():
            for _, item in evidence_of(record):
                known[item.source] |= _numbers(item.words)
    for figure in project.records.of(Figure).values():
        times.update(_own(figure))
        yield from _sums(project, figure)
        for key in {citation.key for _, citation in figure.citations()}:
            known[key] |= {f"{number:g}" if number % 1 else str(int(number)) for _, number in figure.numbers}
    for kind in _KINDS:
        for record in project.records.of(kind).values():
            yield from _judged(project, record, times, known)


def _judged(project: Project, record: Record, times: Counter[str], known: dict[str, set[str]]) -> Iterator[Problem]:
    own = _own(record) if isinstance(record, Figure) else set()
    near_it: set[str] | None = None
    for field, text in _texts(record):
        numbers = {number for number in _numbers(without_citations(text)) if not _YEAR.fullmatch(number)}
        if not numbers:
            continue
        if near_it is None:
            near_it = own.union(*(known[citation.key] for _, citation in record.citations()))
        for number in sorted(numbers):
            # Short numbers are many; they are held to those of their own figure.
            short = len(number) < 4
            if number in near_it - numbers or (times[number] > 1 and not short):
                continue
            # A count that differs in one digit is another count as often as a slip; changed over, they are a slip.
            near = [
                other
                for other in sorted((own if times[number] > 1 else near_it) - numbers)
                if slipped(number, other) and sorted(number) == sorted(other) and not _YEAR.fullmatch(other)
            ]
            if near:
                wrong = MESSAGE.format(number=number, other=near[0])
                yield project.records.problem(record, field, wrong, "copy it from the source")


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    yield from record.prose()
    if isinstance(record, Figure):
        yield from (
            (f"other_counts.{n}.differs", one.differs) for n, one in enumerate(record.other_counts, 1) if one.differs
        )


def _sums(project: Project, figure: Figure) -> Iterator[Problem]:
    """What is said to be a sum is one; and parts that nearly add up to the figure do."""
    for field, text in _texts(figure):
        for found in _TOTAL.finditer(text):
            total = int(found[1].replace(",", ""))
            numbers = sorted({int(number) for number in _own(figure) | _numbers(text) if "." not in number} | {1})
            if not any(total - number in numbers and total - number != number for number in numbers):
                wrong = f"{found[0]}, and no two numbers of the record do"
                yield project.records.problem(figure, field, wrong, "add again")
        for line in without_citations(text).split(". "):
            parts = [int(number) for number in _numbers(line) if not _YEAR.fullmatch(number)]
            if len(parts) > 2 and figure.value and figure.value not in parts:
                off = abs(sum(parts) - figure.value)
                if 0 < off < figure.value / 20:
                    wrong = f"its parts add up to {sum(parts):,}, the figure is {figure.value:,}"
                    yield project.records.problem(figure, field, wrong, "correct the part that is wrong")


def _learn(text: str, times: Counter[str], known: dict[str, set[str]]) -> None:
    for sentence, keys in cited(text):
        numbers = _numbers(sentence)
        times.update(numbers)
        for key in keys if numbers else ():
            known[key] |= numbers


def _own(figure: Figure) -> set[str]:
    """The numbers that a figure gives, and those of its other counts and of all their words."""
    parts: list[Figure | OtherCount] = [figure, *figure.other_counts]
    found = {str(int(number)) for part in parts for _, number in part.numbers if not number % 1}
    return found.union(*(_numbers(item.words) for item in (*figure.evidence, *figure.other_counts)))


def _numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in _NUMBER.findall(text)}
