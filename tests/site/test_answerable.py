"""Every page leads to whoever publishes it, where there is somebody, and to nobody where there is not."""

import datetime
import gzip
import re

import pytest

from builder.content.project import Project
from builder.content.records.load import load
from tests.conftest import ROOT, BuiltSite, build_site, mkdocs
from tests.site.test_site import PAGES, html_of

RECORDS, _ = load(ROOT / "data")
REPOSITORY, CONTACT = "https://example.org/a/b", "desk@example.org"
# What the answers to readers may add to a page's first view, with gzip.
MOST = 3 * 1024


@pytest.fixture(scope="module")
def answered(once):
    """The site with both ways to write to its publisher."""

    def build(folder):
        variables = {"SITE_URL": "https://example.net/", "REPOSITORY": REPOSITORY, "CONTACT": CONTACT}
        build_site(folder, **variables)
        assert "names nobody to write to" not in (folder / "log").read_text(encoding="utf-8")

    return BuiltSite(once("answered", build))


@pytest.mark.parametrize("path", PAGES)
def test_the_foot_of_a_page_offers_a_public_and_a_private_way_with_the_page_filled_in(answered, path):
    public, private = answered.page(html_of(path)).select("#something-wrong a")
    address = f"https%3A%2F%2Fexample.net%2F{html_of(path).removesuffix('index.html').replace('/', '%2F')}"
    assert public["href"] == f"{REPOSITORY}/issues/new?template=correction.yml&page={address}"
    assert private["href"] == f"mailto:{CONTACT}?subject={address}"


def test_the_form_that_pages_lead_to_is_there_and_asks_for_page_and_source():
    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / "correction.yml").read_text(encoding="utf-8")
    for field in ("page", "source"):
        assert re.search(rf"id: {field}\n(?:    .*\n)*?    validations:\n      required: true", form), field


def test_a_copy_without_a_publisher_says_so_once_and_links_nothing(site):
    assert site.log.count("names nobody to write to") == 1
    about = site.article("about/index.html").get_text()
    assert "This copy of the site has no publisher to write to" in about
    for path in site.paths:
        html = site.html(path)
        assert "Report an error" not in html and "privately" not in html and "mailto:" not in html, path
        assert path == "about/index.html" or "no publisher to write to" not in html, path


def test_about_says_plainly_what_the_publisher_leaves_out_and_the_foot_leads_there(site):
    about = site.article("about/index.html").get_text()
    for words in (
        "this copy names none",
        "does not name its editors",
        "does not say who pays",
        "no translator has checked them",
    ):
        assert words in about, words
    assert site.page("help/index.html").select_one("footer p a")["href"] == "../about/#publisher"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_who_outside_has_read_it_and_ends_with_its_own_changes(site, path):
    page = site.page(html_of(path))
    assert "Nobody outside has read this page yet." in page.select_one(".reviewed").get_text()
    own = [change for change in RECORDS.changes.values() if change.page.partition("#")[0] == path]
    listed = [item.get_text() for item in page.select(".answerable details:not(.cite) li")]
    assert len(listed) == len(own)
    assert all(any(" ".join(change.what.split()) in " ".join(text.split()) for text in listed) for change in own)


@pytest.mark.parametrize("path", PAGES)
def test_answers_to_readers_weigh_little(answered, path):
    html = answered.html(html_of(path))
    without = re.sub(r'<div class="md-typeset answerable.*?</div>', "", html, flags=re.DOTALL)
    assert without != html
    assert len(gzip.compress(html.encode(), 6)) - len(gzip.compress(without.encode(), 6)) <= MOST


def test_whoever_finds_a_hole_finds_where_to_report_it_in_the_place_that_is_agreed_on(answered, site):
    """https://www.rfc-editor.org/rfc/rfc9116"""
    text = (answered.folder / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert (answered.folder / "security.txt").read_text(encoding="utf-8") == text
    reviewed = max(page.front.reviewed.end.latest for page in Project.read(ROOT).pages.values())
    assert [line.split(": ") for line in text.splitlines()] == [
        ["Contact", f"mailto:{CONTACT}"],
        ["Expires", f"{reviewed + datetime.timedelta(days=365)}T00:00:00Z"],
        ["Preferred-Languages", "en"],
        ["Canonical", "https://example.net/.well-known/security.txt"],
        ["Canonical", "https://example.net/security.txt"],
        ["Policy", f"{REPOSITORY}/blob/HEAD/SECURITY.md"],
    ]
    assert not list(site.folder.rglob("security.txt")), "of a copy that names nobody"


@pytest.mark.parametrize(("name", "value"), [("CONTACT", "nonsense"), ("REPOSITORY", "a/b")])
def test_a_malformed_address_stops_the_build_with_one_message(project, name, value):
    result = mkdocs(project, "build", **{name: value})
    assert result.returncode and "Traceback" not in result.stdout
    assert (
        result.stdout.count(f" {name}: ") == 1
        and "or leave it out" in result.stdout
        and not (project / "site").exists()
    )
