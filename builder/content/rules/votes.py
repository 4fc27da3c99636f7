"""A vote went as the words of its sources say."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.numbers_in_words import states
from builder.content.phrases import Counted, counted, knows, named, values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Recognition
from builder.content.rules import Fault, rule

MESSAGE = "{number} is not said of the votes {side}"
# A tally names those in favour first.
_IN_A_TALLY = {1: "for", 2: "against"}


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/recognitions.yml", "for: 105, against: 61", "for: 61, against: 105"),
)
def votes(project: Project) -> Iterator[Problem]:
    """For and against change over within one sentence, and all its numbers are still there."""
    for recognition in project.records.of(Recognition).values():
        given = recognition.votes.model_dump(by_alias=True, exclude_none=True) if recognition.votes else {}
        if not given or not recognition.evidence:
            continue
        # Other words of its sources count other things.
        of_it = [
            item for item in recognition.evidence if any(states([item], number) for number in given.values() if number)
        ]
        said = [(each, _sides(each, lang)) for each, lang in counted(of_it)]
        of_one_mind = any(values("all", item.words, item.lang) for item in recognition.evidence)
        for side, number in given.items():
            wrong = MESSAGE.format(number=number, side=side)
            right = "copy the number from the words: " + "; ".join(f"“{item.words}”" for item in recognition.evidence)
            of_this = [number in each.readings for each, sides in said if side in sides]
            others = [side not in sides for each, sides in said if number in each.readings and sides]
            if (of_this and not any(of_this)) or (others and all(others) and not (number == 0 and of_one_mind)):
                yield project.records.problem(recognition, f"votes.{side}", wrong, right)
            elif number == 0 and not (of_this or of_one_mind) and _compared(side, recognition):
                wrong = f"no words say that nobody was {side}"
                yield project.records.problem(recognition, f"votes.{side}", wrong, f"leave {side} out, or {right}")


def _sides(each: Counted, lang: str) -> set[str]:
    """The side that a number is said of: by its place in a tally, by what follows it, or by what leads to it."""
    if each.tally:
        return {_IN_A_TALLY[each.tally]}
    behind, before = named("votes", each.behind, lang), named("votes", each.before, lang)
    return set(behind[0].values if behind else before[-1].values if before else ())


def _compared(side: str, recognition: Recognition) -> bool:
    return all(knows("votes", side, item.lang) for item in recognition.evidence)
