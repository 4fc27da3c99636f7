"""Under `make serve` a page that stands open follows what is written, within the site's own policy."""

from playwright.sync_api import expect

from tests.serving import serving
from tests.site.test_serving import PAGE, edit


def test_an_open_page_shows_an_edit_then_its_fault_then_the_site_again(project, chromium):
    forbidden = []
    page = chromium.new_page()
    # A page of faults is answered as an error, and says so there: only what the policy forbids is a fault here.
    page.on("console", lambda said: "Content Security Policy" in said.text and forbidden.append(said.text))
    page.on("pageerror", lambda error: forbidden.append(str(error)))
    with serving(project) as served:
        served.shows(200)
        page.goto(f"{served.address}background/isis/")
        edit(project, PAGE, r"^(?=## )", "A sentence just written.\n{ .plain }\n\n")
        expect(page.get_by_text("A sentence just written.")).to_be_visible(timeout=60_000)
        edit(project, PAGE, "A sentence just written.", "[@no-such-source].")
        expect(page.get_by_role("heading", name="The site cannot be built")).to_be_visible(timeout=60_000)
        edit(project, PAGE, r"\[@no-such-source\]\.", "It is mended.")
        expect(page.get_by_text("It is mended.")).to_be_visible(timeout=60_000)
    page.close()
    assert forbidden == []
