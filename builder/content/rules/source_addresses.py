"""A source's address, number, type and grade agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Source
from builder.content.rules import Fault, rule

# Hosts whose addresses are a document's symbol: https://undocs.org/S/2017/710. A path in small letters is no symbol.
_BY_SYMBOL = {"undocs.org", "www.undocs.org", "docs.un.org"}
_LANGUAGE = re.compile(r"/(?:ar|en|es|fr|ru|zh)(?=/)")
_BY_DOI = {"doi.org", "dx.doi.org"}
# A press release's number, SC/12998, stands in its address: https://press.un.org/en/2017/sc12998.doc.htm
_RELEASE = re.compile(r"[A-Z/]+/(\d{4,6})\b")
# What no newspaper, broadcaster or entry of a lexicon can be.
_PRESS = {"article-newspaper", "broadcast"}
_AUTHORITY = {"court finding", "UN finding", "statute or treaty", "peer-reviewed", "official"}
MESSAGE = "the address leads to {symbol}, the number is {number}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("data/sources.yml", r"^  URL: https://undocs\.org/S/2017/710", "  URL: https://undocs.org/S/2017/711"),
)
def source_addresses(project: Project) -> Iterator[Problem]:
    """A reader who looks a document up finds the one that is cited, with the authority that the grade says."""
    for source in project.records.of(Source).values():
        address = urlsplit(source.URL)
        if address.hostname in _BY_SYMBOL and source.number:
            symbol = _LANGUAGE.sub("", unquote(address.path), count=1).strip("/")
            if _plain(symbol) != _plain(source.number):
                wrong = MESSAGE.format(symbol=symbol or "no document", number=source.number)
                yield project.records.problem(source, "URL", wrong, "correct the one that is wrong")
        if (
            address.hostname in _BY_DOI
            and source.DOI
            and unquote(address.path).strip("/").lower() != source.DOI.lower()
        ):
            wrong = f"the address leads to {unquote(address.path).strip('/')}, the DOI is {source.DOI}"
            yield project.records.problem(source, "DOI", wrong, "correct the one that is wrong")
        release = _RELEASE.match(source.number or "")
        if address.hostname == "press.un.org" and release and release[1] not in address.path:
            wrong = MESSAGE.format(symbol=address.path.rpartition("/")[2], number=source.number)
            yield project.records.problem(source, "URL", wrong, "correct the one that is wrong")
        if source.type in _PRESS and source.grade in _AUTHORITY:
            wrong = f"{source.type} is graded {source.grade}"
            yield project.records.problem(source, "grade", wrong, "grade it press, or cite the document itself")
        if address.hostname == "web.archive.org":
            wrong = "the address is that of a copy in the archive"
            right = "give the address of the document itself, and the copy’s in archived"
            yield project.records.problem(source, "URL", wrong, right)


def _plain(symbol: str) -> str:
    """A symbol without spaces, in capitals: 'S/RES/2253 (2015)' and 'S/RES/2253(2015)' are one."""
    return re.sub(r"\s", "", symbol).upper()
