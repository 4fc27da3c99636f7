"""What leaves the workshop: how much a page weighs, what the published folder holds, and what browsers are told of it."""

import base64
import gzip
import hashlib
import re

import pytest
from bs4 import BeautifulSoup

from builder.content.rules.style_sheets import faults
from builder.publishing.html import hear
from builder.publishing.policy import HEADERS
from builder.publishing.stylesheet import Names, purge
from builder.publishing.whitespace import Reducer
from tests.conftest import ROOT
from tests.site.test_site import PAGES, html_of

KB = 1024
# Everything a page loads before the reader acts, gzip: what the leanest documentation theme measured needs for such a page.
ARTICLE, WITH_MAP, LONG_LIST, SHARED = 56 * KB, 72 * KB, 90 * KB, 40 * KB
MAPS = ("background/yazidis.md", "background/genocide.md")
LISTS = ("since/timeline.md", "since/in-court.md", "about/sources.md", "about/press.md", "about/figures.md")


def size(path):
    """Bytes as a server sends them: pictures as they are, all else with gzip's usual effort."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".png" else len(gzip.compress(content, 6))


def stylesheet(site):
    """All that a page loads beside itself; tests/test_everywhere.py holds a browser to it."""
    (sheet,) = site.folder.glob("assets/site.*")
    return sheet


def test_what_all_pages_share_is_small(site):
    """The stylesheet, and the scripts and the icon that stand in every page."""
    page = site.page("index.html")
    inside = [script.string for script in page.select("script:not([src])")] + [
        page.select_one("link[rel=icon]")["href"]
    ]
    assert size(stylesheet(site)) + len(gzip.compress("".join(inside).encode(), 6)) <= SHARED


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_enough_for_a_slow_network(site, path):
    allowed = LONG_LIST if path in LISTS else WITH_MAP if path in MAPS else ARTICLE
    assert size(site.folder / html_of(path)) + size(stylesheet(site)) <= allowed


def test_the_published_folder_holds_nothing_of_the_workshop(site):
    for path in (path for path in site.folder.rglob("*") if path.is_file()):
        name = path.relative_to(site.folder).as_posix()
        assert not re.search(r"\.map$|lunr/|\.ya?ml$|(?<!\.html)\.md$|\.py$|draft|~$", name), name
        if path.suffix in (".html", ".css", ".js", ".json", ".csv", ".xml", ".svg", ".bib", ""):
            text = path.read_text(encoding="utf-8")
            assert str(ROOT) not in text and not re.search(r"file://|(?<![\w/.-])/(home|root|tmp|Users)/", text), name
            assert not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2,}(?![\w/])", text) or path.suffix == ".js", name


def test_the_policy_allows_the_pages_own_scripts_and_nothing_inline_beside(site):
    policies = {site.page(path).select_one("meta[http-equiv]")["content"] for path in site.paths}
    (policy,) = policies
    rules = dict(part.split(" ", 1) for part in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    allowed = set(re.findall(r"sha256-([\w+/=]+)", rules["script-src"]))
    inline = {
        base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode()
        for path in site.paths
        for script in site.page(path).select("script:not([src], [type$=json])")
    }
    assert allowed == inline and len(inline) == 2, "the one that runs before anything is drawn, and the one at the end"


def test_hosts_that_send_headers_are_given_all_of_them(site):
    rules = site.headers
    for name, value in HEADERS.items():
        assert rules["/*"][name] == value
    assert rules["/*"]["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    hashed = [path for path in rules if path != "/*"]
    assert len(hashed) == 3 and all(re.search(r"\.[0-9a-f]{8}\.", path) for path in hashed)
    for path in hashed:
        assert (site.folder / path.lstrip("/")).exists() and "immutable" in rules[path]["Cache-Control"]


def test_links_that_leave_the_site_tell_nobody_where_the_reader_came_from(site):
    for path in site.paths:
        page = site.page(path)
        assert page.select_one('meta[name="referrer"]')["content"] == "no-referrer"


def names(html, script=""):
    found = Names()
    hear(html, found)
    found.read_script(script)
    return found


@pytest.mark.parametrize(
    ("css", "html", "script", "left"),
    [
        (".a{color:red}.b{color:blue}", '<p class="a">', "", ".a{color:red}"),
        (".a,.b{color:red}", '<p class="a">', "", ".a{color:red}"),
        (".made{color:red}", "<p>", 'e.className = "made"', ".made{color:red}"),
        ("@media print{.b{color:red}}", "<p>", "", ""),
        ("@media print{p{color:red}}", "<p>", "", "@media print{p{color:red}}"),
        (".a :is(b, i){color:red}", '<p class="a"><b>', "", ".a :is(b, i){color:red}"),
        (".a :is(u, i){color:red}", '<p class="a"><b>', "", ""),
        ("p:not(.b){color:red}", "<p>", "", "p:not(.b){color:red}"),
        ("[hidden]{color:red}", "<p>", "", ""),
        ("[lang=ar]{color:red}[lang=en]{color:blue}", '<p lang="en">', "", "[lang=en]{color:blue}"),
        ("#a{color:red}#b{color:blue}", '<p id="b">', "", "#b{color:blue}"),
        ("p{--used:1;--idle:2;--via:3;--used:var(--via);order:var(--used)}", "<p>", "", "p{--used:1;--via:3;--used:var(--via);order:var(--used)}"),
        ("p::before{content:'a  b'}", "<p>", "", 'p::before{content:"a  b"}'),
        ("p{margin:0  auto!important}", "<p>", "", "p{margin:0 auto!important}"),
        ("@page{margin:1cm}", "<p>", "", "@page{margin:1cm}"),
    ],
)  # fmt: skip
def test_a_stylesheet_keeps_what_pages_and_scripts_can_use_and_nothing_else(css, html, script, left):
    assert purge([css], names(html, script)) == left


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("p { color: red }\np { color red }", 2),
        ("p { color: red }\n}\n", 2),
        ("\n@import 'a.css';", 2),
        ("p { background: url(https://example.org/a.png) }", 1),
        ("@media print { p { background: url('//example.org/a.png') } }", 1),
        ("p { color: red }\np { color: red", 2),
        ("p { color: red }\n/* never closed", 2),
        ("@media print { p { color: red }", 1),
        ("@meida print { p { color: red } }", 1),
        ("p {\n  color: ;\n}", 2),
        ("p { color: red;\n  b { color: blue }\n}", 2),
        ("{ color: red }", 1),
        ("p { color: red }\n/* </style> */", 2),
    ],
)
def test_a_faulty_stylesheet_is_named_by_its_line(css, line):
    assert [where for where, _ in faults(css)] == [line]


def test_white_space_that_means_something_stays():
    html = "<!doctype html>\n<p>a  <b>b</b>\n\n  c &amp;  d&#8217;</p> <!-- x -->\n<pre>a\n  b</pre><!--keep-->"
    reducer = Reducer(keep={"keep"})
    hear(html, reducer)
    left = "<!doctype html>\n<p>a <b>b</b>\nc &amp; d&#8217;</p> \n<pre>a\n  b</pre><!--keep-->"
    assert reducer.html == left
    assert BeautifulSoup(reducer.html, "html.parser").pre.get_text() == "a\n  b"
