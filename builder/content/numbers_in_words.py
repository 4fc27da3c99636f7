"""Holds a record against the words of its sources: its numbers, its dates, its votes. Knows no files and no pages.

A number stands in words as digits with any separator, with a scale word (2 million), or as number words; a date in any usual
form of the language, or as a weekday or *yesterday* in a source of that week.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from babel.dates import get_day_names, get_month_names
from text_to_num import alpha2digit

from builder.cache import by_text
from builder.content.dates import PartialDate, Point

MOST_WORDS = 25
# What the library reads, but for one, which it takes for an article; elsewhere small numbers are looked for in _SMALL.
_READ_AS_WORDS = {"de", "en", "es", "fr", "it", "nl", "pt"}
_SMALL = {
    "de": ["ein(?:e[nrms]?)?"],
    "en": ["one"],
    "es": ["un[ao]?"],
    "fr": ["une?"],
    "it": ["un[ao]?"],
    "nl": ["één|een"],
    "pt": ["uma?"],
    "ar": ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"],
    "sv": ["en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
    "ku": ["yek", "du", "sê", "çar", "pênc", "şeş", "heft", "heşt", "neh", "deh"],
}
_SCALES = {
    1_000: r"thousand|tausend|mille|mil|mila|duizend|tusen|hezar|ألفا|ألفاً|ألف|الف|آلاف",
    1_000_000: r"million|millions|millionen|millón|millones|milione|milioni|milhão|milhões|miljoen|miljon|miljoner|mio\.?|mn|m|مليون|ملايين",
    1_000_000_000: r"billion|billions|milliarde|milliarden|milliard|milliards|miljard|miljarder|bn|مليار",
}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DIGITS = re.compile(r"\d+(?:[.,'’٬٫]\d+)*(?:[ \u00a0\u202f]\d{3}(?!\d))*")
_SCALE = {scale: re.compile(rf"[ \u00a0\u202f-]?(?:{words})(?!\w)", re.IGNORECASE) for scale, words in _SCALES.items()}
# Babel has the months of Egypt under ar; in Iraq and Syria they have their Aramaic names.
_LOCALES = {"ar": ("ar", "ar_IQ"), "ku": ("ku", "ckb")}
_NEAR_WORDS = {
    "en": "today|yesterday|tonight",
    "ar": "اليوم|أمس|امس",
    "de": "heute|gestern|heutigen?",
    "es": "hoy|ayer",
    "fr": "aujourd[’']hui|hier|ce jour",
    "it": "oggi|ieri",
    "ku": "îro|duh|ئەمڕۆ|دوێنێ",
    "nl": "vandaag|gisteren",
    "pt": "hoje|ontem",
    "sv": "i dag|idag|i går|igår",
}
_NEAR = datetime.timedelta(days=7)
_OF = r"(?:\s+(?:of|de|del|di))?"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|º|°)?"
_TO = r"\s*(?:-|–|—|to|and|bis|und|au|et|al|y|e|tot|en|till|och|إلى|و)\s*"


class Passage(Protocol):
    """Words of a source: records.evidence.Evidence is one."""

    @property
    def words(self) -> str: ...

    @property
    def lang(self) -> str: ...

    @property
    def undated(self) -> bool: ...


def plain(text: str) -> str:
    """Text with its digits as 0 to 9 and its spaces as one."""
    if not text.isascii():
        text = _NOT_ASCII.sub(_digit, unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def _digit(sign: re.Match[str]) -> str:
    return str(unicodedata.digit(sign[0])) if sign[0].isdigit() else sign[0]


def numbers(words: str, lang: str) -> set[float]:
    """Every number that the words can be read to state; where a separator may be two things, both."""
    return set(_numbers(words, lang))


@by_text
def _numbers(words: str, lang: str) -> frozenset[float]:
    words = plain(words)
    found: set[float] = set()
    for text in {words, _in_digits(words, lang)}:
        found.update(number for _, _, readings in _at(text) for number in readings)
    found.update(number for number, word in enumerate(_SMALL.get(lang, []), 1) if _word(word).search(words))
    return frozenset(found)


@by_text
def numbers_at(words: str, lang: str) -> tuple[str, tuple[tuple[int, int, frozenset[float]], ...]]:
    """The words with their numbers in digits, and each number's start, end and readings in them."""
    words, pieces, after = plain(words), [], 0
    # What stands in digits stays, with its scale: 2 million.
    for start, end, _ in _at(words):
        pieces += [_spelt(words[after:start], lang), words[start:end]]
        after = end
    text = "".join([*pieces, _spelt(words[after:], lang)])
    return text, tuple(_at(text))


def _spelt(words: str, lang: str) -> str:
    text = _in_digits(words, lang)
    for number, word in enumerate(_SMALL.get(lang, []), 1):
        text = _word(word).sub(str(number), text)
    return text


@cache
def _in_digits(words: str, lang: str) -> str:
    return str(alpha2digit(words, lang)) if lang in _READ_AS_WORDS else words


@cache
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{word})(?!\w)", re.IGNORECASE)


def _at(text: str) -> Iterator[tuple[int, int, frozenset[float]]]:
    """Every number in digits with its start, its end, the scale word behind it included, and its readings."""
    for token in _DIGITS.finditer(text):
        end, readings = token.end(), set(_readings(token[0]))
        # A scale may stand behind a range: 2 to 3 million.
        tail = re.sub(rf"^{_TO}\d+(?:[.,]\d+)?", "", text[token.end() :])
        for rest in (text[token.end() :], tail):
            for scale, word in _SCALE.items():
                if found := word.match(rest):
                    readings |= {number * scale for number in _readings(token[0])}
                    end = token.end() + found.end() if rest == text[token.end() :] else end
        yield token.start(), end, frozenset(readings)


def _readings(token: str) -> Iterator[float]:
    """3,100 is 3100 or 3.1; 1.234.567 and 2 745 are whole."""
    pieces = re.split(r"[.,'’٬٫ \u00a0\u202f]", token)
    if len(pieces) == 1 or all(len(piece) == 3 for piece in pieces[1:]):
        yield float("".join(pieces))
    if len(pieces) > 1:
        yield float(f"{''.join(pieces[:-1])}.{pieces[-1]}")
    if " " in token:
        # Or two numbers side by side.
        for piece in token.split():
            yield from _readings(piece)


def states(passages: Iterable[Passage], number: float) -> bool:
    """Whether some passage states the number."""
    return any(round(float(number), 6) in {round(n, 6) for n in numbers(p.words, p.lang)} for p in passages)


def prints(passage: Passage, point: Point, issued: PartialDate | None) -> bool:
    """Whether a passage prints a date at its precision, or leaves no doubt of it by the date of its source."""
    if issued and _covers(point, issued):
        return True
    words = plain(passage.words).casefold()
    # Where no year stands beside it, it is the year of the source, or the one before.
    years = {point.year, 0} if issued and 0 <= issued.end.year - point.year <= 1 else {point.year}
    for year, month, day in dates(words, passage.lang):
        if year in years and point.month in (0, month) and point.day in (0, day) and (year or point.month):
            return True
    return bool(point.day) and issued is not None and bool(issued.end.day) and _near(point, words, passage.lang, issued)


def _covers(point: Point, issued: PartialDate) -> bool:
    """A document dates itself: issued on that day, or within that month or year."""
    return point.earliest <= issued.start.earliest and issued.end.latest <= point.latest


def _near(point: Point, words: str, lang: str, issued: PartialDate) -> bool:
    since = issued.end.earliest - point.earliest
    weekday = {name.casefold() for locale in _locales(lang) for name in _weekday(point, locale)}
    if any(re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", words) for name in weekday):
        return -datetime.timedelta(days=1) <= since <= _NEAR
    return bool(re.search(rf"(?<!\w)(?:{_NEAR_WORDS[lang]})(?!\w)", words)) and 0 <= since.days <= 1


def _locales(lang: str) -> tuple[str, ...]:
    return _LOCALES.get(lang, (lang,))


@cache
def _weekday(point: Point, locale: str) -> tuple[str, ...]:
    day = point.earliest.weekday()
    return get_day_names("wide", locale=locale)[day], get_day_names("abbreviated", locale=locale)[day].rstrip(".")


@cache
def _months(lang: str) -> dict[str, int]:
    """Every name of a month in a language, wide and short, of all its locales."""
    names = {"sept": 9} if lang == "en" else {}
    for locale in _locales(lang):
        for width in ("abbreviated", "wide"):
            for month, name in get_month_names(width, "format", locale).items():
                names[name.casefold().rstrip(".")] = month
    return names


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """How a language prints a date: the day before the month, after it, none, and in digits."""
    names = "|".join(sorted(map(re.escape, _months(lang)), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month>{names})(?!\w)\.?"
    year = rf"(?:,?{_OF}\s*(?P<year>\d{{4}})(?!\d))?"
    day, more = (rf"(?<!\d)(?P<{name}>\d{{1,2}})(?!\d){_ORDINAL}" for name in ("day", "more"))
    digits = r"(?P<day>\d{1,2})(?P<sign>[-/. ]) ?(?P<month>\d{1,2})(?P=sign) ?(?P<year>\d{4}|\d{2})(?!\d)"
    american = r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?!\d)"
    return tuple(
        map(
            re.compile,
            (
                rf"{day}(?:{_TO}{more})?{_OF}(?:\s+den)?\s*{month}{year}",
                rf"{month}\s+(?:the\s+)?{day}(?:{_TO}{more})?{year}",
                rf"{month}{year}",
                rf"(?<!\d){digits}",
                rf"(?<!\d){american}",
                r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)",
                r"(?<!\d)(?P<year>\d{4})(?!\d)",
            ),
        )
    )


@by_text
def dates(words: str, lang: str) -> tuple[tuple[int, int, int], ...]:
    """Every date that words can be read to print, as (year, month, day), 0 for what they leave out."""
    return tuple(_every_date(words, lang))


def _every_date(words: str, lang: str) -> Iterator[tuple[int, int, int]]:
    for pattern in _patterns(lang):
        for found in pattern.finditer(words):
            said = found.groupdict()
            year = int(said.get("year") or 0)
            name = said.get("month") or "0"
            month = int(name) if name.isdigit() else _months(lang)[name]
            for day in (said.get("day"), said.get("more")):
                if day or not said.get("more"):
                    yield 2000 + year if 0 < year < 100 else year, month, int(day or 0)


def undated(passages: Sequence[Passage], date: PartialDate, issued: list[PartialDate | None]) -> list[Point]:
    """The ends of a date that no passage prints; none where every passage says that its source prints no date.

    issued: for each passage, the date of its source.
    """
    dated = [pair for pair in zip(passages, issued, strict=True) if not pair[0].undated]
    if not dated:
        return []
    return [
        point
        for point in dict.fromkeys((date.start, date.end))
        if not any(prints(passage, point, day) for passage, day in dated)
    ]


def added(translation: str, words: str, lang: str) -> list[str]:
    """The numbers that a translation into English states and its words do not; below ten where words can be compared."""
    known = numbers(words, lang) | {float(part) for date in dates(plain(words).casefold(), lang) for part in date}
    compared = lang in _READ_AS_WORDS and not _HALF.search(words.casefold())
    least = 2 if compared else 10
    # Of other languages only digits are compared.
    text, places = numbers_at(translation, "en") if compared else (plain(translation), list(_at(plain(translation))))
    return [text[start:end] for start, end, readings in places if max(readings) >= least and not readings & known]


def unsaid(sentence: str, passages: Iterable[Passage]) -> list[float]:
    """The numbers of a sentence in English that no passage states. Half a year is six months."""
    known: set[float] = set()
    for passage in passages:
        known |= numbers(passage.words, passage.lang)
        if _HALF.search(passage.words.casefold()):
            known.add(6)
    return sorted(number for number in numbers(sentence, "en") if number not in known)


_HALF = re.compile(r"half|halb|½|demi|halv|medi[oa]|mezz[oa]|meio|نصف|nîv")


_TERM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z0-9-]+)?")


def compute(formula: str, values: dict[str, float]) -> float:
    """The sum of `abducted - rescued - missing` over values by name; `*` binds first.

    Raises ValueError with what is wrong: a form it does not know, or a name without a value.
    """
    parts = formula.split()
    names, signs = parts[::2], parts[1::2]
    if len(parts) % 2 == 0 or not set(signs) <= {"+", "-", "*"} or not all(map(_TERM.fullmatch, names)):
        raise ValueError(f"{formula!r} is not a sum; write ids of figures with + - * between them, spaces around each")
    for name in names:
        if name not in values:
            raise ValueError(f"{name} is no figure with a single value, nor a count; name one that is")
    products = [values[names[0]]]
    for sign, name in zip(signs, names[1:], strict=True):
        if sign == "*":
            products[-1] *= values[name]
        else:
            products.append(values[name] if sign == "+" else -values[name])
    return sum(products)
