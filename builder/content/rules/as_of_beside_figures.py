"""A date typed beside a figure is the figure's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.dates import PartialDate
from builder.content.numbers_in_words import dates
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import newest
from builder.content.rules import Fault, rule

_CALL = re.compile(r"""\bfigure\(\s*["']([\w-]+)["']""")
_AS_OF = re.compile(r"\bas of ((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})\b", re.IGNORECASE)
MESSAGE = "{said} is typed beside a figure of {date}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault(
        "docs/background/isis.md", r"\Z", '\nAs of May 2011, {{ figure("rescued", "cited") }} had come back.\n'
    ),
)
def as_of_beside_figures(project: Project) -> Iterator[Problem]:
    """A newer count moves the number on, and the date would stay behind. A line holds one sentence."""
    figures = project.records.of(Figure)
    for page in project.pages.values():
        position = 0
        for line in page.body.splitlines(keepends=True):
            asked = [figures[newest(figures, key)] for key in _CALL.findall(line) if key in figures]
            said = _AS_OF.search(line)
            if asked and said and not any(_holds(said[1], figure.asof) for figure in asked):
                wrong = MESSAGE.format(said=said[0], date=" and ".join(figure.asof.words for figure in asked))
                right = "drop it: figure() prints its own date; or cite the older count in words of its own"
                yield Problem(f"docs/{page.path}", page.line_of(position + said.start()), "", wrong, right)
            position += len(line)


def _holds(said: str, asof: PartialDate) -> bool:
    """Whether a date in words is that of a figure, as precisely as the coarser of the two has it."""
    return any(
        year == point.year
        and (not month or not point.month or month == point.month)
        and (not day or not point.day or day == point.day)
        for year, month, day in dates(said.casefold(), "en")
        for point in (asof.start, asof.end)
    )
