"""Makes a build fit to publish: one stylesheet of what is used, one script and one icon in the page, a policy that allows
nothing else.

A page asks for itself and for the stylesheet, which it shares with all others; script and icon are smaller than what
asking for them costs on a slow network.

Runs after every `mkdocs build` and under `make serve`, on the folder the build was made in; plain `mkdocs serve` shows the
parts as they are written.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import rjsmin

from builder.cache import Cache, fingerprint
from builder.content.pages import Page
from builder.content.problems import Problem, ProblemsFound
from builder.parallel import in_parallel
from builder.publishing.addresses import built_path
from builder.publishing.audit import PageAudit, audit
from builder.publishing.heads import shut_out
from builder.publishing.html import DATA_BLOCKS, Listener, hear
from builder.publishing.origins import Origins
from builder.publishing.paragraphs import UncitedParagraphs, uncited
from builder.publishing.pictures import Shown, ShownPictures, unlike
from builder.publishing.policy import content_policy, headers
from builder.publishing.stylesheet import Names, merged, purge
from builder.publishing.whitespace import Reducer

# What is in the theme's folder and no page of this site asks for.
_UNUSED = ("assets/images", "assets/javascripts/lunr", "assets/javascripts/workers", "assets/javascripts/*.map")
# Parts of the theme whose names its script knows and whose markup this site never writes.
_NOT_USED = (
    "tabbed",
    "md-annotation",
    "md-code",
    "md-source",
    "md-status",
    "md-tag",
    "md-typeset__",
    "md-version",
    "mermaid",
)
# overrides/base.html sets each of these off with a comment before it and one after it.
_MARKS = {f"{slash}{mark}" for mark in ("policy", "icon", "styles", "scripts") for slash in ("", "/")}


def finish(
    site: Path,
    written: Mapping[str, Page],
    base: str = "/",
    promised: Set[str] = frozenset(),
    flat: bool = False,
    contact: str = "",
    lost: Iterable[Problem] = (),
    root: Path | None = None,
) -> None:
    """Rewrites the pages of a build and their styles and scripts, in place.

    written: the pages as they were written, by path from docs/; base: the path the site is published under; promised:
    files that will be put beside the build, to which pages may lead; flat: whether pages are files, not folders;
    contact: the mail address that pages may lead to; lost: the published addresses that lead nowhere; root: the project's, by
    whose templates a fault is named.
    Raises ProblemsFound with these, and with everything the audit refuses.
    """
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    pages = dict(_heard(site, contact))
    addresses = {built_path(path, flat): path for path in written}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    origins, sources = Origins(root) if root else None, {page: f"docs/{path}" for page, path in addresses.items()}
    heard = {name: page.audit for name, page in pages.items()}
    problems = [*lost, *audit(heard, files | promised, base, origins, sources)]
    if (site / "robots.txt").is_file():
        problems += shut_out((site / "robots.txt").read_text(encoding="utf-8"))
    problems += uncited(written, {addresses[name]: page.facts for name, page in pages.items() if name in addresses})
    problems += [problem for name, page in pages.items() for problem in unlike(name, page.pictures, site)]
    if problems:
        raise ProblemsFound(problems)
    home = pages["index.html"].html
    names = merged(page.names for page in pages.values())
    icon, css, js = _icon(site, home), _styles(site, home, names), _scripts(site, home)
    policy = content_policy({*(text for page in pages.values() for text in page.scripts), js})
    for name, page in pages.items():
        html = _replace(page.html, "policy", f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
        html = _replace(html, "icon", f'<link rel="icon" href="{icon}" type="image/svg+xml">')
        html = _replace(html, "styles", f'<link rel="stylesheet" href="{_root(html)}{css}">')
        html = _replace(html, "scripts", f"<script>{js}</script>")
        (site / name).write_text(html, encoding="utf-8")
    (site / "_headers").write_text(headers(site, policy), encoding="utf-8")


@dataclass(frozen=True)
class _Heard:
    """What there is to know of one page. html: without idle white space."""

    html: str
    names: Names
    scripts: Set[str]
    audit: PageAudit
    facts: UncitedParagraphs
    pictures: Mapping[str, Shown]


_kept_pages: Cache[tuple[str, str], _Heard] = Cache("heard")
_kept_styles: Cache[str, str] = Cache("styles")


def _heard(site: Path, contact: str) -> Iterator[tuple[str, _Heard]]:
    """Every page of a build by its path, in order."""
    _kept_pages.turn()
    pages = {
        path.relative_to(site).as_posix(): (path.read_text(encoding="utf-8"), contact)
        for path in sorted(site.rglob("*.html"))
    }
    heard = _kept_pages.get_all(pages.values(), partial(in_parallel, _hear), lambda page: len(page[0]))
    for name, page in pages.items():
        yield name, heard[page]


def _hear(page: tuple[str, str]) -> _Heard:
    html, contact = page
    names, scripts, audited, reducer, facts, pictures = (
        Names(),
        InlineScripts(),
        PageAudit(contact),
        Reducer(keep=_MARKS),
        UncitedParagraphs(),
        ShownPictures(),
    )
    hear(html, names, scripts, audited, reducer, facts, pictures)
    audited.finish()
    return _Heard(reducer.html, names, scripts.texts, audited, facts, pictures.found)


def _styles(site: Path, home: str, names: Names) -> str:
    """Writes the one stylesheet in place of those the home page lists, and gives its address."""
    for script in sorted((site / "assets").rglob("*.js")):
        names.read_script(script.read_text(encoding="utf-8"), but=_NOT_USED)
    sheets = [site / address for address in _listed(home, "styles")]
    texts = tuple(sheet.read_text(encoding="utf-8") for sheet in sheets)
    _kept_styles.turn()
    css = _kept_styles.get(fingerprint([texts, names.all()]), lambda: purge(texts, names))
    for sheet in sheets:
        sheet.unlink()
    shutil.rmtree(site / "assets" / "stylesheets")
    name = f"assets/site.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(css, encoding="utf-8")
    return name


def _scripts(site: Path, home: str) -> str:
    """The one script in place of those the home page lists."""
    parts = [site / address for address in _listed(home, "scripts")]
    js: str = rjsmin.jsmin("\n".join(part.read_text(encoding="utf-8") for part in parts))
    for part in parts:
        part.unlink()
    return js


def _icon(site: Path, home: str) -> str:
    """The icon the home page names, as an address that holds it."""
    (address,) = _listed(home, "icon")
    return f"data:image/svg+xml,{quote((site / address).read_text(encoding='utf-8'))}"


class InlineScripts(Listener):
    """The texts of scripts that stand in the pages and are run: those without an address, data blocks left out."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self._within = False

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self._within = tag == "script" and "src" not in said and said.get("type") not in DATA_BLOCKS

    def text(self, text: str) -> None:
        if self._within:
            self.texts.add(text)

    def end(self, tag: str) -> None:
        self._within = False


class _Addresses(Listener):
    def __init__(self) -> None:
        self.found: list[str] = []

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self.found.append(said.get("href") or said.get("src") or "")


def _between(html: str, mark: str) -> tuple[str, str, str]:
    before, opened, rest = html.partition(f"<!--{mark}-->")
    inside, closed, after = rest.partition(f"<!--/{mark}-->")
    if not (opened and closed):
        wrong, right = f"<!--{mark}--> or <!--/{mark}--> is missing", "set the part off with both, as the others are"
        raise ProblemsFound([Problem("overrides/base.html", 0, "", wrong, right)])
    return before, inside, after


def _listed(html: str, mark: str) -> list[str]:
    """The addresses that a page lists between two marks."""
    addresses = _Addresses()
    hear(_between(html, mark)[1], addresses)
    return addresses.found


def _root(html: str) -> str:
    """The way from a page to the site's root, as its scripts' addresses begin."""
    return _listed(html, "scripts")[0].partition("assets/")[0]


def _replace(html: str, mark: str, element: str) -> str:
    """The page with one element in place of those between the marks."""
    before, _, after = _between(html, mark)
    return before + element + after
