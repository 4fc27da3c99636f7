"""Nobody is named, reached or found by more than the record allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from builder.cache import by_text
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Event, Source
from builder.content.rules import Fault, rule

_PATTERNS = (
    (re.compile(r"(?:\+|(?<![\w.,/-])00)\d{1,3}[ ()/-]*\d(?:[ ()/-]*\d){5,}"), "a telephone number"),
    (re.compile(r"(?<![\w.,/-])0\d{2,4}(?:[ /-]\d{2,4}){2,}"), "a telephone number"),
    (
        re.compile(
            r"\b(?:call|dial|ring|phone|tel\.?) (?:\w+ )?\(?(?!(?:19|20)\d\d\b)(?:\d{2,5}\)?(?:[ /-]\d{2,})+|\d{6,})",
            re.IGNORECASE,
        ),
        "a telephone number",
    ),
    # Three decimals of a degree are a hundred metres.
    (re.compile(r"\b\d{1,3}\.\d{3,} ?°? ?[NSEW]\b|\b\d{1,3}° ?\d{1,2}[′'’]"), "a place closer than a village"),
    (re.compile(r"(?<=\w)@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b"), "an e-mail address"),
    (
        re.compile(r"(?:straße|strasse|gasse|allee|platz|weg) \d+|\b\d+ [A-Z]\w+ (?:Street|Road|Avenue)\b"),
        "an address where somebody may live",
    ),
)
# Without one of these a text holds none of them.
_NUMBERED = re.compile(r"[\d@]")
# A defendant whom the court names by an initial: Taha Al-J.
_INITIAL = re.compile(r"\b((?:[A-Z][\w’'-]+ )+(?:[A-Z][a-z]+-)?)([A-Z])\.")
_RIGHT = "delete it, or write it as the court and the organisation do"
MESSAGE = "the text holds {what}, {words}"


@rule("pages", message=MESSAGE, fault=Fault("docs/help.md", r"\Z", "\nCall +49 30 555 0123.\n"))
def private_data(project: Project) -> Iterator[Problem]:
    """What is printed once is copied for ever: a surname the court withheld, a number, a street."""
    named = [case.defendant for case in project.records.of(Case).values()]
    named += [event.title for event in project.records.of(Event).values()]
    initials = {name for text in named for name in _INITIAL.findall(text)}
    # In one pattern, for it is looked for in every text: the surname in full, or another initial.
    others = "|".join(
        rf"{re.escape(first)}(?:{initial}\w+|(?!{initial})[A-Z]\.)" for first, initial in sorted(initials)
    )
    names = ((re.compile(rf"\b(?:{others})"), "another name than the court’s"),) if others else ()
    patterns = (*_PATTERNS, *names)
    firsts = {first for first, _ in initials}
    for text, at in _texts(project):
        found = _numbered(text)
        if any(first in text for first in firsts):
            found = (*found, *_private(text, names))
        for position, what, words in found:
            yield at(position, MESSAGE.format(what=what, words=repr(words)), _RIGHT)
    for path in sorted((project.root / "data").glob("*.yml")):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if line.lstrip().startswith("#"):
                for pattern, what in patterns:
                    if private := pattern.search(line):
                        wrong = MESSAGE.format(what=what, words=repr(private[0]))
                        yield Problem(f"data/{path.name}", number, "comment", wrong, "delete it; the file is public")


@by_text
def _numbered(text: str) -> tuple[tuple[int, str, str], ...]:
    return _private(text, _PATTERNS) if _NUMBERED.search(text) else ()


def _private(text: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> tuple[tuple[int, str, str], ...]:
    """Where in the text, what it is, and its words."""
    return tuple((found.start(), what, found[0]) for pattern, what in patterns for found in pattern.finditer(text))


def _texts(project: Project) -> Iterator[tuple[str, Callable[[int, str, str], Problem]]]:
    """Every text of ours; what sources print in titles stands as it was printed."""
    for passage in project.passages():
        yield passage.text, passage.at
    for record in project.records:
        if isinstance(record, Source):
            continue
        for field, text in record.plain_texts():

            def at(_: int, wrong: str, right: str, record=record, field=field) -> Problem:  # type: ignore[no-untyped-def]
                return project.records.problem(record, field, wrong, right)

            yield text, at
