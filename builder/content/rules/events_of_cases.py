"""An event or a change tells of a case its own court, country and day, and of a recognition its own body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.dates import PartialDate
from builder.content.phrases import values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Place, Recognition, Source
from builder.content.rules import Fault, rule
from builder.content.sayings import Said, dates_in, terms
from builder.content.told import said

_COURT = re.compile(r"\b(?:courts?|judges?|tribunal|trials?)\b", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:convict\w*|sentence[sd]?|acquit\w*|upholds?|upheld|removed)\b", re.IGNORECASE)
MESSAGE = "it says {said} of {case}, which is of {meant}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/timeline.yml", "title: A Swedish court convicts Lina", "title: A Danish court convicts Lina"),
)
def events_of_cases(project: Project) -> Iterator[Problem]:
    """A verdict told under another court’s name or on another day sends readers to the wrong trial."""
    records = project.records
    scene = said("countries", ((place.what, "en") for place in records.of(Place).values()))
    for one in project.sayings:
        if not one.own and len(one.cases) == 1:
            case = one.cases[0]
            for wrong in (*_elsewhere(one, case, scene), *_another_day(project, one, case)):
                yield records.problem(one.record, one.field, wrong, "correct the one that is wrong")
    for event in records.of(Event).values():
        for recognition in records.of(Recognition).values():
            if recognition.date == event.date and _keys(event) & _keys(recognition):
                for wrong in _of_another_body(event, recognition, scene):
                    yield records.problem(event, "title", wrong, "correct the one that is wrong")


def _elsewhere(one: Said, case: Case, scene: set[str]) -> Iterator[str]:
    meant = {value for text in _courts(case) for part in ("courts", "countries") for value in values(part, text, "en")}
    if _COURT.search(one.text) and meant:
        named = said("courts", [(one.text, "en")]) | said("countries", [(one.text, "en")]) - scene
        if named and not named & meant:
            yield MESSAGE.format(said=" and ".join(sorted(named)), case=case.id, meant=" and ".join(sorted(meant)))


def _another_day(project: Project, one: Said, case: Case) -> Iterator[str]:
    event = one.record if isinstance(one.record, Event) else None
    days = [decision.date for decision in case.decisions]
    if (
        event
        and one.field == "title"
        and _DECIDES.search(event.title)
        and not any(_meet(event.date, day) for day in days)
    ):
        yield f"it tells of a decision on {event.date}, and {case.id} has none of that day"
    printed = dates_in(one.text)
    if _DECIDES.search(one.text):
        known = [*days, *_known(project, case)]
        for point in printed:
            if not any(_meet(PartialDate(point, point), day) for day in known):
                yield f"it says {point.words}, and {case.id} has no such date"
    if event is None:
        return
    for term in sorted(terms(one.text)):
        of_it = [decision.date for decision in case.decisions if term in terms(decision.sentence or "")]
        told = [PartialDate(point, point) for point in printed] or [event.date]
        if of_it and not any(_meet(day, date) for day in of_it for date in told):
            yield f"{term[0]} years is the sentence of {of_it[0]}, and it tells of {told[0]}"


def _known(project: Project, case: Case) -> Iterator[PartialDate]:
    """The dates that the case’s own texts and words print, and those of its sources."""
    texts = [case.charge, case.matters, *(appeal.outcome for appeal in case.appeals)]
    texts += [item.translation or item.words for part in (case, *case.decisions) for item in part.evidence]
    yield from (PartialDate(point, point) for text in texts for point in dates_in(text))
    sources = project.records.of(Source)
    yield from (day for cited in case.sources if cited.key in sources and (day := sources[cited.key].issued))


def _of_another_body(event: Event, recognition: Recognition, scene: set[str]) -> Iterator[str]:
    for part, given in (("countries", recognition.country), ("bodies", recognition.body)):
        meant, named = values(part, given, "en"), said(part, [(event.title, "en")])
        named -= set() if meant & scene else scene
        if meant and named and not named & meant:
            yield MESSAGE.format(said=" and ".join(sorted(named)), case=recognition.id, meant=given)


def _courts(case: Case) -> list[str]:
    return [case.country, case.court, *(appeal.court for appeal in case.appeals)]


def _keys(record: Event | Recognition) -> set[str]:
    return {citation.key for citation in record.sources}


def _meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates can be of one day, as far as they are known."""
    return one.start.earliest <= other.end.latest and other.start.earliest <= one.end.latest
