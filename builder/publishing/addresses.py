"""The two addresses that whoever publishes sets in the environment: the site's own, and the repository's."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from builder.content.problems import Problem, ProblemsFound

FILE = "mkdocs.yml"


def check(repository: str) -> None:
    """Holds the repository's address, empty where none is set; MkDocs holds the site's itself. Raises ProblemsFound."""
    split = urlsplit(repository)
    if repository and not (split.scheme in ("http", "https") and split.hostname and " " not in repository):
        wrong = f"{repository!r} is not an address"
        right = "write it whole, as https://github.com/owner/name, or leave it out"
        raise ProblemsFound([Problem(FILE, 0, "REPOSITORY", wrong, right)])


def notice(site: str) -> str:
    """What to tell whoever means to publish under an address that nobody else can reach; empty where all is well."""
    if not _local(urlsplit(site).hostname or ""):
        return ""
    return (
        f"SITE_URL is {site}, which only this machine can reach. Before publishing, set it to the site's own address: "
        "the site map, the feed and the pages name it."
    )


def _local(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".test"))
    return address.is_loopback or address.is_private or address.is_unspecified
