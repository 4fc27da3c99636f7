"""A text says of somebody what the court decided, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.phrases import values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case
from builder.content.records.case import Judgment
from builder.content.rules import Fault, rule
from builder.content.sayings import Said, convictions, terms

_SENTENCE = re.compile(r"\b(?:sentenc\w*|prison|imprison\w*|jail\w*)\b", re.IGNORECASE)
MESSAGE = "it says {said}, and the judgments of {case} do not"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/timeline.yml", r"convicts Jalda A\. of aiding genocide", "convicts Jalda A. of genocide"),
)
def verdicts_in_texts(project: Project) -> Iterator[Problem]:
    """A word too many makes somebody guilty who was charged, of genocide who aided it, for life who got years."""
    for said in project.sayings:
        if len(said.cases) == 1:
            case = said.cases[0]
            for what in (*_convicted(said, case), *_sentenced(said, case)):
                wrong = MESSAGE.format(said=what, case=case.id)
                right = f"write what the court decided: {_decided(case)}"
                yield project.records.problem(said.record, said.field, wrong, right)


def _convicted(said: Said, case: Case) -> Iterator[str]:
    spoken = {(each.crime, each.mode) for each in case.convictions_after(0)}
    spoken |= {(each.crime, each.mode) for appeal in case.appeals for each in appeal.adds}
    for yes, crimes in convictions(said.text):
        if yes and not case.first_instance and not (said.own and len(said.cases) > 1):
            yield "that somebody is guilty or convicted"
        elif yes and said.own and case.acquitted and len(said.cases) == 1 and not crimes:
            yield "convicted of a case in which the outcome is an acquittal"
        elif yes and said.field == "charge" and said.own:
            yield "of a charge that it is a conviction"
        for crime in sorted({crime for crime, _ in crimes}):
            modes = {mode for of, mode in crimes if of == crime}
            held = any((crime, mode) in spoken for mode in modes)
            if yes and case.first_instance and not held:
                yield f"convicted of {crime}" if len(modes) > 1 else f"convicted of {modes.pop()} {crime}"
            if not yes and held and len(modes) > 1:
                yield f"not convicted of {crime}"


def _sentenced(said: Said, case: Case) -> Iterator[str]:
    decided = [decision for decision in case.decisions if decision.sentence]
    texts = " ".join([*(one.sentence or "" for one in decided), case.charge, case.matters])
    texts += " ".join(item.translation or item.words for one in case.decisions for item in one.evidence)
    # A text that is a sentence and nothing else needs no word for it.
    if _SENTENCE.search(said.text) or terms(said.text[:40]):
        for years, months in sorted(terms(said.text) - terms(texts)):
            if not said.own and decided:
                yield f"{years} years" + (f" and {months} months" if months else "")
    kinds = values("sentences", said.text, "en") if _SENTENCE.search(said.text) else set()
    for kind in sorted(kinds - values("sentences", texts, "en")):
        if decided:
            yield kind


def _decided(case: Case) -> str:
    """The decisions in a few words."""
    told = []
    for decision in case.decisions:
        what = [decision.outcome, *(map(str, decision.convicted_of) if isinstance(decision, Judgment) else ())]
        told.append(", ".join(filter(None, [*what, decision.sentence])))
    return "; ".join(told) or f"none yet, the status is {case.status}"
