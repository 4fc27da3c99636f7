"""An id that begins with a date agrees with its record's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.dates import PartialDate
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Change, Event
from builder.content.rules import Fault, rule

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=-)")
MESSAGE = "the id says {said}, the date {date}"


@rule("records", message=MESSAGE, fault=Fault("data/timeline.yml", "date: 2017-09-21", "date: 2017-09-22"))
def dates_in_ids(project: Project) -> Iterator[Problem]:
    """One of the two is a slip; of an interval, the id may have either end, or only its month or year."""
    records = project.records
    dated: list[Event | Change] = [*records.of(Event).values(), *records.of(Change).values()]
    for record in dated:
        if wrong := differs(record.id, record.date):
            yield records.problem(record, "date", wrong, "correct whichever is wrong")


def differs(key: str, date: PartialDate) -> str:
    """What is wrong with an id that begins with another date than its record's; empty where nothing is."""
    said = _DATE.match(key)
    if said and not any(f"{end}-".startswith(f"{said[0]}-") for end in (date.start, date.end)):
        return MESSAGE.format(said=said[0], date=date)
    return ""
