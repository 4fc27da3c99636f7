"""A page says how to cite it, a record has an address of its own, and what moved leads on."""

import posixpath
import re

import pytest

from builder.content.published import Published
from builder.content.records.load import load
from tests.conftest import HOME, ROOT, mkdocs
from tests.site.test_site import PAGES, html_of

RECORDS, _ = load(ROOT / "data")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_cited_in_two_styles_and_two_formats_with_its_review_and_address(hosted, path):
    page = hosted.page(html_of(path))
    address = HOME + html_of(path).removesuffix("index.html")
    assert page.select_one('link[rel="canonical"]')["href"] == address
    fold = page.select_one("details.cite")
    chicago, apa = (paragraph.get_text() for paragraph in fold.select("p")[:2])
    bibtex, ris = (text.get_text() for text in fold.select("pre"))
    assert (
        re.search(r"“.+[.?!]” Last reviewed [A-Z][a-z]+ \d{1,2}, \d{4}\. \S+\.$", chicago) and f"{address}." in chicago
    )
    assert re.search(r"^APA: .+\. \(\d{4}, [A-Z][a-z]+ \d{1,2}\)\. .+[.?!] ", apa) and apa.endswith(address)
    assert bibtex.startswith("@online{") and f"url = {{{address}}}" in bibtex and "date = {2026-" in bibtex
    assert ris.startswith("TY  - ELEC\n") and f"UR  - {address}\n" in ris and ris.splitlines()[-1].startswith("ER  -")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_tells_reference_managers_what_it_is(hosted, path):
    page = hosted.page(html_of(path))
    said = {each["name"]: each["content"] for each in page.select('meta[name^="citation_"]')}
    assert said["citation_public_url"] == page.select_one('link[rel="canonical"]')["href"]
    assert said["citation_title"] and said["citation_title"] in page.title.get_text()
    assert said["citation_author"] == "Called to Account"
    # By this Zotero tells a page of a site from an article of a journal (its translator Embedded Metadata, and RDF behind it).
    assert page.select_one('meta[property="og:type"]')["content"] == "website"
    assert re.fullmatch(r"\d{4}/\d{2}/\d{2}", said["citation_publication_date"])


def test_a_copy_without_an_address_says_so_and_offers_none(site):
    page = site.page("help/index.html")
    assert "This copy of the site has no public address" in page.select_one("details.cite").get_text()
    assert not page.select("details.cite pre") and not page.select('meta[name="citation_public_url"]')


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("timeline", "since/timeline"),
        ("figures", "about/figures"),
        ("glossary", "learn/glossary"),
        ("recognitions", "since/recognition"),
        ("cases", "since/in-court"),
        ("people", "story/who-is-who"),
        ("claims", "story/claims"),
        ("quotes", "story/quotes"),
        ("organisations", "help"),
        ("readings", "learn/read-watch-listen"),
        ("changes", "about/changes"),
        ("places", "about/names"),
        ("sources", None),
    ],
)
def test_every_record_has_a_permalink_that_says_what_it_leads_to(site, kind, path):
    # A quotation that PEOPLE did not print stands on whichever page asks for it.
    there = [each for each in getattr(RECORDS, kind).values() if kind != "quotes" or each.article_order]
    permalinks = {}
    for where in (path,) if path else ("about/press", "about/sources"):
        for link in site.article(f"{where}/index.html").select("a.permalink, a.headerlink"):
            permalinks.setdefault((where, link["href"]), []).append(link)
    for record in there:
        where = path or ("about/press" if record.grade == "press" else "about/sources")
        part = f"quote-{record.id}" if kind == "quotes" else record.id
        links = permalinks.get((where, f"#{part}"), [])
        assert len(links) == 1, (kind, record.id)
        assert links[0].get("aria-label", links[0].get("title")).startswith("Link to "), record.id
        assert site.with_id(f"{where}/index.html", part), record.id


def test_every_address_of_the_site_is_listed_and_each_that_was_left_leads_on(hosted):
    assert "addresses are new" not in hosted.log, "make addresses adds them to data/addresses.txt"
    published, problems = Published.read(ROOT)
    assert problems == [] and list(published.listed) == sorted(published.listed)
    for address in [*published.listed, *published.moved]:
        page, _, part = address.partition("#")
        path = f"{page}index.html".lstrip("/")
        assert (hosted.folder / path).is_file(), address
        if part and not hosted.with_id(path, part) and f"{page}#" not in published.moved:
            (on,) = hosted.page(path).select("a.moved-on")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), on["href"]))
            assert hosted.with_id(f"{there}/index.html", part) or f"/{there}/#" in published.moved, address


def test_a_page_that_lost_parts_without_a_place_for_them_says_so_where_their_addresses_land(hosted):
    published, _ = Published.read(ROOT)
    assert [address for address in published.moved if address.endswith("#")] == ["/about/press/#"]
    top = hosted.article("about/press/index.html").select("h1 ~ *")[:6]
    assert "one that no page cites any more leaves the list" in " ".join(each.get_text(" ") for each in top)
    assert not hosted.page("about/press/index.html").select("a.moved-on, .moved")


def test_a_page_that_moved_leads_on_by_a_link_and_does_not_leave_by_itself(hosted):
    page = hosted.page("about/glossary/index.html")
    assert page.h1.get_text() == "This page has moved"
    assert page.select_one("article p a")["href"] == "../../learn/glossary/"
    assert page.select_one('link[rel="canonical"]')["href"] == f"{HOME}learn/glossary/"
    assert not page.select("meta[http-equiv=refresh]")
    assert "about/glossary" not in (hosted.folder / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("data/moved.yml", "/about/glossary/: /learn/glossary/", "", "/about/glossary/ was published and leads nowhere any more"),
        ("data/moved.yml", "/help/#distress", "/help/#nothing", "/help/#now was published and leads nowhere any more"),
        ("docs/help.md", "{#teaching}", "{#lessons}", "/help/#teaching was published and leads nowhere any more"),
        ("data/addresses.txt", "/help/\n", "help.md\n", "'help.md' is no address of ours"),
    ],
)  # fmt: skip
def test_an_address_without_a_way_on_stops_the_build_with_one_message(project, file, old, new, said):
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode and "Traceback" not in result.stdout
    assert result.stdout.count(said) == 1 and not (project / "site").exists()


def test_the_lines_for_programs_name_the_files_where_this_copy_has_them(hosted, site):
    for built, address in ((hosted, f"{HOME}data/"), (site, "./")):
        codes = [code.get_text() for code in built.article("about/figures/index.html").select("pre code")]
        python, r = (code for code in codes if "citations.csv" in code)
        assert f'data = "{address}"\n' in python and f'data <- "{address}"\n' in r
    for name in ("citations.csv", "sources.csv"):
        assert name in python and name in r and (hosted.folder / "data" / name).exists()
