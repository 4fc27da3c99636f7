"""A date that a source prints falls on the weekday that stands beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from builder.content.dates import WEEKDAYS
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import is_ours
from builder.content.vocabulary import of_months, vocabulary

_DATE = (
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})\W{{1,3}})?"
    r"(?<![\d.,])(?P<day>\d{1,2}) (?P<month>MONTH)\b(?:,? (?P<year>\d{4})\b)?"
)
_LEAP = 2024
MESSAGE = "{date} was a {weekday}, not a {said}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/cases.yml", "on Friday 2 October 2020", "on Thursday 2 October 2020"),
)
def weekdays(project: Project) -> Iterator[Problem]:
    """Weekday and date are two witnesses of one day; where they disagree, one was copied wrongly. What we wrote ourselves is
    held to the calendar by `calendar_dates`.
    """
    months = vocabulary().months
    for record, field, text in project.texts:
        if is_ours(record, field, text):
            continue
        for found in of_months(_DATE).finditer(text):
            # Without its year a day may be any of that month's.
            year, month = int(found["year"] or _LEAP), months.index(found["month"]) + 1
            try:
                weekday = WEEKDAYS[datetime.date(year, month, int(found["day"])).weekday()]
            except ValueError:
                wrong = f"there is no {found['day']} {found['month']} {found['year'] or ''}".rstrip()
                yield project.records.problem(record, field, wrong, "correct the day")
                continue
            if found["year"] and found["weekday"] and weekday != found["weekday"]:
                date = f"{found['day']} {found['month']} {year}"
                wrong = MESSAGE.format(date=date, weekday=weekday, said=found["weekday"])
                yield project.records.problem(record, field, wrong, "correct the one that is wrong")
