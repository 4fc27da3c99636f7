"""A text is in the language that is said of it, and a page in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from builder.cache import by_text, once
from builder.content.coverage import PROVEN
from builder.content.markdown_text import blank, without_calls, without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Source
from builder.content.records.evidence import evidence_of
from builder.content.rules import Fault, rule
from builder.content.vocabulary import Vocabulary, vocabulary

# Words in capitals are names: IS is no verb.
_WORD = re.compile(r"(?<!\w)(?![A-Z]{2,}(?!\w))[^\W\d_]+")
_SENTENCE = re.compile(r"[^.?!\n]+")
_NO_WORDS = re.compile(r"\[@[^\]]*\]?|\]\([^)\n]*\)")
# So many small words of another language, and twice as many as of its own, are no accident.
_ENOUGH = 2
MESSAGE = "the words are {other}, and {said} is said of them"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("data/figures.yml", r"(words: Nach Schätzungen.*\n)\s+lang: de\n\s+translation: .*\n", r"\1"),
)
def languages(project: Project) -> Iterator[Problem]:
    """A screen reader speaks it, and the rules read its numbers and dates, in the language that is said."""
    records = project.records
    small = once(vocabulary(), _small)
    for source in records.of(Source).values():
        # Our own description stands in square brackets.
        if not source.title.startswith("[") and (other := _other(source.title, source.language, small)):
            yield records.problem(source, "title", *_told(other, source.language, "language"))
        if source.title_en and (other := _other(source.title_en, "en", small)):
            yield records.problem(source, "title-en", *_told(other, "en", ""))
    for record in (record for kind in PROVEN for record in records.of(kind).values()):
        for field, item in evidence_of(record):
            if other := _other(item.words, item.lang, small):
                yield records.problem(record, f"{field}.words", *_told(other, item.lang, "lang"))
            if item.translation and (other := _other(item.translation, "en", small)):
                yield records.problem(record, f"{field}.translation", *_told(other, "en", ""))
    for passage in project.passages():
        text = blank(_NO_WORDS, without_calls(without_code(passage.text)))
        for found in _SENTENCE.finditer(text):
            if other := _other(found[0], "en", small):
                yield passage.at(found.start(), *_told(other, "en", ""))


# By a language's name: its small words.
_Small = tuple[tuple[str, frozenset[str]], ...]


def _small(said: Vocabulary) -> _Small:
    return tuple((name, frozenset(language.small)) for name, language in said.languages.items() if language.small)


@by_text
def _other(text: str, said: str, small: _Small) -> str:
    """The language that a text is in rather than the one that is said of it; empty where nothing speaks for one."""
    if said not in dict(small):
        return ""
    foreign = _foreign(said, small)
    words = [word.casefold() for word in _WORD.findall(text)]
    if sum(word in foreign for word in words) < _ENOUGH:
        return ""
    times = {name: sum(word in known for word in words) for name, known in small}
    most = max(times, key=lambda name: times[name])
    return most if times[most] >= _ENOUGH and times[most] > 2 * times[said] else ""


@cache
def _foreign(said: str, small: _Small) -> frozenset[str]:
    """The small words that a language does not have."""
    others: frozenset[str] = frozenset().union(*(known for name, known in small if name != said))
    return others - dict(small)[said]


def _told(other: str, said: str, field: str) -> tuple[str, str]:
    names = vocabulary().languages
    wrong = MESSAGE.format(other=names[other].name, said=names[said].name)
    return wrong, f"write {field}: {other}, with a translation" if field else "write it in English"
