"""What is said around a record in the project: in the words of its sources, and in what these are called. Knows no files and no pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from builder.cache import by_text
from builder.content.citations import find_groups
from builder.content.phrases import values
from builder.content.records import Source
from builder.content.records.evidence import Evidence
from builder.content.vocabulary import vocabulary


def names_of(source: Source) -> Iterator[tuple[str, str]]:
    """What a source says of itself, each with its language: its titles, and who stands behind it."""
    yield source.title, source.language
    for text in (source.title_en, source.publisher, source.authority, source.container_title):
        if text:
            yield text, "en"
            if source.language != "en":
                yield text, source.language


def words_of(evidence: Iterable[Evidence]) -> Iterator[tuple[str, str]]:
    """The words that were copied and their translations, each with its language."""
    for item in evidence:
        yield item.words, item.lang
        if item.translation:
            yield item.translation, "en"


def said(part: str, texts: Iterable[tuple[str, str]]) -> set[str]:
    """The values of a part of the table that texts name."""
    return {value for text, lang in texts for value in values(part, text, lang)}


def says(part: str, value: str, texts: Iterable[tuple[str, str]]) -> bool:
    """Whether some text names one value: much cheaper than to ask for all that it names."""
    by_lang = vocabulary().in_sources.get(part, {}).get(value, {})
    return any(_one(by_lang[lang]).search(text) for text, lang in texts if lang in by_lang)


@cache
def _one(phrases: tuple[str, ...]) -> re.Pattern[str]:
    patterns = (re.escape(phrase).replace("…", r"\w*").replace("'", "['’]") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@by_text
def cited(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """A Markdown text cut behind each of its citations: what stands before one, and the sources that it names."""
    after, found = 0, []
    for group in find_groups(text):
        found.append((text[after : group.start], frozenset(citation.key for citation in group.citations)))
        after = group.end
    return (*found, (text[after:], frozenset()))
