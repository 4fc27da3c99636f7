"""The likely id of a new record, by what is known of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from builder.content.records import (
    Body,
    Case,
    Change,
    Claim,
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Quote,
    Reading,
    Recognition,
    Record,
    Source,
    Synonym,
    Term,
)
from builder.content.vocabulary import vocabulary

Given = Mapping[str, Any]
There = Mapping[str, Record]
# How many words of a name or a title stand in an id.
_WORDS = 4
# What ends the id of a count that was followed by newer ones.
_DATE = re.compile(r"-\d{4}(-\d\d){0,2}$")


def likely_id(model: type[BaseModel], given: Given, there: There) -> str | None:
    """The likely id of a record by its other fields; None where nothing tells. there: the records of its kind, by id."""
    made = _MADE.get(model)
    try:
        found = made(given, there.values()) if made else ""
    except KeyError:
        return None
    return _free(found, there) if found else None


def _free(name: str, there: There) -> str:
    """The name, or with a number after it where it is taken."""
    number, found = 1, name
    while found in there:
        number += 1
        found = f"{name}-{number}"
    return found


def slug(text: str, words: int = _WORDS, name: bool = False) -> str:
    """The first telling words of a text as an id has them. name: whether every word of it tells."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[’']", "", text)).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in found if name or word not in vocabulary().little_words]
    return "-".join((telling or found)[:words])


def _source(given: Given, there: Iterable[Record]) -> str:
    host = (urlsplit(given["URL"]).hostname or "").removeprefix("www.")
    alike = [
        each.id for each in there if (urlsplit(getattr(each, "URL", "")).hostname or "").removeprefix("www.") == host
    ]
    name = _common_start(alike) or slug(max(host.split(".")[:-1] or [host], key=len))
    return f"{name}-{_first(given['issued']) if given.get('issued') else slug(given['title'], 2)}"


def _event(given: Given, _: Iterable[Record]) -> str:
    return f"{_first(given['date'])}-{slug(given['title'])}"


def _change(given: Given, _: Iterable[Record]) -> str:
    page, _, part = given["page"].partition("#")
    # A part that is a record's has a day of its own.
    name = re.sub(r"^(\d{4}-)(\d\d-)*", "", part or page.removesuffix(".md").rpartition("/")[2])
    return f"{_first(given['date'])}-{slug(name, 6)}"


def _first(date: object) -> str:
    """A date, or the first of an interval."""
    return str(date).partition("/")[0]


def _figure(given: Given, _: Iterable[Record]) -> str:
    if older := given.get("supersedes"):
        return f"{_DATE.sub('', older)}-{_first(given['asof'])}"
    return slug(given["counts"])


def _of_country(also: Callable[[Given], str]) -> Callable[[Given, Iterable[Record]], str]:
    def made(given: Given, there: Iterable[Record]) -> str:
        alike = [each.id for each in there if getattr(each, "country", "") == given["country"]]
        return f"{_common_start(alike) or slug(given['country'])}-{also(given)}"

    return made


def _named(field: str) -> Callable[[Given, Iterable[Record]], str]:
    return lambda given, _: slug(given[field][0] if isinstance(given[field], list) else given[field])


def _common_start(ids: Iterable[str]) -> str:
    """With what most of some ids begin: k24, germany."""
    starts = Counter(each.partition("-")[0] for each in ids)
    return starts.most_common(1)[0][0] if starts else ""


_MADE: dict[type[BaseModel], Callable[[Given, Iterable[Record]], str]] = {
    Source: _source,
    Event: _event,
    Change: _change,
    Figure: _figure,
    Case: _of_country(lambda given: slug(given["defendant"], name=True)),
    Recognition: _of_country(lambda given: str(given["date"])[:4]),
    Person: _named("name"),
    Place: _named("name"),
    Body: _named("name"),
    Organisation: _named("name"),
    Term: _named("term"),
    Reading: _named("title"),
    Quote: _named("text"),
    Claim: _named("claim"),
    Synonym: _named("words"),
}
