"""The bundle to keep: unpacked on a disk, opened without a server and without a network. `make offline`."""

import subprocess
import sys
import zipfile

import pytest

from builder.editions import zip as offline
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def bundle(once):
    def make(folder):
        subprocess.run([sys.executable, "-m", "builder.editions.zip", str(folder)], cwd=ROOT, check=True)
        with zipfile.ZipFile(folder / offline.NAME) as file:
            file.extractall(folder)

    return once("offline", make) / "called-to-account"


@pytest.fixture
def reader(browser):
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    yield page
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_a_page_opened_from_a_disk_looks_as_it_should_and_leads_on(reader, bundle):
    reader.goto((bundle / "index.html").as_uri())
    assert reader.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 247, 239)"
    reader.locator("a.next").click()
    reader.wait_for_url("**/story/in-brief.html")
    assert reader.locator("h1").inner_text().startswith("In brief")


def test_the_reader_searches_from_a_disk_and_finds_the_place(reader, bundle):
    reader.goto((bundle / "help.html").as_uri())
    reader.locator("input.md-search__input").fill("Guterres")
    reader.locator(".md-search-result__link", has_text="António Guterres").first.click()
    reader.wait_for_url("**/story/who-is-who.html?h=guterres#antonio-guterres")
    reader.locator("mark", has_text="Guterres").first.wait_for()


def test_the_colours_chosen_from_a_disk_stay(reader, bundle):
    reader.goto((bundle / "index.html").as_uri())
    reader.locator(".change-scheme").click()
    reader.goto((bundle / "help.html").as_uri())
    assert reader.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_every_link_of_the_bundle_leads_to_a_file_in_it(bundle, site):
    pages = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*.html")}
    moved = [path for path in site.paths if "This page has moved" in site.html(path)]
    assert len(pages) == len(site.paths) - 1 - len(moved), (
        "all pages but those for addresses that were left or are wrong"
    )
    assert not {"_headers", "sitemap.xml", "404.html"} & {path.name for path in bundle.iterdir()}
