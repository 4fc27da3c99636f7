"""The words of the vocabulary say what their keys mean: none is exchanged, doubled or another language’s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from babel import Locale
from babel.dates import get_month_names

from builder.content import numbers_in_words as numbers_of
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records.case import UNDECIDED
from builder.content.rules import Fault, rule
from builder.content.vocabulary import FILE, Vocabulary, vocabulary
from builder.content.yaml_files import YamlFault, read_yaml

# Parts that print each value in words of its own; types of sources may share a genre.
_APART = (
    "grades", "figure_groups", "verdicts", "threads", "outcomes", "votes", "powers", "rulings", "proven",
    "case_statuses", "modes",
)  # fmt: skip
# Parts of in_sources of which a phrase may say two things: a girl is a child and female.
_HOUSE = "en"
_SHARED = {"people", "units"}
_Told = Iterator[tuple[tuple[str | int, ...], str, str]]
MESSAGE = "{key} prints what {other} is called"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/vocabulary.yml", "courts: Courts\n  campaign: Campaign", "courts: Campaign\n  campaign: Courts"),
)
def vocabulary_words(project: Project) -> Iterator[Problem]:
    """One line of the vocabulary changes every page: two meanings exchanged, and all votes for are printed as against."""
    words, raw = vocabulary(), None
    for look in (_printed, _lists, _calendar, _phrases, _columns):
        for steps, wrong, right in look(words):
            try:
                raw = raw or read_yaml(project.root / FILE, FILE, project.root)
            except YamlFault as fault:
                yield fault.problem
                return
            yield Problem(FILE, raw.line(steps), f"field {'.'.join(map(str, steps))}", wrong, right)


def _printed(words: Vocabulary) -> _Told:
    for part in (*_APART, "genres"):
        told = {key: _plain(getattr(value, "printed", value)) for key, value in getattr(words, part).items()}
        for one, other in combinations(told, 2):
            if told[one] and told[one] == told[other] and part in _APART:
                yield (part, other), f"{other} and {one} print the same", "give each its own words"
        stems = {key: key.split()[0][:6] in text for key, text in told.items() if text}
        for key, text in told.items():
            begun = max((other for other in told if re.match(rf"{re.escape(other)}\b", text)), key=len, default=key)
            if begun != key:
                yield (part, key), MESSAGE.format(key=key, other=begun), "exchange the two, or correct this one"
            elif part in ("votes", "outcomes", "modes") and text and list(stems.values()) == [k != key for k in stems]:
                yield (part, key), f"{key} prints {text}, where all others print their own name", "write what it means"
    for key, status in words.case_statuses.items():
        if status.open != (key in UNDECIDED or key.startswith("not ") or key == "pending"):
            right = "what is not decided, or not finally, is open; what is final or not followed further is not"
            yield ("case_statuses", key, "open"), f"{key} is {'open' if status.open else 'closed'}", right


def _lists(words: Vocabulary) -> _Told:
    lists: dict[tuple[str | int, ...], tuple[str, ...]] = {
        (name,): value for name, value in words if isinstance(value, tuple)
    }
    lists |= {("source_types", key): fields for key, fields in words.source_types.items()}
    lists |= {("languages", code, "small"): language.small for code, language in words.languages.items()}
    for steps, items in lists.items():
        for position, item in enumerate(items):
            # Little words stand together by their languages.
            if item in items[:position] and steps != ("little_words",):
                yield (*steps, position), f"{item} stands twice", "keep it once"


def _calendar(words: Vocabulary) -> _Told:
    known = {*Locale(_HOUSE).languages}
    if words.language not in known:
        yield ("language",), f"{words.language} is no language", "write its two letters: en"
        return
    names = get_month_names("wide", "format", words.language)
    if words.months != tuple(names[month] for month in range(1, 13)):
        yield ("months",), "these are not the twelve months in order", f"write {', '.join(names.values())}"
    if "{number}" not in words.joins.million or 1_000_000.0 not in numbers_of.numbers(
        words.joins.million.replace("{number}", "1"), words.language
    ):
        yield ("joins", "million"), f"{words.joins.million} is not how millions are written", "name the million"
    for code, language in words.languages.items():
        if code not in known:
            yield ("languages", code), f"{code} is no language", "write its two letters: de"
            continue
        locale = Locale.parse(code)
        name, direction = locale.get_display_name(words.language), locale.text_direction
        if language.name != name:
            yield ("languages", code, "name"), f"{code} is {name}, not {language.name}", "correct the one that is wrong"
        if language.direction != direction:
            yield ("languages", code), f"{name} is written {direction}", f"write direction: {direction}"


def _phrases(words: Vocabulary) -> _Told:
    for part, by_value in words.in_sources.items():
        meant: dict[tuple[str, str], str] = {}
        for value, by_lang in by_value.items():
            for lang, phrases in by_lang.items():
                for position, phrase in enumerate(phrases):
                    steps = ("in_sources", part, value, lang, position)
                    plain = phrase.rstrip("…")
                    if plain in by_value and plain != value and part not in _SHARED:
                        yield steps, f"{phrase} stands for {value}", f"write it below {plain}"
                    elif meant.setdefault((lang, phrase), value) != value and part not in _SHARED:
                        yield steps, f"{phrase} stands for {meant[lang, phrase]} and for {value}", "keep it in one"


def _columns(words: Vocabulary) -> _Told:
    """Two columns each explained by the other’s name."""
    for table, columns in words.columns.items():
        for one, other in combinations(columns, 2):
            says = {
                (a, b): re.search(rf"\b{re.escape(b)}", columns[a], re.IGNORECASE)
                for a in (one, other)
                for b in (one, other)
            }
            if says[one, other] and says[other, one] and not (says[one, one] or says[other, other]):
                yield ("columns", table, one), MESSAGE.format(key=one, other=other), "exchange the two"


def _plain(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text).strip(" ,").casefold()
