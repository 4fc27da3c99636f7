"""The same walk in three engines: links land, search, filters and the way back, tooltips, copying, day and night, paper."""

import time

import pytest

LONG = ("since/timeline/", "since/in-court/", "about/sources/", "about/press/", "about/figures/", "background/isis/")
# How far below the header an element stands, and whether the page could be scrolled further.
PLACE = """
    const element = document.getElementById(arguments[0])
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
    return [element.getClientRects()[0].top - header, atEnd]"""
IDS = "return [...document.querySelectorAll('article [id]')].filter(e => !e.closest('details') && e.getClientRects().length).map(e => e.id)"
SETTLED = """
    const before = window.lastPlace
    window.lastPlace = scrollY
    return before === scrollY"""
FOLLOW = """
    const link = document.createElement("a")
    link.href = "#" + arguments[0]
    document.querySelector("article").append(link)
    link.click()
    link.remove()"""


def settle(reader):
    """Until the page has come to rest: the same place twice, a moment apart."""
    reader.run("window.lastPlace = undefined")
    reader.until(SETTLED)
    time.sleep(0.1)
    reader.until(SETTLED)


def assert_lands(reader, identity, how):
    below, at_end = reader.run(PLACE, identity)
    assert 0 <= below <= 32 or (at_end and below > 0), f"{identity} {how} lies {below} pixels below the header"


def some(ids):
    """The first, the last, and a few between."""
    return [ids[len(ids) * part // 5 - (part == 5)] for part in range(6)]


@pytest.mark.parametrize("path", LONG)
def test_a_link_to_a_part_of_a_page_lands_just_below_the_header(reader, width, address, path):
    reader.open(address + path)
    ids = some(reader.run(IDS))
    for identity in ids[:5:2]:
        reader.open("about:blank")
        reader.open(f"{address}{path}#{identity}")
        settle(reader)
        assert_lands(reader, identity, "opened fresh")
    for identity in ids:
        reader.run("scrollTo(0, 0)")
        reader.run(FOLLOW, identity)
        settle(reader)
        assert_lands(reader, identity, "by a click")


@pytest.mark.parametrize(
    ("path", "links"),
    [("since/timeline/", "a.footnote-ref"), ("background/isis/", "a.footnote-ref"), ("about/press/", ".sources a")],
)
def test_going_back_shows_what_was_read_before(reader, width, address, path, links):
    reader.open(address + path)
    middle = """const links = [...document.querySelectorAll(arguments[0])].filter(link => !link.closest("details"))
        const inside = links.filter(link => link.origin === location.origin)
        inside[Math.floor(inside.length / 2)].id = "middle\""""
    reader.run(middle, links)
    reader.hover("#middle")
    settle(reader)
    place, before = reader.run("return scrollY"), reader.run("return location.href")
    reader.click("#middle")
    reader.until("return location.href !== arguments[0] && document.readyState === 'complete'", before)
    settle(reader)
    reader.back()
    reader.until("return location.href === arguments[0] && document.readyState === 'complete'", before)
    settle(reader)
    assert abs(reader.run("return scrollY") - place) <= 2


@pytest.mark.parametrize("path", ["since/recognition/", "about/press/"])
def test_nothing_that_has_the_focus_is_hidden_under_the_header(reader, width, address, path):
    reader.open(address + path)
    # A link of several lines among many of one: the last hundreds of the page have some.
    reader.run("[...document.querySelectorAll('article a')].filter(e => e.getClientRects().length).pop().focus()")
    for _ in range(240):
        reader.press("Shift", "Tab")
        name, top, header = reader.run(
            """const e = document.activeElement, h = document.querySelector(".md-header")
            return [e.outerHTML.slice(0, 80), e.getClientRects()[0].top, h.getBoundingClientRect().bottom]"""
        )
        assert top >= header - 1, f"{name} stands at {top}, the header ends at {header}"


@pytest.mark.parametrize("words", ["a.footnote-ref", "a.term"])
def test_a_tooltip_opens_with_the_focus_and_goes_with_escape_while_the_focus_stays(desk, address, words):
    desk.open(address + "background/united-nations/")
    desk.run("document.querySelector(arguments[0]).focus()", words)
    desk.until("return document.querySelector('.md-tooltip2--active:not([hidden])')")
    desk.press("Escape")
    desk.until("return !document.querySelector('.md-tooltip2--active:not([hidden])')")
    assert desk.run("return document.activeElement === document.querySelector(arguments[0])", words)


def test_no_letter_opens_search_and_escape_leads_back_from_it(desk, address):
    desk.open(address + "background/isis/")
    desk.run("document.querySelector('.md-header .help').focus()")
    for letter in "fs/":
        desk.press(letter)
        assert desk.run("return document.activeElement.className") == "help", letter
    desk.run("document.querySelector('.md-search__input').focus()")
    desk.press("M")
    desk.press("Escape")
    desk.until("return document.activeElement.matches('.help')")


def test_search_finds_a_page_and_leads_to_it(desk, address):
    desk.open(address)
    desk.run("document.querySelector('.md-search__input').focus()")
    for letter in "Lalish":
        desk.press(letter)
    desk.until("return document.querySelector('.md-search-result__link')")
    desk.run("document.querySelector('.md-search-result__link').click()")
    desk.until(
        "return !document.querySelector('.home') && document.querySelector('article')?.textContent.includes('Lalish')"
    )


def test_a_narrowed_list_is_still_narrowed_after_the_way_back(reader, width, address):
    reader.open(address + "since/in-court/")
    reader.run("document.querySelector('input[name=country]').focus()")
    reader.press("ArrowDown")
    shown = "return [...document.querySelectorAll('.case')].filter(e => e.getClientRects().length).length"
    cases = reader.run(shown)
    assert 0 < cases < reader.run("return document.querySelectorAll('.case').length")
    assert "country=" in reader.run("return location.search")
    reader.open(address + "help/")
    reader.back()
    reader.until("return location.pathname.endsWith('/since/in-court/') && document.readyState === 'complete'")
    assert reader.run(shown) == cases
    assert reader.run("return document.querySelector('form.filter [role=status]').textContent").startswith(
        f"{cases} of"
    )


def test_copied_words_do_not_join_a_figure_to_the_number_of_its_note(desk, address):
    desk.open(address + "since/evidence/")
    desk.run(
        """const note = [...document.querySelectorAll("article p > sup")][0]
        getSelection().selectAllChildren(note.parentElement)"""
    )
    copied = desk.run("return getSelection().toString()")
    whole = desk.run("return getSelection().getRangeAt(0).toString()")
    without = desk.run(
        """const paragraph = getSelection().getRangeAt(0).cloneContents()
        paragraph.querySelectorAll("sup").forEach(note => note.remove())
        return paragraph.textContent"""
    )
    assert len(whole) > len(without)
    assert copied.split() == without.split()


def test_day_or_night_is_chosen_with_the_keyboard_and_stays(desk, address):
    desk.open(address)
    ground = "return getComputedStyle(document.body).backgroundColor"
    before = desk.run(ground)
    desk.run("document.querySelector('.change-scheme').focus()")
    desk.press("Enter")
    desk.until(ground.replace("return ", "return arguments[0] !== "), before)
    after = desk.run(ground)
    desk.open(address + "help/")
    assert desk.run(ground) == after
    desk.run("localStorage.clear()")


@pytest.mark.parametrize("path", ["since/in-court/", "about/names/", "about/sources/", "story/who-is-who/"])
def test_long_names_and_three_languages_stay_within_the_page(reader, width, address, path):
    reader.open(address + path)
    wide = reader.run(
        """document.querySelectorAll("details").forEach(fold => (fold.open = true))
        return [...document.querySelectorAll("article :is(h2, h3, h4, p, li, q, a, summary)")].filter(element =>
            element.getBoundingClientRect().right > innerWidth + 1).map(element => element.outerHTML.slice(0, 100))"""
    )
    assert wide == []


def test_on_paper_a_narrowed_list_says_so(desk, address):
    if desk.name == "webkit":
        pytest.skip("WebKitGTK's driver does not print")
    desk.open(address + "since/timeline/?thread=courts")
    assert desk.pdf().startswith(b"%PDF")
    assert desk.run("return document.querySelector('.address').textContent").endswith("since/timeline/?thread=courts")
