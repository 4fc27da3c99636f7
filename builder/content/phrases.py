"""What the words of a source call things, by the table `in_sources` of data/vocabulary.yml. Knows no files and no pages.

A passage is taken apart at its numbers and its stops: what stands behind a number, or else before it, says what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from builder.content.numbers_in_words import Passage, numbers_at
from builder.content.vocabulary import vocabulary

_STOP = re.compile(r"[.,;:،؛()|–—]|-(?=\s)|(?<=\s)-")
# As a tally is printed: 393-0, 278 votes to zero, 105 zu 61 Stimmen.
_TALLY = re.compile(r"\s*(?:votes? |voix |stimmen |stemmen |voti )?(?:-|–|to|zu|contre|tegen|a)\s*")


@dataclass(frozen=True)
class Named:
    """A phrase of the table in a text: the values that it stands for, and its extent."""

    values: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True)
class Counted:
    """A number as words state it, in every reading, with what stands before and behind it, up to the next stop or number."""

    readings: frozenset[float]
    before: str
    behind: str
    tally: int = 0
    """Which number of a tally it is: 1, 2, or 0 for none."""


def named(part: str, text: str, lang: str) -> list[Named]:
    """Every phrase of a part of the table in a text, in order; the longest where several begin."""
    # Arabic writes articles and prepositions onto the word.
    whole = vocabulary().languages[lang].direction != "rtl"
    pattern, values = _pattern(_written(part, lang), whole)
    if pattern is None:
        return []
    return [Named(values[int((found.lastgroup or "")[1:])], *found.span()) for found in pattern.finditer(_folded(text))]


def values(part: str, text: str, lang: str) -> set[str]:
    """The values of a part of the table that a text names."""
    return {value for each in named(part, text, lang) for value in each.values}


def knows(part: str, value: str, lang: str) -> bool:
    """Whether the table says how a language calls a value."""
    return lang in vocabulary().in_sources.get(part, {}).get(value, {})


def counted(passages: Iterable[Passage]) -> Iterator[tuple[Counted, str]]:
    """Every number of the passages with what stands around it, and the language."""
    for passage in passages:
        text, places = numbers_at(passage.words, passage.lang)
        text = _folded(text)
        nought = [(each.start, each.end, frozenset({0.0})) for each in named("none", text, passage.lang)]
        places = tuple(sorted([*places, *nought], key=lambda place: place[:2]))
        for position, (start, end, readings) in enumerate(places):
            left = places[position - 1][1] if position else 0
            right = places[position + 1][0] if position + 1 < len(places) else len(text)
            first = position + 1 < len(places) and _TALLY.fullmatch(text[end:right])
            second = position and _TALLY.fullmatch(text[left:start])
            before, behind = _STOP.split(text[left:start])[-1], _STOP.split(text[end:right])[0]
            yield Counted(readings, before, behind, 1 if first else 2 if second else 0), passage.lang


def head(counted: Counted, lang: str) -> str:
    """What stands behind a number, up to where a part of it is named: 24,000 people, including women."""
    among = named("among", counted.behind, lang)
    return counted.behind[: among[0].start] if among else counted.behind


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _written(part: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Each phrase of a language with its value."""
    table = vocabulary().in_sources.get(part, {})
    return tuple((phrase, value) for value, by_lang in table.items() for phrase in by_lang.get(lang, ()))


@cache
def _pattern(written: tuple[tuple[str, str], ...], whole: bool) -> tuple[re.Pattern[str] | None, list[frozenset[str]]]:
    """The phrases as one pattern, and each one's values. whole: whether they are words of their own."""
    values: dict[str, set[str]] = {}
    for phrase, value in written:
        values.setdefault(_folded(phrase), set()).add(value)
    if not values:
        return None, []
    longest = sorted(values, key=len, reverse=True)
    patterns = (re.escape(phrase).replace("…", r"\w*") for phrase in longest)
    joined = "|".join(f"(?P<p{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if whole else joined), [
        frozenset(values[phrase]) for phrase in longest
    ]
