"""A judgment is for the crimes, in the modes, and to the kind of sentence that its words name."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.phrases import knows, named, values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case
from builder.content.records.case import Appeal, Conviction, Judgment
from builder.content.records.evidence import Evidence
from builder.content.rules import Fault, rule
from builder.content.vocabulary import vocabulary

# A mode that the table need not name: a crime without another one is that of who committed it.
_PLAIN = "committing"
_OPEN = "not stated"
MESSAGE = "no words say {what}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault(
        "data/cases.yml",
        r"(?s)(- id: germany-nurten-j\n.*?)mode: aiding(.*?  standing:\n.*?)mode: aiding",
        r"\1mode: committing\2mode: committing",
    ),
)
def judgments_in_words(project: Project) -> Iterator[Problem]:
    """A word too many calls a person guilty of more than the court did: of the crime, not of aiding it; for life, not for years."""
    for case in project.records.of(Case).values():
        for field, decision in case.decided:
            if not decision.evidence:
                continue
            for wrong, at in _unsaid(decision):
                words = "; ".join(f"“{item.words}”" for item in decision.evidence)
                right = f"correct it, copy the words that say it, or teach in_sources of the vocabulary: {words}"
                yield project.records.problem(case, f"{field}{at}", wrong, right)


def _unsaid(decision: Judgment | Appeal) -> Iterator[tuple[str, str]]:
    """What a decision says that its words do not, with its field."""
    evidence = decision.evidence
    first = isinstance(decision, Judgment)
    spoken = decision.convicted_of if isinstance(decision, Judgment) else decision.adds
    readings = {found for item in evidence for found in _convictions(item)}
    for position, conviction in enumerate(spoken, 1):
        if _compared("crimes", conviction.crime, evidence) and not _read(conviction, readings):
            yield MESSAGE.format(what=conviction), f"{'convicted_of' if first else 'adds'}.{position}"
    if (
        first
        and _compared("outcomes", decision.outcome, evidence)
        and not _said("outcomes", decision.outcome, evidence)
    ):
        yield MESSAGE.format(what=decision.outcome), "outcome"
    given, said = values("sentences", decision.sentence or "", "en"), _all("sentences", evidence)
    for kind in sorted(given - said):
        if _compared("sentences", kind, evidence):
            yield MESSAGE.format(what=kind), "sentence"
    if decision.sentence and not given and first:
        for kind in sorted(said):
            yield f"the words say {kind}, and the sentence does not", "sentence"


def _convictions(item: Evidence) -> Iterator[tuple[str, str]]:
    """Every crime that words name, with the mode of liability that they name before it, as courts string them."""
    lang, words = item.lang, item.words
    marks = [(found.start, part, found.values) for part in ("modes", "breaks") for found in named(part, words, lang)]
    for crime in named("crimes", words, lang):
        before = sorted(mark for mark in marks if mark[0] < crime.start)
        modes = before[-1][2] if before and before[-1][1] == "modes" else {_PLAIN}
        yield from ((kind, mode) for kind in crime.values for mode in modes)


def _read(conviction: Conviction, readings: set[tuple[str, str]]) -> bool:
    if conviction.mode == _OPEN:
        return any(crime == conviction.crime for crime, _ in readings)
    return (conviction.crime, conviction.mode) in readings


def _compared(part: str, value: str, evidence: list[Evidence]) -> bool:
    """Whether the table can tell that words do not name a value. What it knows in no language it leaves alone."""
    return value in vocabulary().in_sources[part] and all(knows(part, value, item.lang) for item in evidence)


def _said(part: str, value: str, evidence: list[Evidence]) -> bool:
    return value in _all(part, evidence)


def _all(part: str, evidence: list[Evidence]) -> set[str]:
    return {value for item in evidence for value in values(part, item.words, item.lang)}
