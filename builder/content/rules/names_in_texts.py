"""A name in a record is spelt as elsewhere; and who is close to the crimes is named only if somebody else names them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.content.near import one_left_out, slipped
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Change, Claim, Event, Figure, Organisation, Person, Place, Recognition, Term
from builder.content.rules import Fault, rule
from builder.content.sayings import defendants, words_alone
from builder.content.vocabulary import vocabulary

_MARKS = ".,;:!?()[]{}<>\"“”‘’'…*_–"
_WORD = re.compile(r"(?<![\w’-])(?:al-)?[A-Z][^\W\d_]{3,}(?:-[A-Z]?[^\W\d_]+)?(?![\w-]|’(?!s\b))")
_START = re.compile(r"(?:^|[.!?:“\n]\s*)$")
# But for whom a court tried, who stands as the source names them.
_INITIAL = re.compile(
    r"(?<!convicted )(?<!sentenced )(?<!charged )(?<!tried )\b[A-Z][a-zà-ž]+(?: Al-[A-Z]\.| [A-Z]\.)(?: [A-Z]\.)?"
)
_CLOSE = re.compile(
    r"\b(?:survivor|witness|victim|captive|sister|brother|mother|father|daughter|son|wife|husband|cousin|girl|boy|woman|child)"
    r",? ((?:[A-Z][\w’-]+ )+[A-Z][\w’-]+)"
)
# Other spellings, and the words and names that stand as others wrote them.
_AS_PRINTED = re.compile(r"evidence|words|also|match|URL|url|copy|title-|formerly")
_KINDS = (Case, Change, Claim, Event, Figure, Organisation, Person, Place, Recognition, Term)
MESSAGE = "{name} stands nowhere else, and {other} does"


@dataclass(frozen=True)
class _Known:
    """All that is written: as one text, and its capitalised words by what they begin with, each with how often."""

    text: str
    tried: frozenset[str]
    """The names of defendants."""
    times: Counter[str]
    by_first: dict[str, list[str]]


@rule("pages", message=MESSAGE, fault=Fault("data/claims.yml", "names Fiona Bruce as", "names Fiona Bruse as"))
def names_in_texts(project: Project) -> Iterator[Problem]:
    """A letter too few makes another person; and a name that no source prints can put somebody in danger."""
    known, told = _written(project), set()
    for record, field, text in project.texts:
        if isinstance(record, _KINDS) and not _AS_PRINTED.search(field):
            plain = words_alone(text)
            for wrong, right in (*_misspelt(plain, known), *_exposed(plain, known)):
                if (wrong, record.id) not in told:
                    told.add((wrong, record.id))
                    yield project.records.problem(record, field, wrong, right)


def _misspelt(text: str, known: _Known) -> Iterator[tuple[str, str]]:
    for found in _WORD.finditer(text):
        word = found[0].removesuffix("’s")
        # What begins a sentence is as often no name.
        before = text[: found.start()]
        if known.times[word] > 1 or _START.search(before):
            continue
        given = (before.split() or [""])[-1]
        name = given[:1].isupper() and before.endswith(" ") and given.casefold() not in vocabulary().little_words
        first = given if name else ""
        for other in known.by_first[word.removeprefix("al-")[:1]]:
            if _almost(word, other) or (first and _alike(word, other) and f"{first} {other}" in known.text):
                yield MESSAGE.format(name=word, other=other), f"write {other}, or name {word} where its source is"
                break


def _exposed(text: str, known: _Known) -> Iterator[tuple[str, str]]:
    names = [found[0] for found in _INITIAL.finditer(text)] + [found[1] for found in _CLOSE.finditer(text)]
    for name in dict.fromkeys(names):
        # "In Spain A. B. is convicted": the country is no forename.
        if not name.endswith(tuple(known.tried)) and known.text.count(name) < 2:
            wrong = f"{name} is named, and no other record, no page and no words of a source name them"
            yield wrong, "leave the name out; a survivor, a witness or a relative is named only who chose to be public"


def _almost(one: str, other: str) -> bool:
    """Whether two words of more than four letters differ by one sign, put in, left out or exchanged, or by two changed over."""
    if min(len(one), len(other)) < 5:
        return False
    # A word and its plural, a country and who is of it, are two words.
    plural = one.startswith(other) or other.startswith(one)
    return slipped(one, other) or (one_left_out(one, other) and not plural)


def _alike(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 2 or one[:2] != other[:2]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= 0.6


def _written(project: Project) -> _Known:
    files = sorted((project.root / "data").glob("*.yml"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files if path.name != "rulings.yml"]
    whole = "\n".join([*texts, *(page.body for page in project.pages.values())])
    times: Counter[str] = Counter()
    for word, often in Counter(whole.split()).items():
        if not word.islower():
            times[word.strip(_MARKS).removesuffix("’s").removesuffix("'s").strip(_MARKS)] += often
    by_first: dict[str, list[str]] = defaultdict(list)
    for word, often in times.items():
        name = word.removeprefix("al-")
        if often > 1 and len(word) > 3 and name[:1].isupper():
            by_first[name[0]].append(word)
    tried = {*defendants(project.records), *(case.defendant for case in project.records.of(Case).values())}
    return _Known(whole, frozenset(tried), times, by_first)
