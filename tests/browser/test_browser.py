"""What only a browser shows: scripts, the keyboard, tooltips, search."""

import io
import re

import pikepdf
import pytest


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


@pytest.mark.parametrize("said", ["?thread=%E0%A4%A", "?thread=nothing-like-it", "?h=%E0%A4%A", "?h=%28", "#%E0%A4%A"])
def test_what_an_address_says_that_does_not_decode_or_names_nothing_changes_nothing(page, address, said):
    """The browser fixture fails where a script throws."""
    page.goto(f"{address}since/timeline/")
    before = page.locator("form.filter [role=status]").inner_text()
    page.goto("about:blank")
    page.goto(f"{address}since/timeline/{said}")
    page.mouse.move(200, 200)
    page.mouse.move(210, 210)
    page.wait_for_load_state("networkidle")
    assert page.locator("form.filter [role=status]").inner_text() == before
    assert page.locator("form.filter fieldset").count() == page.locator("form.filter input:checked").count()


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
    page.locator("#quote-harrowing [role=status]", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "We know that it’s genocide." in copied
    assert "Amal Clooney to Fiona Bruce, BBC News, 7 March 2017, as printed by PEOPLE" in copied
    assert copied.endswith("story/quotes/#quote-harrowing")
    context.close()


def test_a_note_shows_itself_on_focus(page, address):
    page.goto(address + "background/united-nations/")
    page.locator("a.footnote-ref").first.focus()
    page.locator(".md-tooltip2--active").wait_for()
    assert "UN record" in page.locator(".md-tooltip2--active").inner_text()


def test_searching_by_another_spelling_finds_the_page_of_names(page, address):
    page.goto(address)
    page.locator("input.md-search__input").fill("Shingal")
    page.locator(".md-search-result__link", has_text="Names and spellings").first.wait_for()


def test_the_first_key_leads_past_the_header(page, address):
    page.goto(address + "background/isis/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_menu_of_a_phone_opens_and_leads_on_with_the_keyboard_alone(phone, address):
    phone.goto(address)
    phone.locator(".menu summary").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    link = phone.locator(".menu a", has_text="In brief")
    assert link.evaluate("link => link === document.activeElement")
    assert link.is_visible()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/story/in-brief/")


def test_search_is_opened_filled_and_followed_with_the_keyboard_alone(page, address):
    page.goto(address)
    page.locator("input.md-search__input").focus()
    page.keyboard.type("Guterres")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator(".md-search-result__link", has_text="António Guterres").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*h=guterres*")
    page.locator("mark", has_text="Guterres").first.wait_for()


def test_no_stop_of_the_tab_key_is_out_of_sight(page, address):
    page.goto(address + "help/")
    for _ in range(12):
        page.keyboard.press("Tab")
        box = page.evaluate("e = document.activeElement.getBoundingClientRect(), [e.width, e.height, e.bottom]")
        assert min(box) > 0, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_search_is_opened_on_a_phone_with_the_keyboard_alone(phone, address):
    phone.goto(address)
    phone.locator(".open-search").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_function("document.activeElement.matches('.md-search__input')")
    phone.keyboard.type("Lalish")
    phone.locator(".md-search-result__link").first.wait_for()


def test_a_word_is_explained_on_focus_and_leads_to_the_glossary(page, address):
    page.goto(address + "background/united-nations/")
    term = page.locator("a.term", has_text="Security Council").first
    term.focus()
    page.locator(".md-tooltip2--active", has_text="15 states").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/learn/glossary/#security-council")


def test_a_quotation_is_copied_with_the_keyboard_and_that_is_announced(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "story/quotes/")
    button = page.locator("#quote-harrowing .copy-quotation")
    button.focus()
    page.keyboard.press("Enter")
    page.locator("#quote-harrowing [role=status]", has_text="Copied").wait_for()
    context.close()


def test_without_scripts_nothing_is_offered_that_needs_them(browser, address):
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(address + "story/quotes/")
    assert page.locator(".copy-quotation").count() == 0
    assert not page.locator(".md-search").is_visible()
    assert not page.locator(".change-scheme").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 24, 31)"
    context.close()


def test_the_reader_chooses_day_or_night_with_the_keyboard_and_it_stays(page, address):
    page.goto(address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    button = page.locator(".change-scheme")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(address + "help/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.evaluate("Object.keys(localStorage)") == ["called-to-account.scheme"]


def test_a_finger_opens_no_tooltip_that_would_cover_the_note_it_is_led_to(phone, address):
    phone.goto(address + "background/united-nations/")
    note = phone.locator("article p > sup > a.footnote-ref").first
    note.tap()
    phone.wait_for_url(re.compile("#fn"))
    # The second finds Material's script there, where the first only fetched it.
    phone.go_back()
    note.tap()
    phone.wait_for_timeout(600)
    assert not phone.locator(".md-tooltip2").filter(visible=True).count()
    phone.go_back()
    phone.wait_for_timeout(600)
    assert not phone.locator(".md-tooltip2").filter(visible=True).count()


def test_an_explanation_stays_under_the_mouse_that_moves_onto_it(page, address):
    page.goto(address + "background/united-nations/")
    term = page.locator("a.term", has_text="Security Council").first
    term.hover()
    page.locator(".md-tooltip2--active").wait_for()
    page.locator(".md-tooltip2__inner").hover()
    page.wait_for_timeout(600)
    assert page.locator(".md-tooltip2--active").count() == 1
    page.keyboard.press("Escape")
    page.locator(".md-tooltip2--active").wait_for(state="hidden")
    assert not page.locator(".md-tooltip2").filter(visible=True).count()


def test_a_list_that_was_narrowed_says_on_paper_to_what_and_under_which_address(page, address):
    page.goto(address + "since/in-court/?country=Germany")
    page.emulate_media(media="print")
    shown = page.locator("form.filter").inner_text().split()
    assert shown[:2] == ["Country", "Germany"] and "shown." in shown
    assert "Sweden" not in shown
    assert page.locator(".address").inner_text().endswith("since/in-court/?country=Germany")


def test_a_printed_quotation_is_tagged_as_one(page, address):
    page.goto(address + "story/quotes/")
    with pikepdf.open(io.BytesIO(page.pdf(tagged=True))) as document:
        kinds = {str(element.get("/S")) for element in document.objects if isinstance(element, pikepdf.Dictionary)}
    assert "/BlockQuote" in kinds
    assert "/Figure" not in kinds


def test_the_ways_back_from_a_note_stand_in_the_order_of_the_text(site):
    for path in site.paths:
        order = [mark["id"] for mark in site.page(path).select("sup[id^=fnref]")]
        for note in site.page(path).select(".footnote li"):
            places = [order.index(way["href"][1:]) for way in note.select("a.footnote-backref")]
            assert places == sorted(places), f"{path}, {note['id']}"


def test_an_old_address_of_a_source_leads_to_the_page_where_it_is_now(page, address):
    page.goto(f"{address}about/sources/#people-2017")
    page.wait_for_url("**/about/press/#people-2017")
    assert page.locator("#people-2017").is_visible()
    # What stands on the page is what is shown.
    page.goto(f"{address}about/sources/#sres-2379")
    assert page.evaluate("document.querySelector(':target').id") == "sres-2379"


def test_without_scripts_the_page_of_an_old_address_says_where_the_rest_is(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}about/sources/#people-2017")
    assert page.locator("a.moved-on").get_attribute("href") == "../press/"
