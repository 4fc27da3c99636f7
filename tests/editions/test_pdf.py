"""The whole site as one PDF: `make handbook`."""

import subprocess
import sys

import pikepdf
import pytest

from builder.editions import pdf as handbook
from builder.editions.book import identity
from tests.conftest import ROOT
from tests.site.test_site import PAGES


@pytest.fixture(scope="module")
def book(once, hosted):
    def make(folder):
        # As `make handbook` does, in a process of its own: the browser of the other tests may be open in this one.
        subprocess.run([sys.executable, "-m", "builder.editions.pdf", str(hosted.folder)], cwd=ROOT, check=True)

    once("handbook", make)
    with pikepdf.open(hosted.folder / handbook.NAME) as document:
        yield hosted.folder, document


def test_the_site_offers_the_book_only_where_it_was_made(book, site):
    folder, _ = book
    assert (folder / handbook.NAME).exists()
    assert handbook.NAME in (folder / "index.html").read_text(encoding="utf-8")
    assert handbook.NAME not in site.html("index.html")


def test_the_book_can_be_read_aloud_and_leafed_through(book):
    _, document = book
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "en"
    assert str(document.docinfo["/Title"]) == "Called to Account"
    assert "/StructTreeRoot" in document.Root
    with document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert len(titles) >= len(PAGES)


def test_every_page_of_the_site_begins_on_a_sheet_of_its_own_in_reading_order(book):
    _, document = book
    sheets = {page.objgen: number for number, page in enumerate(document.pages, 1)}
    begins = {
        name.lstrip("/"): sheets[place[0].objgen] for name, place in document.Root.Dests.items() if "--" not in name
    }
    assert sorted(begins) == sorted(identity(path) for path in PAGES)
    order = ["index", "story-in-brief", "story-quotes", "background-yazidis", "since-timeline", "about-accessibility"]
    assert [begins[name] for name in order] == sorted(begins[name] for name in order)
    assert len(set(begins.values())) == len(begins)
    assert begins["index"] == 3, "after the cover and the contents"


def test_every_note_and_every_link_within_the_book_leads_somewhere(book):
    _, document = book
    known = {name.lstrip("/") for name in document.Root.Dests}
    inner, outer = set(), 0
    for page in document.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                inner.add(str(link.Dest).lstrip("/"))
            elif "/A" in link and "/URI" in link.A:
                assert not str(link.A.URI).startswith("http://127.0.0.1"), str(link.A.URI)
                outer += 1
    assert len(inner) > 1000 and outer > 1000
    assert sum("--fn:" in name for name in inner) > 400
    assert inner - known == set()


def tags(document, kind):
    return [
        element for element in document.objects if isinstance(element, pikepdf.Dictionary) and element.get("/S") == kind
    ]


def within(element, kind):
    """Whether an element of the structure holds one of a kind, however deep."""
    inner = element.get("/K", [])
    return any(
        part.get("/S") == kind or within(part, kind)
        for part in (inner if isinstance(inner, pikepdf.Array) else [inner])
        if isinstance(part, pikepdf.Dictionary)
    )


def test_quotations_are_tagged_as_quotations_and_charts_as_figures_with_words_beside_their_table(book, site):
    _, document = book
    pages = [site.page(path) for path in site.paths if site.page(path).select_one("article")]
    quotations = sum(len(page.select("article blockquote")) for page in pages)
    assert len(tags(document, "/BlockQuote")) >= quotations > 10
    figures = tags(document, "/Figure")
    drawn = sum(len(page.select("article figure svg[role=img]")) for page in pages)
    assert len(figures) >= drawn > 3
    assert [str(figure.get("/Alt", "")) for figure in figures if len(str(figure.get("/Alt", ""))) < 40] == []
    charts = [element for element in tags(document, "/Div") if within(element, "/Caption")]
    assert len(charts) == sum(len(page.select("article figure.chart")) for page in pages)
    assert all(within(chart, "/Table") for chart in charts)
