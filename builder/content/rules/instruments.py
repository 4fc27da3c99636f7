"""A docket and the number of a resolution, a law or a document are those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from builder.content.markdown_text import without_citations
from builder.content.near import slipped
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Person, Recognition, Record, Source, Synonym, Term
from builder.content.records.evidence import Evidence, evidence_of
from builder.content.rules import Fault, rule

# What a number is of, and the number: Resolution 2379, no. 8 of 2021, Motion 20/5228, S/RES/2379.
_NUMBERED = re.compile(
    r"(?i:\b(?:resolutions?|res\.|no\.|motion|drs\.)[ -]|\b[A-Z]+/(?:[A-Z]+/)*)(?P<number>[A-Z]?\d[A-Z\d]*(?:[/-]\d+)*)"
)
# 7 StS 2/20, ECLI:NL:RBDHA:2024:20594.
_DOCKET = re.compile(r"\b(?:\d+(?:-\d+)? (?P<register>[A-Z][A-Za-z]{1,3}) \d+/\d+|(?P<court>ECLI(?::[A-Z]+)+):\d+:\d+)")
_KINDS = (Event, Recognition, Person, Synonym, Term)
MESSAGE = "{number} stands in none of its sources"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/recognitions.yml", "instrument: Motion 20/5228", "instrument: Motion 20/5282"),
)
def instruments(project: Project) -> Iterator[Problem]:
    """Two digits changed over make another resolution or another proceeding, which readers look up in vain, or find."""
    records = project.records
    sources = records.of(Source)
    anywhere = _runs(" ".join(f"{source.number or ''} {source.title} {source.id}" for source in sources.values()))
    for kind in _KINDS:
        for record in records.of(kind).values():
            of_it = [sources[key] for key in {citation.key for _, citation in record.citations()} if key in sources]
            # Where no source bears a number, nothing tells.
            if any(source.number or _NUMBERED.search(source.title) for source in of_it) or not of_it:
                yield from _numbered(project, record, _runs(_voices(of_it, evidence_of(record))), anywhere)
    for case in records.of(Case).values():
        of_it = [sources[key] for key in {citation.key for _, citation in case.citations()} if key in sources]
        yield from _dockets(project, case, of_it)
    for source in sources.values():
        yield from _of_itself(project, source)


def _numbered(project: Project, record: Record, known: set[str], anywhere: set[str]) -> Iterator[Problem]:
    texts = [(field, text) for field, text in record.plain_texts() if not field.startswith("evidence")]
    for field, text in [*texts, *record.prose()]:
        for found in _NUMBERED.finditer(without_citations(text)):
            # A text with sources of its own for each sentence, or none, may speak of what is cited elsewhere.
            open_to_all = isinstance(record, Person | Synonym | Term)
            lacking = _runs(found["number"]) - known - (anywhere if open_to_all else set())
            if lacking:
                wrong = MESSAGE.format(number=found[0])
                yield project.records.problem(record, field, wrong, "copy it from the source, or cite one that has it")


def _dockets(project: Project, case: Case, sources: list[Source]) -> Iterator[Problem]:
    """The docket is one of those that the sources bear for its register, and no words give one that is almost theirs."""
    borne = [found for source in sources for found in _DOCKET.finditer(f"{source.number or ''} {source.title}")]
    for found in _DOCKET.finditer(case.docket or ""):
        same = {each[0] for each in borne if each.lastgroup and each[each.lastgroup] == found[each.lastgroup]}
        if same and found[0] not in same:
            wrong = f"it is {found[0]}, and the sources bear {' and '.join(sorted(same))}"
            yield project.records.problem(case, "docket", wrong, "copy it from the source, or cite one that has it")
    numbers = {each[0] for each in borne}
    for field, item in evidence_of(case):
        for part in ("words", "translation"):
            for found in _DOCKET.finditer(getattr(item, part) or ""):
                near = [number for number in numbers if slipped(number, found[0])]
                if near and found[0] not in numbers:
                    wrong = f"it has {found[0]}, and a source bears {near[0]}"
                    yield project.records.problem(case, f"{field}.{part}", wrong, "correct the one that is wrong")


def _of_itself(project: Project, source: Source) -> Iterator[Problem]:
    """A source whose number is almost what its id, its title or its address has."""
    if not source.number:
        return
    numbers = re.findall(r"\d{3,}", source.number)
    others = re.findall(r"\d{3,}", f"{source.id} {source.title} {unquote(source.URL)}")
    for number in numbers:
        near = [other for other in others if slipped(number, other) and not _year(other)]
        # A year is no slip of another number.
        if near and number not in others and not _year(number):
            wrong = f"it has {number}, and its id, title or address {near[0]}"
            yield project.records.problem(source, "number", wrong, "correct the one that is wrong")


def _year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def _voices(sources: Iterable[Source], evidence: Iterable[tuple[str, Evidence]]) -> str:
    """All that sources print of themselves, and the words that were copied from them."""
    said = [f"{one.id} {one.title} {one.title_en or ''} {one.number or ''} {unquote(one.URL)}" for one in sources]
    return " ".join([*said, *(item.words for _, item in evidence)])


def _runs(text: str) -> set[str]:
    """The runs of digits in a text, without noughts before them."""
    return {run.lstrip("0") or "0" for run in re.findall(r"\d+", text)}
