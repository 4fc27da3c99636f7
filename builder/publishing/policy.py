"""What a page may load and do: the Content-Security-Policy in every page, and the headers for hosts that send them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

# Trusted Types are not asked for: Material's script writes search results with innerHTML and starts its worker by a plain
# address, without a policy of its own. Only a default policy that lets everything pass would let it run, which guards nothing.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Material's icons are pictures within its stylesheet.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# What only a header can say, for hosts that send them.
HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER = "public, max-age=31536000, immutable"


def content_policy(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy that allows these inline scripts by their hashes, and nothing inline beside.

    https://www.w3.org/TR/CSP3/
    """
    hashes = sorted({base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts})
    allowed = " ".join(f"'sha256-{each}'" for each in hashes)
    parts = POLICY | {"script-src": f"{POLICY['script-src']} {allowed}".strip()}
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def headers(site: Path, policy: str) -> str:
    """A `_headers` file, as Cloudflare Pages and Netlify read it: the policy for all, long caching for named content."""
    said = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **HEADERS}
    lines = ["/*", *(f"  {name}: {value}" for name, value in said.items())]
    for path in sorted(site.glob("assets/**/*")):
        if re.search(r"\.[0-9a-f]{8}\.", path.name):
            lines += [f"/{path.relative_to(site).as_posix()}", f"  Cache-Control: {FOREVER}"]
    return "\n".join(lines) + "\n"
