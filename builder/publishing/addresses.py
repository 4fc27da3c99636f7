"""Where the site is published, which whoever publishes sets in the environment, and where in it each page lies."""

from __future__ import annotations

import ipaddress
from urllib.parse import urljoin, urlsplit


def whole(base: str, flat: bool, path: str) -> str:
    """The whole address of a page, by its path from docs/, or of a file, by its path from the site's root.

    base: where the site is published, with a slash at its end; flat: whether pages are files, not folders.
    """
    return urljoin(base, built_path(path, flat).removesuffix("index.html") if path.endswith(".md") else path)


def built_path(path: str, flat: bool = False) -> str:
    """Where a page lies in the built site: story/quotes.md becomes story/quotes/index.html, or story/quotes.html."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if flat or stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


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
