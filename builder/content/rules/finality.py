"""A case is final, or not, as its words say; and a court of appeal is not the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case
from builder.content.rules import Fault, rule

# How our words say that nobody knows of the end, that there is one, and that there is none yet.
_OPEN = re.compile(
    r"\bfound no (?:\w+ )?(?:ruling|decision|appeal)|\bnothing newer\b|\bnot (?:yet )?final\b|\bwhether\b[^.]*\bfinal\b",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\b(?:final|unappealable|plea of guilty|guilty plea)\b", re.IGNORECASE)
_UPHELD = re.compile(r"\b(?:upheld|rejected)\b")
_PENDING = re.compile(r"\bnot (?:yet )?final\b|\bappeal|\bratif|\bset (?:aside|anew)\b|\bretrial\b", re.IGNORECASE)
_SAID_FINAL = re.compile(
    r"\b(?:judgment|verdict|sentence|conviction)\b(?:(?!\b(?:not|whether|first)\b)[^.;:])*\b(?:is|was|became) (?:now )?final\b"
)
MESSAGE = "the status is {status}, and {said}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/cases.yml", r"(?s)(- id: germany-ossama-a\n.*?status: )not final", r"\1final"),
)
def finality(project: Project) -> Iterator[Problem]:
    """Called final too early, a judgment that may still fall is told as the truth; called open too long, the reverse."""
    cases = project.records.of(Case).values()
    firsts = [case.court for case in cases]
    appeals = {appeal.court for case in cases for appeal in case.appeals}
    for case in cases:
        if case.court in appeals and firsts.count(case.court) == 1 and _above(case, cases):
            wrong = f"{case.court} decides appeals in other cases, and is the first court of no other"
            yield project.records.problem(case, "court", wrong, "write the court of the first judgment")
        if said := _against(case):
            wrong = MESSAGE.format(status=case.status, said=said)
            yield project.records.problem(case, "status", wrong, "correct it, or say how it ended, with its source")


def _above(case: Case, cases: Iterable[Case]) -> bool:
    """Whether its court decides appeals of others only, and not also what was sent back to it."""
    return any(
        appeal.court == case.court and appeal.court != other.court for other in cases for appeal in other.appeals
    )


def _against(case: Case) -> str | None:
    """What the words of a decided case say against its status."""
    ours = " ".join([case.charge, case.matters, *(appeal.outcome for appeal in case.appeals)])
    theirs = " ".join(item.translation or item.words for part in case.decisions for item in part.evidence)
    if case.status == "final":
        if found := _OPEN.search(re.sub(r"[^.]*\bfirst judgment\b[^.]*\.", "", ours)):
            return f"its words say {found[0]}"
        last = case.appeals[-1].outcome if case.appeals else ""
        if not _UPHELD.search(last) and not _FINAL.search(
            f"{ours} {theirs} {case.first_instance and case.first_instance.sentence}"
        ):
            return "no words say that it is"
    # A first judgment is open until something is heard of it.
    if case.status == "not final" and case.appeals and not _PENDING.search(f"{ours} {theirs}"):
        return "no words say that it is open"
    if case.status in ("not final", "unknown") and (found := _SAID_FINAL.search(ours)):
        return f"its words say {found[0]}"
    return None
