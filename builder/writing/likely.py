"""What can be known of a new record from one answer, without a network: of a source from its UN symbol, DOI or address,
of a figure from the older count that it replaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from builder.content.records import Figure, Source
from builder.content.vocabulary import vocabulary

# How symbols begin, and whose documents they then are: https://research.un.org/en/docs/symbols
_ORGANS = {
    "A/HRC/": "UN Human Rights Council",
    "A/": "UN General Assembly",
    "S/": "UN Security Council",
    "E/": "UN Economic and Social Council",
    "ST/": "UN Secretariat",
}
_SYMBOL = re.compile(rf"(?:{'|'.join(_ORGANS)})[A-Z0-9/.()-]*\d[A-Z0-9/.()-]*")
# The year in brackets after a resolution's number, or the Council's own year of its documents since 1994.
_YEAR = re.compile(r"\((\d{4})\)$|^S/(\d{4})/")
_BY_SYMBOL = re.compile(r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:(?:ar|en|es|fr|ru|zh)/)?", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
# What of a DOI its article does not share with others of its journal.
_ARTICLE = re.compile(r"(\.\d{4})?\.[^./]*$")
_DAY = re.compile(r"/(\d{4})[/-](\d\d)[/-](\d\d)(?=\D|$)")
# Endings of states that are called as other languages are: Argentina's is not Arabic.
_NO_LANGUAGE = {"ar"}
# What sources of one address, or of one journal, have in common.
_COMMON = ("type", "publisher", "container-title", "authority", "jurisdiction", "grade", "language")
# What the next count by the same office leaves as it is.
_KEPT = ("group", "counts", "unit", "shown", "counter", "counter_full", "part_of", "qualifier")


class ThereAlreadyError(ValueError):
    """A source that is to be written is there. source: which."""

    def __init__(self, there: Source):
        self.source = there
        super().__init__(f"a source has it already, {there.id}: {there.title}")


def source(said: str, sources: Iterable[Source]) -> tuple[dict[str, Any], str]:
    """The likely fields of a source, and what is not to be known from it.

    said: its UN symbol, its DOI or its address. Raises ValueError where it is none, or a source has it already.
    """
    there = list(sources)
    symbol = re.sub(r"\s", "", unquote(_BY_SYMBOL.sub("", said))).upper()
    if _SYMBOL.fullmatch(symbol):
        known, missing = _of_symbol(symbol), "its title and, but for the year of some, its day"
        same = [each for each in there if re.sub(r"\s", "", each.number or "").upper() == symbol]
    elif found := _DOI.fullmatch(said):
        known, missing = _of_doi(found[1], there), "its title, its authors and its date"
        same = [each for each in there if (each.DOI or "").lower() == found[1].lower()]
    elif re.match(r"https?://[^/]", said):
        known, missing = _of_address(said, there), "its title"
        same = [each for each in there if each.URL.rstrip("/") == said.rstrip("/")]
    else:
        raise ValueError("that is no UN symbol (S/RES/2379 (2017)), no DOI (10.1371/...) and no address (https://...)")
    if same:
        raise ThereAlreadyError(same[0])
    return known, missing


def newer(older: Figure) -> dict[str, Any]:
    """The likely fields of a figure that counts the same thing anew."""
    as_written = older.model_dump(include=set(_KEPT), exclude_defaults=True)
    return {"supersedes": older.id, **as_written}


def _of_symbol(symbol: str) -> dict[str, Any]:
    year = _YEAR.search(symbol)
    bare = re.sub(r"\(\d{4}\)$", "", symbol)
    return {
        "id": re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-"),
        "type": "resolution" if "/RES/" in symbol else "un-document",
        "publisher": next(organ for start, organ in _ORGANS.items() if symbol.startswith(start)),
        "number": symbol.replace("(", " (") if year and year[1] else symbol,
        "URL": f"https://docs.un.org/en/{symbol}",
        "grade": "UN record",
        **({"issued": year[1] or year[2]} if year else {}),
    }


def _of_doi(doi: str, sources: list[Source]) -> dict[str, Any]:
    owner, _, name = doi.partition("/")
    journal = f"{owner}/{_ARTICLE.sub('', name)}."
    alike = [each for each in sources if each.DOI and each.DOI.startswith(journal)]
    return {
        "type": "article-journal",
        "grade": "peer-reviewed",
        **_common(alike, 1),
        "DOI": doi,
        "URL": f"https://doi.org/{doi}",
    }


def _of_address(address: str, sources: list[Source]) -> dict[str, Any]:
    day = _DAY.search(address)
    alike = [each for each in sources if _host(each.URL) == _host(address)]
    # Newspapers have the day in their addresses, and few others do.
    news = {"type": "article-newspaper", "grade": "press", "issued": "-".join(day.groups())} if day else {}
    ending = _host(address).rpartition(".")[2]
    spoken = {"language": ending} if ending in vocabulary().languages and ending not in _NO_LANGUAGE else {}
    return {**news, **spoken, **_common(alike, 2), "URL": address}


def _common(alike: list[Source], least: int) -> dict[str, Any]:
    """What most of some sources have in one field, where so many do at least."""
    found = {}
    for name in _COMMON:
        values = Counter(getattr(each, name.replace("-", "_")) for each in alike)
        value, times = values.most_common(1)[0] if values else (None, 0)
        if value and times >= least and times * 2 > len(alike):
            found[name] = value
    return found


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
