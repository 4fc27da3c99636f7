"""A date in prose is one of the calendar: its day exists, its weekday is its own, it has come, and spans run forwards."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from difflib import get_close_matches

from builder.cache import by_text
from builder.content.dates import WEEKDAYS, PartialDate, Point
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import own_words
from builder.content.vocabulary import of_months, vocabulary

_DATE = rf"(?:\b({'|'.join(WEEKDAYS)}),? )?\b(?:(\d{{1,2}}) )?(MONTH)(?: (\d{{4}}))?\b|\b(?:in|of|since|by|until|from|to|and|between|early|late) (\d{{4}})\b"
_LIKE_A_MONTH = re.compile(r"\b\d{1,2} ([A-Z][a-z]{2,9}) \d{4}\b")
_DAY_FIRST = (
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th) (?:of )?MONTH\b|\bMONTH \d{1,2}(?:st|nd|rd|th)?, \d{4}"
)
_SPAN = (
    r"\b(from|between) ((?:\d{1,2} )?(?:MONTH )?(?:\d{4}))\b(?: to | and | until )((?:\d{1,2} )?(?:MONTH )?(?:\d{4}))\b"
)
# What is told of a day that has not come: it is planned, or the line names an end or a beginning.
_PLANNED = re.compile(
    r"\b(?:expect|plan|scheduled|announc|due|ends?\b|until|will\b|from\b|by\b|next\b|new\b|(?:was|were|is|are) to\b|set for)",
    re.IGNORECASE,
)
_JOINED = re.compile(r" (?:to|and|until) ")
_FAR = 5
_DIGIT = re.compile(r"\d{4}|\d{1,2} [A-Z]|\d[./-]\d|\d(?:st|nd|rd|th)")
MESSAGE = "{date} {wrong}"


@rule("pages", message=MESSAGE, fault=Fault("docs/story/in-brief.md", "On Thursday 9 March", "On Wednesday 9 March"))
def calendar_dates(project: Project) -> Iterator[Problem]:
    """Only dates in records are parsed as dates; in a sentence a slip of the keyboard makes a day that never was."""
    today = datetime.date.today()
    for statement in own_words(project):
        words = statement.words
        # Most lines have neither a month with a day or a year nor a year, and are passed at a glance.
        if not _DIGIT.search(words):
            continue
        prose = "" if statement.plain or "`" in statement.raw else statement.unquoted
        for slip in _slips(words, prose, today, vocabulary().months):
            yield statement.at(*slip)


@by_text
def _slips(words: str, prose: str, today: datetime.date, months: tuple[str, ...]) -> tuple[tuple[int, str, str], ...]:
    """Each with its place and what would be right. prose: the words that are written as dates are here, if any."""
    slips = []
    for found in of_months(_DATE).finditer(words):
        if told := _told(found, today, _PLANNED.search(words) is not None):
            slips.append((found.start(), MESSAGE.format(date=found[0], wrong=told), "correct the date"))
    for found in _LIKE_A_MONTH.finditer(words):
        if found[1] not in months:
            hint = " or ".join(get_close_matches(found[1], months, n=1)) or "the month in full"
            slips.append((found.start(), MESSAGE.format(date=found[0], wrong="has no such month"), f"write {hint}"))
    for found in of_months(_DAY_FIRST).finditer(prose):
        wrong = MESSAGE.format(date=found[0], wrong="is not written as dates are here")
        slips.append((found.start(), wrong, "write 6 November 2025"))
    for found in of_months(_SPAN, re.IGNORECASE).finditer(words) if _JOINED.search(words) else ():
        first, second = _point(found[2]), _point(found[3])
        if first and second and first.earliest > second.latest:
            wrong = MESSAGE.format(date=found[0], wrong="runs backwards")
            slips.append((found.start(), wrong, "write the earlier date first"))
    return tuple(slips)


def _told(found: re.Match[str], today: datetime.date, planned: bool) -> str:
    """What is wrong with a date, in words; empty where nothing is."""
    weekday, day, month, year, alone = found.groups()
    if alone:
        late = today.year < int(alone) < 2100 and (not planned or int(alone) > today.year + _FAR)
        return "has not come yet" if late else ""
    try:
        point = Point.parse(
            "-".join(
                filter(None, [year or "2024", f"{vocabulary().months.index(month) + 1:02}", day and f"{int(day):02}"])
            )
        )
    except ValueError as error:
        return str(error).partition(" ")[2].partition("; ")[0]
    if not year:
        return ""
    if weekday and day and WEEKDAYS[point.earliest.weekday()] != weekday:
        return f"was a {WEEKDAYS[point.earliest.weekday()]}"
    late = point.earliest > today + datetime.timedelta(days=1)
    return "has not come yet" if late and (not planned or point.year > today.year + _FAR) else ""


def _point(words: str) -> Point | None:
    parts = words.split()
    months = vocabulary().months
    try:
        month = f"-{months.index(parts[-2]) + 1:02}" if len(parts) > 1 else ""
        day = f"-{int(parts[0]):02}" if len(parts) > 2 else ""
        return PartialDate.parse(f"{parts[-1]}{month}{day}").start
    except ValueError:
        return None
