"""How many convictions stand, and since when courts of which countries have judged."""

from __future__ import annotations

from builder.content.records import Case
from builder.content.vocabulary import vocabulary
from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer, leading


@page_function
def court_totals(renderer: Renderer) -> str:
    """How many convictions stand for each crime, and in which mode of liability; and the first judgment of each country."""
    cases = list(renderer.records.of(Case).values())
    totals = []
    for crime in vocabulary().crimes[:3]:
        by_mode = []
        for mode, words in vocabulary().modes.items():
            among = [case for case in cases if any((one.crime, one.mode) == (crime, mode) for one in case.standing)]
            by_mode += [(words.counted, among)] if among else []
        totals.append((crime, [case for case in cases if case.stands_for(crime)], by_mode))
    judged = sorted(
        ((case.first_instance.date.start, case) for case in cases if case.first_instance), key=lambda each: each[0]
    )
    firsts: dict[str, tuple[int, Case]] = {}
    for point, case in judged:
        firsts.setdefault(case.country, (point.year, case))
    return renderer.render(
        "lists/court_totals.md", cases=cases, totals=totals, firsts=[*firsts.values()], sources=leading
    )
