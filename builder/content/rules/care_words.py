"""Words that hurt, date themselves or judge before a court did stand only where they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cache import by_text
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import own_words

# What is never ours to say, in small letters, and what is said instead.
_INSTEAD = (
    (
        r"sex[- ]slaves?|slave[- ]girls?|(?:isis|isil|is|jihadi)[- ](?:brides?|wife|wives)|concubines?",
        "write who did it: women and girls whom ISIS enslaved; a woman who joined ISIS",
    ),
    (r"sects?|cults?", "write religion or community"),
    (r"(?<!called )(?<!slander of )devil[- ]worship\w*", "it is a slander; quote it where it is answered"),
    (
        r"the islamic state(?! (?:of|in) iraq)|so-called (?:islamic state|is|isis)|daesh|da’esh|isil",
        "write ISIS; quote the name where it is explained",
    ),
    (
        r"terrorists?(?! (?:offences?|organi[sz]ations?|groups?|acts?|attacks?|crimes?|law))",
        "write what the person was charged with or convicted of",
    ),
    (
        r"currently|recently|nowadays|at present|these days|(?<!usa )today|this (?:year|month)|(?<!one )(?<!’s )(?<!its )(?<!the )last (?:year|month)|yesterday|tomorrow",
        "write the date: as of 6 November 2025, in March 2026",
    ),
    (r"reportedly|allegedly|it is (?:well )?known that|sources say|experts say", "write who says so"),
    (r"so-called", "quote the name, or say who calls it so"),
)
# The place of the names of ISIS among them.
_NAMES = 3
_NEVER = re.compile(rf"\b(?:{'|'.join(f'(?P<g{number}>{words})' for number, (words, _) in enumerate(_INSTEAD))})(?!\w)")
# What names are explained in: a line that says which of them is written, by whom.
_ON_NAMES = re.compile(r"\b(?:call\w*|writes?|known as|names?|ISIS and|and ISIL)\b")
MESSAGE = "there is {words!r} outside a quotation"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "enslaved people", "sex slaves"))
def care_words(project: Project) -> Iterator[Problem]:
    """Survivors read this site, nobody is guilty before a verdict, and what is current today is not tomorrow."""
    for statement in own_words(project):
        for start, end, number in _said(statement.unquoted):
            # Records give names of acts and bodies as they are.
            if not (number == _NAMES and (statement.plain or _ON_NAMES.search(statement.words))):
                yield statement.at(start, MESSAGE.format(words=statement.words[start:end]), _INSTEAD[number][1])


@by_text
def _said(words: str) -> tuple[tuple[int, int, int], ...]:
    """Start and end of what is never ours to say, and its place in _INSTEAD."""
    return tuple((*found.span(), int((found.lastgroup or "")[1:])) for found in _NEVER.finditer(words.lower()))
