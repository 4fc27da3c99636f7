"""A verdict end to end: one source and one case are asked for; the event, the line in the change log and our own counts
follow from them. `make new KIND=verdict`."""

from __future__ import annotations

from dataclasses import replace

from builder.content.citations import Citation
from builder.content.numbers_in_words import compute
from builder.content.records import Case, Change, Event, Figure, Record
from builder.content.rules.computed_figures import COUNTS, counted
from builder.content.vocabulary import vocabulary
from builder.rendering.site import Site
from builder.writing.draft import Draft
from builder.writing.questions import Fields, Questions, Say


def ask(questions: Questions, draft: Draft, say: Say) -> None:
    """Asks for the case and its judgment, and offers what follows."""
    say("\nThe case:")
    fields = questions.record(Case, needed={"first_instance"})
    case = Case.model_validate(fields)
    judgment = case.first_instance
    assert judgment is not None, "it was needed"
    source = questions.known.sources[case.sources[0].key]
    title, text, what, why = (
        Site(draft.root)
        .render(
            "new/verdict.md",
            case=case,
            judgment=judgment,
            source=source,
            status=vocabulary().case_statuses[case.status].printed,
            joined=vocabulary().joined,
        )
        .strip()
        .splitlines()
    )
    decided = fields["first_instance"]
    proof = {name: decided[name] for name in ("evidence", "unread") if name in decided}
    event = {"date": str(judgment.date), "title": title, "text": text, "threads": ["courts"], "importance": 2, **proof}
    page = questions.known.page_asking("cases")
    change = {"page": f"{page}#{case.id}", "what": what, "why": why}
    following: dict[str, tuple[type[Record], Fields]] = {
        "event": (Event, questions.follows(Event, {**event, "sources": fields["sources"]})),
        "change": (Change, questions.follows(Change, change)),
    }
    say(f"\nWhat follows:\n  event: {title}. {text}\n  change: {what} {why}")
    offered = [f"{name} {field}" for name, (_, found) in following.items() for field in found]
    question = "Right? y, or what to answer anew, such as event title"
    while (said := questions.text(question, lambda said: _not_offered(said, offered), "y")) != "y":
        name, _, field = said.partition(" ")
        questions.again(*following[name], field)
    _raise_counts(draft, fields, say)


def _not_offered(said: str, offered: list[str]) -> str:
    return "" if said in ("y", *offered) else f"there is no {said}; write y, or one of {', '.join(offered)}"


def _raise_counts(draft: Draft, fields: Fields, say: Say) -> None:
    """Brings the figures that count our own cases up to date."""
    case = Case.model_validate(fields)
    judged = case.first_instance.date if case.first_instance else case.asof
    cases = {**draft.records.by_file["cases"], case.id: case}
    records = replace(draft.records, by_file={**draft.records.by_file, "cases": cases})
    totals = {name: float(len(counted(name, records))) for name in COUNTS}
    for figure in draft.records.of(Figure).values():
        if figure.computed not in COUNTS:
            continue
        total = int(compute(figure.computed, totals))
        if total == figure.value:
            continue
        say(f"{figure.id}: {figure.value} -> {total}; see its note and its sources")
        draft.values[Figure, figure.id, "value"] = total
        if judged.end > figure.asof.end:
            # As precisely as it was.
            draft.values[Figure, figure.id, "asof"] = str(judged.end)[: len(str(figure.asof.end))]
        key = Citation.parse(str(fields["sources"][0]).removeprefix("@")).key
        if key not in {citation.key for citation in figure.sources}:
            draft.items[Figure, figure.id, "sources"] = key
