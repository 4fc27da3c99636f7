"""A sentence of a source is copied one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.coverage import PROVEN
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records.evidence import evidence_of
from builder.content.rules import Fault, rule

MESSAGE = "elsewhere the same words of {source} have {other}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(?s)(- id: abducted-male\n.*?words: ISIS abducted )6,417", r"\g<1>6,147"),
)
def one_copy(project: Project) -> Iterator[Problem]:
    """Several records rest on one sentence: a digit mistyped in one copy shows by the other."""
    copies: dict[tuple[str, str], list[str]] = {}
    for record in (record for kind in PROVEN for record in project.records.of(kind).values()):
        for field, item in evidence_of(record):
            # Words are longer in one copy than in another; six in a row with a number tell a sentence from others.
            for piece in _pieces(item.words):
                key = item.source, re.sub(r"\d", "0", piece)
                known = copies.setdefault(key, [piece])
                if piece not in known:
                    wrong = MESSAGE.format(source=item.source, other=f"“{known[0]}”")
                    yield project.records.problem(record, f"{field}.words", wrong, "compare both with the source")
                    break


_LONG = 6


def _pieces(words: str) -> Iterator[str]:
    """Every six words in a row that hold a digit."""
    split = words.split()
    for start in range(len(split) - _LONG + 1):
        piece = " ".join(split[start : start + _LONG])
        if any(sign.isdigit() for sign in piece):
            yield piece
