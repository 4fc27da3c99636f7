"""Dates that are only as precise as what is known: a year, a month, a day, or an interval of these.

Written as in ISO 8601: 2014, 2014-08, 2014-08-03, 2017-03-07/2017-03-09.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import shown

FORMS = "YYYY, YYYY-MM, YYYY-MM-DD or two of these joined by a slash"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEARS = range(1000, 2101)


@dataclass(frozen=True, order=True)
class Point:
    """A year, a month or a day; month and day are 0 where not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Point:
        """Reads one ISO date at its precision. Raises ValueError with what would be right."""
        found = _POINT.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not a date; write {FORMS}")
        year, month, day = (int(part or 0) for part in found.groups())
        if year not in _YEARS:
            raise ValueError(f"{text!r} has the year {year}; write a year from {_YEARS[0]} to {_YEARS[-1]}")
        if found[2]:
            if not 1 <= month <= 12:
                raise ValueError(f"{text!r} has no such month; months run from 01 to 12")
            last = calendar.monthrange(year, month)[1]
            if found[3] and not 1 <= day <= last:
                name = vocabulary().months[month - 1]
                raise ValueError(f"{text!r} is an impossible date; {name} {year} has {last} days")
        return cls(year, month, day)

    def __str__(self) -> str:
        """ISO 8601 at the date's own precision."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def earliest(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """As printed: 2016, June 2016, 16 June 2016."""
        month = vocabulary().months[self.month - 1] if self.month else ""
        return " ".join(filter(None, [str(self.day or ""), month, str(self.year)]))


@dataclass(frozen=True, order=True)
class PartialDate:
    """A point in time at its precision, or an interval between two."""

    start: Point
    end: Point

    @classmethod
    def parse(cls, value: object) -> PartialDate:
        """Reads a date as it stands in a data file (a string, or a bare year as a number)."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise ValueError(f"{shown(value)} is not a date; write {FORMS}")
        first, slash, second = str(value).strip().partition("/")
        start = Point.parse(first)
        end = Point.parse(second) if slash else start
        if slash and end <= start:
            raise ValueError(f"{value!r} ends before it starts; write the earlier date first")
        return cls(start, end)

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.end.year

    @property
    def words(self) -> str:
        """As printed in running text: 16 June 2016, 7–9 March 2017, August 2014 to March 2017."""
        start, end, joins = self.start, self.end, vocabulary().joins
        if start == end:
            return end.words
        if start.day and end.day and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}{joins.between_days}{end.words}"
        if not (start.month or end.month):
            return f"{start.year}{joins.between_days}{end.year}"
        if start.year == end.year:
            return f"{start.words.removesuffix(f' {start.year}')}{joins.range}{end.words}"
        return f"{start.words}{joins.range}{end.words}"


DateField = Annotated[
    PartialDate,
    BeforeValidator(PartialDate.parse),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "integer"], "description": f"{FORMS}."}),
]
