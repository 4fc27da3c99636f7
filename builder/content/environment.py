"""What whoever publishes says in the environment, through mkdocs.yml, held to what it can mean. The ways to write have a module
of their own: builder/content/ways.py.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from builder.content.problems import Problem, ProblemsFound
from builder.content.settings_file import FILE

# The settings that have the site offer itself in another form, and their variables.
SWITCHES = {name: name.upper() for name in ("handbook", "epub", "offline", "sheet", "writing")}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_EXAMPLE = "write it as https://www.example.org/, or https://example.org/a/folder/"


def check(site_url: object, extra: Mapping[str, Any]) -> None:
    """Raises ProblemsFound with what SITE_URL or a switch cannot be."""
    problems = [Problem(FILE, 0, "SITE_URL", wrong, _EXAMPLE) for wrong in _address(str(site_url or "").strip())]
    for name, variable in SWITCHES.items():
        said = extra.get(name)
        if said is not None and not isinstance(said, bool):
            right = "write true or false, or leave it out"
            problems.append(Problem(FILE, 0, variable, f"it is {said!r}, which is neither yes nor no", right))
    if problems:
        raise ProblemsFound(problems)


def _address(site: str) -> Iterator[str]:
    """Why the site cannot be published under an address."""
    try:
        parts = urlsplit(site)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        yield f"{site!r} cannot be read: {error}"
        return
    if parts.scheme not in ("http", "https") or not host:
        yield f"{site!r} is no address of the web" if site else "it is empty, and no page would know its address"
        return
    if "@" in parts.netloc:
        yield "it holds a name or a password, which every page would print"
    if parts.query or parts.fragment or "?" in site or "#" in site:
        yield f"{site!r} goes on after ? or #, where no page can stand"
    if re.search(r"\s|//|\.html?/?$", parts.path):
        yield f"{site!r} is no folder, in which the site could stand"
    if _of_this_machine(host):
        return
    if not _HOST.fullmatch(host):
        yield f"{host!r} is no host that readers can reach"
    elif parts.scheme == "http":
        yield "it begins with http, and anybody on the way could change what readers are shown"


def _of_this_machine(host: str) -> bool:
    """Whether an address is for trying the site, not for publishing it: the build says so."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".test"))
    return True
