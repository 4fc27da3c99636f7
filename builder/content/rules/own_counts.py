"""What a page says that this site has, it has so often."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from builder.content.numbers_in_words import MOST_WORDS, numbers
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Quote
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, statements
from builder.content.vocabulary import vocabulary

_COUNTED = re.compile(r"\b((?:\w+|\d+)) (verdicts|quotations|words at most|pages)\b|\bat most ((?:\w+|\d+)) words\b")
_FOLDER = re.compile(r"\]\(((?:\.\./)*[a-z]+)/[a-z-]+\.md\)")
MESSAGE = "it says {said} {what}, and there are {count}"


@rule(
    "pages", message=MESSAGE, fault=Fault("docs/about/how-we-checked.md", "one of five verdicts", "one of six verdicts")
)
def own_counts(project: Project) -> Iterator[Problem]:
    """A page or a verdict that is added changes a number that somebody typed elsewhere."""
    for statement in statements(project):
        if not statement.passage.file.startswith("docs/"):
            continue
        for found in _COUNTED.finditer(statement.words):
            said, what = found[1] or found[3], found[2] or "words at most"
            read = numbers(said, "en")
            count = _count(project, statement, what)
            # Three of the nine are told as three.
            if read and count and max(read) != count and (what != "quotations" or max(read) > count):
                wrong = MESSAGE.format(said=said, what=what, count=count)
                yield statement.at(found.start(), wrong, "correct the number")


def _count(project: Project, statement: Statement, what: str) -> int:
    """How many there are; 0 where that cannot be told."""
    if what == "verdicts":
        return len(vocabulary().verdicts)
    if what == "words at most":
        return MOST_WORDS
    if what == "quotations":
        return sum(quote.article_order is not None for quote in project.records.of(Quote).values())
    folder = _FOLDER.search(statement.raw)
    if not folder:
        return 0
    here = posixpath.dirname(statement.passage.file.removeprefix("docs/"))
    meant = posixpath.normpath(posixpath.join(here, folder[1]))
    return sum(posixpath.dirname(path) == meant for path in project.pages)
