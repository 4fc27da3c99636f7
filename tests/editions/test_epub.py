"""The whole site as one EPUB: `make epub`."""

import posixpath
import subprocess
import zipfile

import pytest
from bs4 import BeautifulSoup

from builder.editions import epub
from builder.editions.book import identity
from tests.conftest import HOME, ROOT
from tests.site.test_site import PAGES


@pytest.fixture(scope="module")
def folder(once, hosted):
    def make(folder):
        epub.main(ROOT, hosted.folder)

    once("epub", make)
    return hosted.folder


@pytest.fixture(scope="module")
def texts(folder):
    """Each text of the book, parsed, by its name."""
    with zipfile.ZipFile(folder / epub.NAME) as book:
        names = [name for name in book.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("EPUB/"): BeautifulSoup(book.read(name), "html.parser") for name in names}


def test_the_site_offers_the_epub_only_where_it_was_made(folder, site):
    assert epub.NAME in (folder / "index.html").read_text(encoding="utf-8")
    assert epub.NAME not in site.html("index.html")


def test_epubcheck_finds_nothing(folder):
    """https://www.w3.org/publishing/epubcheck/"""
    command = ["java", "-jar", "/usr/share/java/epubcheck.jar", "--failonwarnings", str(folder / epub.NAME)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_is_a_text_of_the_book_and_stands_in_its_contents(texts):
    assert set(texts) == {f"{identity(path)}.xhtml" for path in PAGES} | {"contents.xhtml"}
    assert [link["href"] for link in texts["contents.xhtml"].select("nav a")] == [
        name for name in texts if name != "contents.xhtml"
    ]


def test_every_link_leads_somewhere_within_the_book_or_to_an_address(texts):
    ids = {name: {element["id"] for element in text.select("[id]")} for name, text in texts.items()}
    notes = 0
    for name, text in texts.items():
        for link in text.select("a[href]"):
            if not link["href"].startswith(("https:", "http:", "mailto:")):
                target, _, fragment = link["href"].partition("#")
                target = posixpath.normpath(target or name)
                assert target in ids and (not fragment or fragment in ids[target]), (name, link["href"])
                notes += "--fn:" in fragment
    assert notes > 1000
    data = texts["about-figures.xhtml"].select_one('a[href$="figures.csv"]')["href"]
    assert data == f"{HOME}data/figures.csv"


def test_drawings_stay_drawings_and_nothing_is_left_that_needs_a_screen(texts):
    drawings = [drawing for text in texts.values() for drawing in text.select(".drawing > svg")]
    assert len(drawings) > 3 and all(drawing["xmlns"] == "http://www.w3.org/2000/svg" for drawing in drawings)
    assert not any(text.select("form, button, input, script, article nav") for text in texts.values())


def test_the_same_site_makes_the_same_book(folder):
    first = (folder / epub.NAME).read_bytes()
    epub.main(ROOT, folder)
    assert (folder / epub.NAME).read_bytes() == first
