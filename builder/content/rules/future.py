"""Nothing is dated later than today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pydantic import BaseModel
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
        for field, date in _dates(record):
            if date.end.earliest > latest:
                yield project.records.problem(record, field, MESSAGE.format(date=date), _RIGHT)
    for page in project.pages.values():
        try:
            reviewed = page.front.reviewed
        except (ValueError, YAMLError):
            continue
        if reviewed.end.earliest > latest:
            wrong, line = MESSAGE.format(date=reviewed), page.front_line(("reviewed",))
            yield Problem(f"docs/{page.path}", line, "front matter, field reviewed", wrong, _RIGHT)


def _dates(model: BaseModel, way: str = "") -> Iterator[tuple[str, PartialDate]]:
    """Every date of a record, with the way to its field."""
    for name, value in model:
        field = f"{way}{type(model).model_fields[name].alias or name}"
        if isinstance(value, PartialDate):
            yield field, value
        elif isinstance(value, BaseModel):
            yield from _dates(value, f"{field}.")
        elif isinstance(value, list):
            for position, item in enumerate(value, 1):
                if isinstance(item, BaseModel):
                    yield from _dates(item, f"{field}.{position}.")
