"""What only a browser shows: scripts, the keyboard, narrow screens, requests to elsewhere. Debian's chromium."""

import functools
import http.server
import shutil
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = [
    "",
    "story/quotes/",
    "background/united-nations/",
    "since/timeline/",
    "since/in-court/",
    "about/sources/",
    "about/figures/",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(site):
    handler = functools.partial(_Quiet, directory=str(site.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    assert CHROMIUM, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_narrow_phone_and_nothing_is_fetched_from_elsewhere(browser, address, path):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "help/", "learn/classroom/", "404.html"])
def test_pages_break_no_accessibility_rule_by_day_or_night(browser, address, path, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    violations = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in violations] == []
    context.close()


def test_the_timeline_narrows_to_a_thread_with_the_keyboard_and_says_so(page, address):
    page.goto(address + "since/timeline/")
    total = page.locator(".event").count()
    page.locator("input[name=thread]").first.focus()
    page.keyboard.press("ArrowDown")
    shown = page.locator(".event:visible").count()
    assert 0 < shown < total
    assert page.locator("form.filter [role=status]").inner_text() == f"{shown} of {total} shown."
    assert "thread=yazidis" in page.url
    assert all("yazidis" in event.get_attribute("data-thread") for event in page.locator(".event:visible").all())


def test_a_narrowed_timeline_has_an_address_that_brings_it_back(page, address):
    page.goto(address + "since/timeline/?thread=courts")
    assert page.locator("input[name=thread][value=courts]").is_checked()
    assert 0 < page.locator(".event:visible").count() < page.locator(".event").count()


def test_an_event_that_is_filtered_out_is_shown_when_its_address_is_opened(page, address):
    page.goto(address + "since/timeline/?thread=courts#2014-08-03-attack-on-sinjar")
    assert page.locator('[id="2014-08-03-attack-on-sinjar"]').is_visible()


def test_an_address_with_an_unknown_thread_shows_everything(page, address):
    page.goto(address + "since/timeline/?thread=nonsense")
    assert page.locator(".event:visible").count() == page.locator(".event").count()


def test_cases_narrow_by_country_and_outcome_together(page, address):
    page.goto(address + "since/in-court/?country=Germany&outcome=genocide")
    assert [case.get_attribute("id") for case in page.locator(".case:visible").all()] == ["germany-taha-al-j"]
    assert not page.locator("section.country", has_text="Sweden").first.is_visible()


def test_without_scripts_everything_is_there(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "since/timeline/")
    assert page.locator(".event:visible").count() == page.locator(".event").count() >= 90
    assert not page.locator("form.filter").is_visible()
    page.goto(address + "since/in-court/")
    assert page.locator(".case:visible").count() == page.locator(".case").count()
    context.close()


def test_a_quotation_is_copied_with_its_citation_and_address(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "story/quotes/")
    page.locator("#quote-harrowing .copy-quotation").click()
    page.locator("#quote-harrowing .copy-quotation", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "We know that it’s genocide." in copied
    assert "Amal Clooney to Fiona Bruce, BBC News, 7 March 2017, as printed by PEOPLE" in copied
    assert copied.endswith("story/quotes/#quote-harrowing")
    context.close()


def test_a_note_shows_itself_on_focus(page, address):
    page.goto(address + "background/united-nations/")
    page.locator("a.footnote-ref").first.focus()
    page.locator(".md-tooltip2--active").wait_for()
    assert "Archived copy" in page.locator(".md-tooltip2--active").inner_text()


def test_searching_by_another_spelling_finds_the_page_of_names(page, address):
    page.goto(address)
    page.locator("input.md-search__input").fill("Shingal")
    page.locator(".md-search-result__link", has_text="Names and spellings").first.wait_for()
