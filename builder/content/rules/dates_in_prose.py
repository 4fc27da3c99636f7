"""A date in prose is the one that its sources and their records print."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from builder.content.attested import Date, attested, cited, dates_elsewhere
from builder.content.dates import Point
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Source
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, statements

# A report tells what happened on the day before it, whose date its words need not print.
_REPORTED = datetime.timedelta(days=2)
MESSAGE = "{date} is almost {other}, which its sources print"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/background/united-nations.md", r"^- \*\*21 September 2017", "- **12 September 2017"),
)
def dates_in_prose(project: Project) -> Iterator[Problem]:
    """Digits exchanged, another month or another year: the rest of the project remembers what was meant."""
    anywhere: set[Date] = set().union(*attested(project.records).dates.values())
    for statement in statements(project):
        read = {date for date in statement.dates if date[1] and (date[0] or date[2])}
        said = {date for date in read if not _finer(date, read)}
        if not said or not cited(project, statement):
            continue
        known = dates_elsewhere(project, statement)
        for date in sorted(said):
            if _stands(date, known) or _reported(project, statement, date):
                continue
            if not (date[0] and date[2]) and (_stands(date, anywhere) or _elsewhere(project, statement, date)):
                # Without its day, or its year, a date is one of many.
                continue
            near = [other for other in known if _almost(date, other) and not _stands_for(other, said)]
            if near:
                meant = " or ".join(dict.fromkeys(map(_words, sorted(near))))
                wrong = MESSAGE.format(date=_words(date), other=meant)
                yield statement.at(0, wrong, "correct the one that is wrong, or cite the source that prints it")


def _stands(date: Date, known: Iterable[Date]) -> bool:
    """Whether a date is among those known, as precisely as it is said."""
    return any(
        all(not one or one == other for one, other in zip(date, each, strict=True))
        or (not each[0] and date[1:] == each[1:])
        for each in known
    )


def _stands_for(date: Date, said: set[Date]) -> bool:
    return any(all(not one or one == other for one, other in zip(each, date, strict=True)) for each in said)


def _finer(date: Date, said: set[Date]) -> bool:
    """Whether the line says the same date more precisely: how a date is read without its year or day."""
    return any(each != date and _stands(date, [each]) for each in said)


def _reported(project: Project, statement: Statement, date: Date) -> bool:
    year, month, day = date
    if not (year and day):
        return False
    sources = project.records.of(Source)
    for key in cited(project, statement):
        issued = sources[key].issued if key in sources else None
        try:
            since = issued.end.earliest - datetime.date(year, month, day) if issued and issued.end.day else None
        except ValueError:
            return False
        if since is not None and datetime.timedelta() <= since <= _REPORTED:
            return True
    return False


def _elsewhere(project: Project, statement: Statement, date: Date) -> bool:
    return any(other is not statement and _stands(date, other.dates) for other in statements(project) if other.dates)


def _almost(date: Date, other: Date) -> bool:
    """Whether one slip makes a date of the other: another year or month, digits of the day, day and month exchanged."""
    if not other[1] or (date[2] and not other[2]) or (date[0] and not other[0]):
        return False
    differ = [place for place in (0, 1, 2) if date[place] and date[place] != other[place]]
    if differ == [1, 2] and date[1:] == (other[2], other[1]):
        return True
    if len(differ) != 1 or (differ == [1] and not (date[0] and date[2])):
        return False
    one, two = f"{date[2]:02}", f"{other[2]:02}"
    return differ != [2] or one == two[::-1] or (one[0] == two[0]) != (one[1] == two[1])


def _words(date: Date) -> str:
    words = Point(date[0] or 2000, date[1], date[2]).words
    return words if date[0] else words.removesuffix(" 2000")
