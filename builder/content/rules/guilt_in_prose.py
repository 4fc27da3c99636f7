"""Prose says of a defendant no other conviction than the one that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case
from builder.content.rules import Fault, rule
from builder.content.statements import own_words

# Of genocide, of aiding it, of another crime: in one clause behind the word.
_GUILTY = re.compile(
    r"\b(?:convicted|guilty|conviction|convicts)\b[^.;]{0,40}?\b(?:of|for) (?!aiding|complicity)(?:\w+ (?:and|or) )?(genocide|crimes? against humanity|war crimes?)\b"
)
_NOT = re.compile(
    r"\b(?:not|nobody|never|acquitted|no longer|nor|accused|charged|without|neither|whether|until|if|one)\b",
    re.IGNORECASE,
)
_MURDERER = re.compile(
    r"\b(?:murderer|perpetrator|criminal|killer|rapist|slaveholder|enslaver|génocidaire)s?\b(?! (?:court|law|case|proceeding|inquiry|charge|trial|code|investigat|organi|responsib|justice|police|chamber|complaint|act))"
)
MESSAGE = "{name} is said to be convicted of {crime}, and no such conviction stands"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault(
        "docs/since/in-court.md", "^In June 2024 US", "Nurten J. was convicted of genocide in 2021.\nIn June 2024 US"
    ),
)
def guilt_in_prose(project: Project) -> Iterator[Problem]:
    """Nobody is called guilty of more than a court found, and of nothing that fell on appeal."""
    cases = [case for case in project.records.of(Case).values() if len(case.defendant) > 3]
    for statement in own_words(project):
        words = statement.unquoted
        found = _GUILTY.search(words)
        named = [case for case in cases if case.defendant in words] if found or _MURDERER.search(words) else []
        if not named:
            continue
        if judged := _MURDERER.search(words):
            wrong = f"{named[0].defendant} is called {judged[0]}"
            yield statement.at(judged.start(), wrong, "write what the court convicted the person of, or the charge")
        before = (
            max((words.rfind(case.defendant, 0, found.start()), case.defendant) for case in named)
            if found
            else (-1, "")
        )
        if not found or before[0] < 0 or _NOT.search(words[before[0] : found.end()]):
            continue
        crime = re.sub(r"^crime\b", "crimes", found[1])
        own = [case for case in named if case.defendant == before[1]]
        convicted = {
            one.crime
            for case in own
            for one in [*case.standing, *(case.first_instance.convicted_of if case.first_instance else [])]
            if one.mode != "aiding"
        }
        if crime not in convicted:
            wrong = MESSAGE.format(name=before[1], crime=crime)
            stands = ", ".join(str(one) for case in own for one in case.standing) or "none"
            yield statement.at(found.start(), wrong, f"write the conviction that stands: {stands}")
