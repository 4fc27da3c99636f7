"""A sentence says of a figure what the figure counts, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.dates import PartialDate
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Figure
from builder.content.records.figure import newest
from builder.content.rules import Fault, rule
from builder.content.statements import statements
from builder.content.vocabulary import of_months

_CALL = re.compile(r"""\{\{\s*figure\(\s*["']([\w-]+)["'](?:[^{}]*?\bof=["']([^"']*)["'])?[^{}]*\}\}""")
_CALLOUTS = re.compile(r"\{\{\s*callouts\((.*?)\)\s*\}\}", re.DOTALL)
_LABEL = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
_DATE = r"(?:\d{1,2} )?(?:MONTH )?(?:19|20)\d{2}"
# In May 2024 officials counted {{ … }}: in one clause, with a word of counting between.
_BEFORE = (
    rf"\b(?:[Ii]n|[Oo]n|[Bb]y|[Oo]f|[Aa]t the end of|[Aa]s of) ({_DATE})\b[^.,;:{{}}]*"
    r"\b(?:count|list|estimat|report|record|put|registered|number|knew|know|found|identif|stood|there were|had been|it was|said|spoke|wrote)\w*\b[^.,;:{}]*\Z"
)
_BEHIND = rf"\A(?: (?:had been|were|was|have been) \w+)? (?:in|by|as of|on) ({_DATE})\b"
MESSAGE = "{said!r} is said of {figure}, which counts {counts}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/index.md", r'figure\("missing-2026", of="Yazidis"', 'figure("missing-2026", of="mass graves"'),
)
def figures_in_sentences(project: Project) -> Iterator[Problem]:
    """The key is copied from one sentence into another, and the number of the graves stands before the dead."""
    figures = project.records.of(Figure)
    for statement in statements(project):
        for found in _CALL.finditer(statement.raw) if "figure(" in statement.raw else ():
            if found[1] not in figures:
                continue
            figure = figures[newest(figures, found[1])]
            if found[2] and not _counts(found[2], figure, 1):
                yield statement.at(found.start(), *_other(found[2], figure))
            for said in (
                of_months(_BEFORE).search(statement.raw[: found.start()]),
                of_months(_BEHIND).match(statement.raw[found.end() :]),
            ):
                if said and not _of(said[1], figure.asof):
                    wrong = f"{said[1]} is typed beside a figure of {figure.asof.words}"
                    right = "drop it: figure() prints its own date; or ask for the figure of that date"
                    yield statement.at(found.start(), wrong, right)
    for page in project.pages.values():
        for call in _CALLOUTS.finditer(page.body):
            for name, label in _LABEL.findall(call[1]):
                figure_of = figures.get(name.replace("_", "-"))
                if figure_of and not _counts(label, figure_of, 2):
                    yield Problem(f"docs/{page.path}", page.line_of(call.start()), "", *_other(label, figure_of))


def _other(said: str, figure: Figure) -> tuple[str, str]:
    wrong = MESSAGE.format(said=said, figure=figure.id, counts=figure.counts)
    return wrong, "ask for the figure that is meant, or say what this one counts"


def _counts(said: str, figure: Figure, share: int) -> bool:
    """Whether enough of the words stand in what the figure counts: one of them, or more than half."""
    counted = f"{figure.counts} {figure.unit}".casefold()
    words = [word for word in re.findall(r"[^\W\d_]+", said.casefold()) if len(word) > 4]
    stand = sum(word[:5] in counted for word in words)
    return not words or (stand > 0 if share == 1 else stand * share > len(words))


def _of(said: str, asof: PartialDate) -> bool:
    """Whether a typed date is that of a figure, as precisely as the coarser of the two has it."""
    return any(
        said.endswith(point.words) or point.words.endswith(said) or str(point.year) == said
        for point in (asof.start, asof.end)
    )
