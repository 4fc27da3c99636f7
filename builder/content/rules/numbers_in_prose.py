"""A number on a page is none that is almost a number of its sources; a document's number is one that a record has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.attested import cited, numbers_elsewhere
from builder.content.near import neighbours_changed_over, one_left_out, unlike
from builder.content.numbers_in_words import numbers_at
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Source
from builder.content.rules import Fault, rule
from builder.content.statements import statements

_YEARS = range(1900, 2101)
# Rounded numbers are near to many others.
_DIGITS = 3
_RESOLUTION = re.compile(r"\b[Rr]esolutions? (\d{2,4})\b|\b([A-Z]{1,4}(?:/[A-Z]+)*/(?:[A-Z0-9]+/)?\d[\w./()-]*\w)")
# A vote of 105 to 15 is no range: nothing is counted behind it.
_RANGE = re.compile(
    r"\b(\d[\d,]*(?:\.\d+)?) (?:to|and) (\d[\d,]*(?:\.\d+)?) (?:million|billion|thousand|people|Yazidis|fighters|per cent|years|months|euros?|dollars?|US)\b"
)
MESSAGE = "{number} is almost {other}, which its sources print"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/background/united-nations.md", "adopted resolution 2379", "adopted resolution 2397"),
)
def numbers_in_prose(project: Project) -> Iterator[Problem]:
    """Digits exchanged, lost or doubled make another number, which no reader can tell from the right one."""
    numbers = _documents(project)
    for statement in statements(project):
        if not statement.passage.file.startswith("docs/") or not re.search(r"\d|\w{3}", statement.words):
            continue
        for found in _RESOLUTION.finditer(statement.words) if numbers else ():
            if (symbol := found[1] or found[2]) and not re.search(rf"(?<![\w]){re.escape(symbol)}(?!\d)", numbers):
                wrong, right = (
                    f"no record has a document numbered {symbol}",
                    "correct it, or add the document to data/sources.yml",
                )
                yield statement.at(found.start(), wrong, right)
        for found in _RANGE.finditer(statement.words):
            if float(found[1].replace(",", "")) > float(found[2].replace(",", "")):
                yield statement.at(found.start(), f"{found[0]} runs backwards", "write the smaller number first")
        if not cited(project, statement):
            continue
        text, places = numbers_at(statement.words, "en")
        said = {reading for _, _, readings in places for reading in readings}
        known: set[float] | None = None
        for start, end, readings in places:
            number = max(readings)
            if number < 10 or (number in _YEARS and "," not in text[start:end]):
                continue
            known = numbers_elsewhere(project, statement) if known is None else known
            if readings & known:
                continue
            near = sorted(other for other in known - said if other not in _YEARS and _almost(number, other))
            if near:
                meant = " or ".join(f"{other:,.10g}" for other in near)
                wrong = MESSAGE.format(number=text[start:end], other=meant)
                yield statement.at(0, wrong, "correct the one that is wrong, or cite the source that prints it")


def _documents(project: Project) -> str:
    records = project.records
    sources = [f"{source.number or ''} {source.title} {source.URL}" for source in records.of(Source).values()]
    return "\n".join([*sources, *(case.docket or "" for case in records.of(Case).values())])


def _almost(number: float, other: float) -> bool:
    """Whether one slip of the keyboard makes a number of the other."""
    one, two = f"{number:.10g}", f"{other:.10g}"
    if min(number, other) >= 100 and max(number, other) == 10 * min(number, other):
        return True
    if len(one) == len(two):
        changed = len(unlike(one, two)) == 1 and _exact(one) and _exact(two)
        return changed or neighbours_changed_over(one, two)
    return one_left_out(one, two) and _exact(one) and _exact(two)


def _exact(number: str) -> bool:
    """Whether it has digits enough to be no other number by chance."""
    return len(number.strip("0")) >= _DIGITS
