"""A page says a thing once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import statements

# Shorter lines are labels; what follows one line is compared with it more closely.
_LEAST, _LIKE = 6, 0.9
_SENTENCE = re.compile(r"(?<=[.?!]) +(?=[A-Z“])")
# A heading, a row of a table, a label in bold that comes again.
_NO_SENTENCE = re.compile(r"[#|].*|\*\*[^*]+\*\*")
MESSAGE = "the sentence stands on the page already, {words!r}"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^(Iraq declared the war.*)$", r"\1\n\1"))
def repeated_sentences(project: Project) -> Iterator[Problem]:
    """A paragraph pasted twice, or an old wording left beside the new one, reads as if it were two facts."""
    seen: set[tuple[str, ...]] = set()
    before: list[str] = []
    passage = None
    for statement in statements(project):
        if passage is not statement.passage:
            passage, before, seen = statement.passage, [], set()
        if _NO_SENTENCE.fullmatch(statement.raw):
            continue
        words = _SENTENCE.split(" ".join(statement.words.split()).strip("-* "))
        for sentence in words:
            said = tuple(re.findall(r"\w+", sentence.casefold()))
            if len(said) < _LEAST:
                continue
            again = said in seen or any(_alike(sentence, other) for other in before)
            if again:
                right = "delete one of the two, and keep the sources of both"
                yield statement.at(0, MESSAGE.format(words=sentence[:40]), right)
            seen.add(said)
        before = words


def _alike(one: str, other: str) -> bool:
    if not 0.8 < len(one) / (len(other) or 1) < 1.25 or one == other:
        return False
    match = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return match.quick_ratio() > _LIKE and match.ratio() > _LIKE
