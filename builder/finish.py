"""Makes a build fit to publish: one stylesheet of what is used, one script, a policy that allows nothing else.

Runs after every `mkdocs build`, on the folder the build was made in; `mkdocs serve` shows the parts as they are written.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from builder import whitespace
from builder.stylesheet import Names, purge

# What is in the theme's folder and no page of this site asks for.
_UNUSED = ("assets/images", "assets/javascripts/lunr", "assets/javascripts/*.map", "assets/javascripts/*/*.map")
# Classes that Material's script makes and no page has when it is built; tests/test_finish.py looks for what is missing.
MADE_BY_SCRIPTS = ("md-search-result", "md-tooltip2", "md-search__suggest", "focus-visible", "js")
# Values that scripts give to attributes.
_SET_BY_SCRIPTS = {"data-md-color-scheme": {"slate"}, "data-md-state": {""}, "hidden": {""}, "open": {""}}
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


def finish(site: Path) -> None:
    """Rewrites the pages of a build and their styles and scripts, in place."""
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    styles, scripts = _listed(pages[site / "index.html"], "styles"), _listed(pages[site / "index.html"], "scripts")
    names = Names(prefixes=MADE_BY_SCRIPTS)
    for html in pages.values():
        names.read(html)
    for attribute, values in _SET_BY_SCRIPTS.items():
        names.attributes.setdefault(attribute, set()).update(values)
    css = purge(((site / name).read_text(encoding="utf-8") for name in styles), names)
    js = "\n".join((site / name).read_text(encoding="utf-8") for name in scripts)
    for name in (*styles, *scripts):
        (site / name).unlink()
    shutil.rmtree(site / "assets" / "stylesheets")
    css_name, js_name = _write(site, "css", css), _write(site, "js", js)
    policy = content_policy(pages.values())
    for path, html in pages.items():
        html = _replace(html, "policy", f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
        html = _replace(html, "styles", f'<link rel="stylesheet" href="{_root(html)}{css_name}">')
        html = _replace(html, "scripts", f'<script src="{_root(html)}{js_name}" defer></script>')
        path.write_text(whitespace.reduce(html), encoding="utf-8")
    (site / "_headers").write_text(headers(site, policy), encoding="utf-8")


def content_policy(pages: Iterable[str]) -> str:
    """The Content-Security-Policy that allows the pages' own inline scripts by their hashes, and nothing inline beside.

    https://www.w3.org/TR/CSP3/
    """
    hashes = set()
    for html in pages:
        reader = _InlineScripts()
        reader.feed(html)
        reader.close()
        hashes |= {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in reader.texts}
    allowed = " ".join(f"'sha256-{each}'" for each in sorted(hashes))
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


class _InlineScripts(HTMLParser):
    """The texts of scripts that stand in the page and are run: those without an address, data blocks left out."""

    def __init__(self):
        super().__init__()
        self.texts: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        self._within = tag == "script" and "src" not in said and said.get("type") != "application/json"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._within = False


def _between(html: str, mark: str) -> tuple[str, str, str]:
    before, opened, rest = html.partition(f"<!--{mark}-->")
    inside, closed, after = rest.partition(f"<!--/{mark}-->")
    if not (opened and closed):
        raise ValueError(f"a page has no <!--{mark}--> ... <!--/{mark}-->; overrides/base.html writes them")
    return before, inside, after


def _addresses(inside: str) -> list[str]:
    reader = _Addresses()
    reader.feed(inside)
    reader.close()
    return reader.found


class _Addresses(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        self.found.append(said.get("href") or said.get("src") or "")


def _listed(home: str, mark: str) -> list[str]:
    """The files that the home page, at the root, lists between two marks."""
    return _addresses(_between(home, mark)[1])


def _root(html: str) -> str:
    """The way from a page to the site's root, as its scripts' addresses begin."""
    return _addresses(_between(html, "scripts")[1])[0].partition("assets/")[0]


def _replace(html: str, mark: str, element: str) -> str:
    """The page with one element in place of those between the marks."""
    before, _, after = _between(html, mark)
    return before + element + after


def _write(site: Path, kind: str, text: str) -> str:
    name = f"assets/site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{kind}"
    (site / name).write_text(text, encoding="utf-8")
    return name
