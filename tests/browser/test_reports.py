"""Every record offers a report, which names it."""

import pytest

from builder.content.records.load import load
from tests.conftest import ROOT
from tests.site.test_answerable import answered  # noqa: F401 # a fixture

RECORDS, _ = load(ROOT / "data")
WHERE = {
    "timeline": "since/timeline/",
    "figures": "about/figures/",
    "cases": "since/in-court/",
    "recognitions": "since/recognition/",
    "claims": "story/claims/",
    "sources": "about/sources/",
    "press": "about/press/",
    "glossary": "learn/glossary/",
    "people": "story/who-is-who/",
}


@pytest.mark.parametrize("file", WHERE)
def test_each_record_offers_a_report_and_the_foot_of_the_page_then_names_it(browser, answered, file):  # noqa: F811
    page = browser.new_page()

    def serve(route):
        path = route.request.url.removeprefix("https://example.net/").partition("?")[0]
        route.fulfill(path=answered.folder / (f"{path}index.html" if not path or path.endswith("/") else path))

    page.route("**/*", serve)
    page.goto(f"https://example.net/{WHERE[file]}")
    # The press has a page of its own.
    kept = {"sources": lambda source: source.grade != "press", "press": lambda source: source.grade == "press"}
    kind = "sources" if file == "press" else file
    names = [name for name, record in RECORDS.by_file[kind].items() if kept.get(file, bool)(record)]
    for name in names:
        links = page.evaluate("id => document.getElementById(id).querySelectorAll('a.report').length", name)
        assert links == 1, name
    name = names[1]
    page.evaluate("id => document.getElementById(id).querySelector('a.report').click()", name)
    for link in page.locator("#something-wrong a").all():
        assert link.get_attribute("href").endswith(f"%23{name}")
    assert page.locator("#something-wrong [role=status]").inner_text().startswith("About “")
    assert page.url.endswith("#something-wrong")
