"""New records, asked for on the terminal, held to the build's rules, and only then written. `make new KIND=event`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from builder.content.problems import Problem
from builder.content.records import KINDS, Record
from builder.content.records.load import load
from builder.content.rules import idle_sources
from builder.writing import follows, new_page, newer_count, verdict
from builder.writing.draft import Draft, in_record
from builder.writing.look_up import Known
from builder.writing.proofread import keep
from builder.writing.questions import Ask, Questions, Say

# What is more than one record: it asks, and puts into the draft what follows from the answers.
PATHS: dict[str, Callable[[Questions, Draft, Say], None]] = {
    "verdict": verdict.ask,
    "count": newer_count.ask,
    "page": new_page.ask,
}


def new(root: Path, wanted: type[Record] | str, ask: Ask, say: Say) -> bool:
    """Asks for a record of a kind, or for what a path needs, and writes it. False where nothing was written."""
    records, _ = load(root / "data")
    questions = Questions(Known(records, root), ask, say)
    draft = Draft(root, records, questions.new)
    questions.opening()
    try:
        if isinstance(wanted, str):
            PATHS[wanted](questions, draft, say)
        else:
            questions.record(wanted)
        found = _agreed(questions, draft, ask, say)
    except EOFError:
        say("\nThe answers ended before all was answered; nothing was written.")
        return False
    if found is None:
        say("\nNothing was written.")
        return False
    draft.write()
    # Whoever gave it had the source before them.
    keep(root, draft.touched())
    say(f"\nWritten: {', '.join(draft.places())}. What follows:")
    for each in [*map(str, found), *follows.of(draft)]:
        say(f"- {each}")
    return True


def _agreed(questions: Questions, draft: Draft, ask: Ask, say: Say) -> list[Problem] | None:
    """What a build would say beside the new records, once it says nothing of these; None where nothing is to be written."""
    while True:
        found = draft.problems()
        wrong = [each for each in found if _new_and_wrong(each, draft)]
        if not wrong:
            return found
        say("\nA build would refuse it:")
        for each in wrong:
            say(f"- {each}")
        offered = [f"{kind.kind} {name}" for kind, fields in draft.new for name in fields]
        answer = ask(
            "What to answer again, such as event title; w to write it as it is; or empty for nothing: "
        ).strip()
        if answer in ("", "w"):
            return found if answer else None
        if answer not in offered:
            say(f"  there is no {answer}; write one of {', '.join(offered)}")
            continue
        name, _, field = answer.partition(" ")
        kind, fields = next(each for each in draft.new if each[0].kind == name)
        questions.again(kind, fields, field)


def _new_and_wrong(problem: Problem, draft: Draft) -> bool:
    """Whether a problem is one of a new record. That nobody cites a source yet is none: it follows."""
    return problem.wrong != idle_sources.MESSAGE and any(in_record(problem, *record) for record in draft.new)


def main(arguments: Sequence[str] | None = None) -> None:
    """Asks on the terminal, or of what is piped in."""
    kinds: dict[str, type[Record] | str] = {kind.kind: kind for kind in KINDS} | {name: name for name in PATHS}
    parser = argparse.ArgumentParser(description="Write a new record by answering questions.")
    parser.add_argument("kind", nargs="?", default="")
    name = parser.parse_args(arguments).kind
    if name not in kinds:
        raise SystemExit(
            f"{name or 'Nothing'} is no kind of record; write make new KIND=event, or one of {', '.join(sorted(kinds))}"
        )
    try:
        done = new(Path(__file__).resolve().parents[2], kinds[name], input, print)
    except KeyboardInterrupt:
        print("\nNothing was written.")
        done = False
    raise SystemExit(0 if done else 1)


if __name__ == "__main__":
    main()
