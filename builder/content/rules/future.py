"""Nothing is dated later than today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from yaml import YAMLError

from builder.content.dates import PartialDate
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

MESSAGE = "{date} has not come yet"
_RIGHT = "write a date that has come; what is only planned is told in words"


@rule("pages", message=MESSAGE, fault=Fault("data/organisations.yml", r"confirmed: .*", "confirmed: 2099-01-01"))
def future(project: Project) -> Iterator[Problem]:
    """What a record says happened, was read or was confirmed has happened; a slip of the year would not be seen."""
    # Where it is already tomorrow, people write today's date.
    latest = datetime.date.today() + datetime.timedelta(days=1)
    for record in project.records:
        for field, date in record.items():
            if isinstance(date, PartialDate) and date.end.earliest > latest:
                yield project.records.problem(record, field, MESSAGE.format(date=date), _RIGHT)
    for page in project.pages.values():
        try:
            reviewed = page.front.reviewed
        except (ValueError, YAMLError):
            continue
        if reviewed.end.earliest > latest:
            wrong, line = MESSAGE.format(date=reviewed), page.front_line(("reviewed",))
            yield Problem(f"docs/{page.path}", line, "front matter, field reviewed", wrong, _RIGHT)
