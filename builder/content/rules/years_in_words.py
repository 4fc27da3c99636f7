"""What a year stands for in short happened in it: its courts, its countries and its bodies are those of its events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.phrases import values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event
from builder.content.rules import Fault, rule
from builder.content.told import says, words_of

_BODY = re.compile(r"\b(court|commission|council|parliament|government|tribunal|president)", re.IGNORECASE)
MESSAGE = "{said} is named, and in {year} no event or judgment is of it"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/timeline.yml", "year_in_short: A Paris court", "year_in_short: A Brussels court"),
)
def years_in_words(project: Project) -> Iterator[Problem]:
    """The strip of years on the home page is read by people who read nothing else."""
    events = list(project.records.of(Event).values())
    for event in events:
        if not event.year_in_short:
            continue
        year = event.date.start.year
        texts = [(f"{one.title} {one.text}", "en") for one in events if one.date.start.year == year]
        texts += [text for one in events if one is event for text in words_of(one.evidence)]
        texts += [
            (f"{case.country} {court}", "en")
            for case in project.records.of(Case).values()
            for decision in case.decisions
            for court in (getattr(decision, "court", case.court),)
            if decision.date.year == year
        ]
        lacking = [
            value
            for part in ("courts", "countries")
            for value in sorted(values(part, event.year_in_short, "en"))
            if not says(part, value, texts)
        ]
        own = " ".join([event.title, event.text, *(text for text, _ in words_of(event.evidence))])
        bodies = {body.casefold() for body in _BODY.findall(event.year_in_short)}
        lacking += sorted(body for body in bodies if body not in own.casefold())
        for said in lacking:
            wrong = MESSAGE.format(said=said, year=year)
            yield project.records.problem(event, "year_in_short", wrong, "write what its events tell")
