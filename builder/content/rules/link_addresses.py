"""A link out of the site leads to a place that a record knows, straight and without a tail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, statements

_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?((?:https?:)?//[^()\s>]+)")
# What newsletters, social networks and advertisers hang on.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|yclid|_hsenc|_hsmi|ref_src|s_cid|cmpid|at_\w+|wt\.mc_id|ocid|smid|xtor|vero_id",
    re.IGNORECASE,
)
# Places that only lead on to others, or show a copy that one reader was given.
_BETWEEN = re.compile(
    r"(?:.*\.)?(?:safelinks\.protection\.outlook\.com|translate\.goog|translate\.google\.\w+|googleusercontent\.com|urldefense\.(?:com|proofpoint\.com)|l\.facebook\.com|lm\.facebook\.com|t\.co|bit\.ly|tinyurl\.com|ow\.ly|goo\.gl|buff\.ly|lnkd\.in|is\.gd|dlvr\.it|12ft\.io|sci-hub\.\w+|docs\.google\.com|drive\.google\.com|dropbox\.com|onedrive\.live\.com|sharepoint\.com|chatgpt\.com|chat\.openai\.com|perplexity\.ai)"
)
_SEARCHES = re.compile(r"(?:www\.)?(?:google|bing|duckduckgo|yandex)\.\w+(?:\.\w+)?")
MESSAGE = "the address {address} {wrong}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/help.md", r"\(https://befrienders\.org/\)", "(https://befreinders.org/)"),
)
def link_addresses(project: Project) -> Iterator[Problem]:
    """An address copied out of a newsletter, a search or a mail tells others who followed it, and ends before the page does."""
    hosts = {_host(address) for record in project.records for _, address in record.addresses()}
    for record in project.records:
        for field, address in record.addresses():
            for wrong, right in _tail(address):
                yield project.records.problem(record, field, MESSAGE.format(address=address[:80], wrong=wrong), right)
    for statement in statements(project):
        for found in _LINK.finditer(statement.raw) if "//" in statement.raw else ():
            for wrong, right in (*_tail(found[2]), *_strange(found[1], found[2], hosts)):
                yield statement.at(found.start(), MESSAGE.format(address=found[2][:80], wrong=wrong), right)
            yield from _of_sources(project, statement, found)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _tail(address: str) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if _TRACKING.fullmatch(name):
            yield f"tells who sent the reader, {name}", "delete it, with all from the ? on that the page does not need"
    if ":~:text=" in parts.fragment:
        yield "marks words in a browser", "delete it from #:~: on"
    host = _host(address)
    if _BETWEEN.fullmatch(host) or (
        _SEARCHES.fullmatch(host) and parts.path in ("/url", "/search", "/amp", "/imgres", "/translate")
    ):
        yield "leads to what leads on, or to a copy of one reader’s", "open it, and copy the address of the page itself"


def _strange(words: str, address: str, hosts: set[str]) -> Iterator[tuple[str, str]]:
    if not address.startswith("https://"):
        yield "is not encrypted", "write it from https:// on"
    if hosts and (host := _host(address)) not in hosts:
        yield "is of a host that no record has", suggest(host, hosts, "add its page to data/sources.yml, and cite it")
    printed = re.match(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/|$)", words)
    if printed and printed[1] not in (_host(address), *_host(address).split("/")):
        yield f"is not the one that is printed, {words}", "write the name of the page, and its address once"


def _of_sources(project: Project, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    """The place that is linked beside a source is that of the source."""
    sources: Callable[[str], object] = project.records.sources.get
    cited = [source for source in map(sources, statement.cites) if source is not None]
    if cited and _host(found[2]) not in {_host(source.URL) for source in cited}:  # type: ignore[attr-defined]
        wrong = MESSAGE.format(address=found[2][:80], wrong="is of none of the sources that the sentence cites")
        yield statement.at(found.start(), wrong, "correct it, or cite the source of what is said of it")
