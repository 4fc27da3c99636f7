"""An address leads to a public place on the web, and says which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from builder.content.markdown_text import without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_ADDRESS = re.compile(r"\]\(\s*<?([^)\s>]*)|<((?:[a-z][a-z0-9+.-]*:|www\.)[^>\s]*)>", re.IGNORECASE)
_BARE = re.compile(r"(?<![(<\w/\"'.])(?:https?://|www\.)[^\s)>\]]+")
_NUMBERS = re.compile(r"[\d.]+|0x[0-9a-f]+|\[.*\]", re.IGNORECASE)
_LOCAL = re.compile(r"(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|lan|home|corp|test|invalid|example)")
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63})")
_ARCHIVE = "web.archive.org"
MESSAGE = "the address {address} {wrong}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("data/organisations.yml", r"url: https://www\.yazda\.org/", "url: https://admin:pass@www.yazda.org/"),
)
def addresses(project: Project) -> Iterator[Problem]:
    """A reader who follows it meets the site that it names, not a machine of ours, a password or a look-alike."""
    for record in project.records:
        for field, address in record.addresses():
            for wrong, right in _faults(address):
                yield project.records.problem(record, field, MESSAGE.format(address=address[:80], wrong=wrong), right)
    for passage in project.passages():
        text = without_code(passage.text)
        for found in _ADDRESS.finditer(text):
            address = found[1] or found[2] or ""
            if re.match(r"[a-z][a-z0-9+.-]*:|//|www\.", address, re.IGNORECASE):
                for wrong, right in _faults(address):
                    yield passage.at(found.start(), MESSAGE.format(address=address[:80], wrong=wrong), right)
        for found in _BARE.finditer(text):
            wrong = MESSAGE.format(address=found[0][:80], wrong="stands bare in the text")
            yield passage.at(found.start(), wrong, "write [words](address), or a source")


def _faults(address: str) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        yield f"cannot be read: {error}", "copy it anew from the browser"
        return
    if parts.scheme not in ("http", "https"):
        yield "is none of the web", "write it whole, from https:// on"
        return
    if "@" in parts.netloc:
        yield "holds a name or a password", "delete what stands before the @"
    if port:
        yield f"names the port {port}", "give the address that readers use"
    if not host.isascii() or "xn--" in host:
        yield "has a host in letters that look like others", "type its name again in plain letters, or leave it out"
    elif _LOCAL.fullmatch(host) or _NUMBERS.fullmatch(host):
        yield "leads to a machine, not to a public site", "give the address that readers can reach"
    elif not _HOST.fullmatch(host):
        yield "has no whole host", "write it as www.example.org, with its ending"
    if re.search(r"%(?![0-9A-Fa-f]{2})", address):
        yield "has a % that stands for nothing", "copy it anew from the browser"
    yield from _archived(parts)


def _archived(parts: SplitResult) -> Iterator[tuple[str, str]]:
    # The Wayback Machine's form: /web/, a time, and the whole address kept.
    if parts.hostname == _ARCHIVE and not re.fullmatch(
        r"/web/\d{4,14}(?:id_|if_)?/(?!https?:/+web\.archive\.org)\S+", parts.path
    ):
        yield "names no single copy", "write https://web.archive.org/web/, the time of the copy, and the address kept"
