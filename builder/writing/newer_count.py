"""The same office counts the same thing again: `make new KIND=count`. The older figure stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from builder.content.records import Change, Figure
from builder.content.records.figure import newest
from builder.content.unknown import NO_SUCH
from builder.rendering.site import Site
from builder.writing import likely
from builder.writing.draft import Draft
from builder.writing.follows import printing
from builder.writing.questions import Questions, Say


def ask(questions: Questions, draft: Draft, say: Say) -> None:
    """Asks for the older count, the source, the number and its date, and offers the line in the change log."""
    figures = draft.records.of(Figure)
    older = figures[
        questions.text("The id of the older count", lambda name: _no_older(figures, name), of=(Figure, "supersedes"))
    ]
    fields = questions.record(Figure, likely.newer(older))
    newer = Figure.model_validate(fields)
    source = questions.known.sources[newer.sources[0].key]
    text = Site(draft.root).render("new/count.md", older=older, newer=newer, source=source)
    what, why = text.strip().splitlines()
    first = next(printing(draft.root, figures, older.id), "").removeprefix("docs/").partition(":")[0]
    page = first or f"{questions.known.page_asking('figures')}#{newer.id}"
    say("\nThe line in Changes and corrections:")
    questions.record(Change, {"page": page, "what": what, "why": why})


def _no_older(figures: Mapping[str, Figure], name: str) -> str:
    if name not in figures:
        return f"{NO_SUCH.format(kind=Figure.kind, id=name)}; look with ? and words of it"
    last = newest(figures, name)
    return f"{last} replaces it already; name that one" if last != name else ""
