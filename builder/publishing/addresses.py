"""The address that the site is published under, which whoever publishes sets in the environment."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


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
