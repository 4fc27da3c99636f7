"""Every page, on every kind of screen, on paper, by day and by night, with the reader's own settings."""

import re
import struct

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import mkdocs
from tests.site.test_site import PAGES, html_of

ADDRESSES = [html_of(path).removesuffix("index.html") for path in PAGES] + ["404.html"]
AXE = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
}
# What night can change, and what it cannot.
COLOURS = ["color-contrast", "link-in-text-block"]
BY_COLOUR = {"resultTypes": ["violations", "incomplete"], "runOnly": {"type": "rule", "values": COLOURS}}
BUT_COLOUR = {**AXE, "rules": {rule: {"enabled": False} for rule in COLOURS}}
# axe takes a millisecond for the colours of each element. An element takes them from the rules of the style sheet for itself
# and for what it stands in and behind: where each of a part was met before under the same, on this page or on one that the
# same process looked at before, it need not be asked again. By day on a phone axe is asked for all, whatever was met.
LOOK = """async ([options, before]) => {
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join()
    const asked = new Set([...rules.matchAll(/\\[([\\w-]+)/g)].map(found => found[1]).concat(
        'class', 'lang', 'type', 'disabled', 'checked', 'fill', 'stroke'
    ))
    const said = element => [...element.attributes].filter(a => asked.has(a.name) && !/^(id|for)$/.test(a.name))
        .map(a => `${a.name}=${a.name == 'href' ? a.value.match(/^(#|\\w+:)?/)[0] : a.value}`)
    const speaks = element => [...element.childNodes].some(child => child.nodeType == Node.TEXT_NODE && child.data.trim())
    // Shortened, so that little is sent; long enough that no two are the same.
    const short = text => [...text].reduce(([one, two], sign) => [
        Math.imul(one ^ sign.codePointAt(), 0x9e3779b1), Math.imul(two ^ sign.codePointAt(), 0x5f356495)
    ], [1, 2]).map(half => (half >>> 0).toString(36)).join('-')
    const ways = new Map(), seen = new Set(before), repeated = []
    const name = (element, above) => {
        const behind = element.previousElementSibling?.localName
        const way = short(`${above}>${behind} ${element.localName} ${said(element)} ${speaks(element)} ${element.checkVisibility()}`)
        ways.set(element, way)
        for (const child of element.children) name(child, way)
    }
    const known = element => seen.has(ways.get(element)) && [...element.children].every(known)
    const walk = element => {
        if (known(element)) return repeated.push(element)
        seen.add(ways.get(element))
        for (const child of element.children) walk(child)
    }
    if (before) {
        name(document.body, '')
        for (const child of document.body.children) walk(child)
    }
    // Out of axe's sight, and still in its place.
    for (const element of repeated) element.style.visibility = 'hidden'
    const { violations, incomplete } = await axe.run({ ...options, elementRef: true })
    // The policy leaves no element a style of its own.
    for (const element of repeated) element.removeAttribute('style')
    // Where axe could not tell, as of a single letter, it is asked again on the next page.
    for (const { nodes } of incomplete) for (const { element } of nodes) seen.delete(ways.get(element))
    return [violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => [rule.id, node.html.slice(0, 160)])), [...seen]]
}"""
# By width and scheme: what was met.
MET = {}
# WCAG 1.4.12: what a reader may set without losing anything.
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
# What is wider than its own box and hides the rest, or reaches out of the page.
OVERFLOWING = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect(), cut = element.scrollWidth > element.clientWidth + 1
    const out = box.right > document.documentElement.clientWidth + 1
    if (!box.width || !(cut || out)) return false
    if (element.closest('svg, .md-search, .md-dialog, thead, .md-skip, [role=region][aria-label] table')) return false
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden' || style.position === 'fixed') return false
    return out || style.overflowX === 'hidden'
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_accessibility_rule_is_broken_by_day_or_night_on_a_phone_or_a_desk(browser, address, path):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + path)
    # What is folded is read too.
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    page.evaluate(Axe().axe_script)

    def broken(options, met=None):
        """What axe finds; met: with which pages before this is looked at, whose parts need not be asked again."""
        found, seen = page.evaluate(LOOK, [options, met and MET.get(met, [])])
        # What is wrong is told on every page.
        if met and not found:
            MET[met] = seen
        return found

    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
        if width == 390:
            assert broken(AXE) == [], f"{path} by day, {width} pixels"
        else:
            assert broken(BUT_COLOUR) + broken(BY_COLOUR, f"{width} day") == [], f"{path} by day, {width} pixels"
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
        assert broken(BY_COLOUR, f"{width} night") == [], f"{path} by night, {width} pixels"
    context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_lost_or_scrolls_sideways_from_320_to_2560_pixels_and_with_wide_text(browser, address, path):
    # The policy forbids styles from elsewhere, and here the test is the reader who sets them.
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address + path)
    for spacing in ("", TEXT_SPACING):
        if spacing:
            page.add_style_tag(content=spacing)
        for width in (320, 640, 1000, 1280, 2560):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width} pixels"
            assert page.evaluate(OVERFLOWING) == [], f"{width} pixels, {'wide' if spacing else 'plain'} text"
    # Before the reader acts a page asks for itself and for one stylesheet, here and nowhere else.
    loaded = sorted(url.removeprefix(address) for url in requests if not url.startswith("data:"))
    assert len(loaded) == 2 and path in loaded, loaded
    assert [url for url in loaded if re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", url)], loaded
    assert context.cookies() == []
    context.close()


# Follows a link to every tenth place of a page, the first and the last; says where one does not land just below the header.
ASTRAY = """async () => {
    const places = [...document.querySelectorAll('article [id]')].filter(e => !e.closest('details') && e.getClientRects().length)
    const link = document.createElement('a'), astray = []
    document.querySelector('article').append(link)
    for (const place of places.filter((_, number) => number % 10 === 0 || number === places.length - 1)) {
        scrollTo(0, 0)
        link.href = '#' + place.id
        link.click()
        await new Promise(requestAnimationFrame)
        const below = place.getClientRects()[0].top - document.querySelector('.md-header').getBoundingClientRect().bottom
        const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
        if (below < 0 || (below > 32 && !atEnd)) astray.push([place.id, below])
    }
    return astray
}"""


@pytest.mark.parametrize("path", ADDRESSES[:-1])
def test_a_link_to_a_part_of_a_page_lands_just_below_the_header(browser, address, path):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + path)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(ASTRAY) == [], f"{width} pixels"
    context.close()


# What is laid out late is cut off at its own edge, and the numbers of a list stand beside the list.
ROOM = """() => {
    const notes = document.querySelector('.footnote'), last = notes.querySelector('li:last-child')
    const pen = document.createElement('canvas').getContext('2d')
    pen.font = getComputedStyle(last).font
    const number = pen.measureText(`${notes.querySelectorAll(':scope > ol > li').length}. `).width
    return last.getBoundingClientRect().left - notes.getBoundingClientRect().left - number
}"""


@pytest.mark.parametrize("path", ["since/timeline/", "since/in-court/", "about/figures/", "story/who-is-who/"])
def test_the_numbers_of_many_notes_are_shown_whole(browser, address, path):
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address + path)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(ROOM) >= 0, f"{width} pixels"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width} pixels"


def test_without_scripts_no_page_asks_another_address_for_anything(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    for path in ADDRESSES:
        page.goto(address + path)
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize(
    "path", ["background/genocide/", "since/in-court/", "since/where-things-stand/", "story/claims/"]
)
def test_pictures_and_marks_stand_out_in_the_colours_a_reader_forces(browser, address, path):
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(address + path)
    # Chosen before, and against what is forced.
    page.evaluate("localStorage.setItem('called-to-account.scheme', 'default')")
    page.reload()
    for selector in (
        ".wordmark .letters",
        ".chart text",
        ".chart .bar",
        ".chart .outcome",
        ".chart .place",
        ".verdict svg",
    ):
        for element in page.locator(selector).all()[:3]:
            assert element.evaluate("e => getComputedStyle(e).fill") != page.evaluate(
                "getComputedStyle(document.body).backgroundColor"
            ), selector
    context.close()


def test_nothing_moves_for_those_who_asked_for_stillness(browser, address):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "since/timeline/")
    moving = """[...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e)
        return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01
    }).length"""
    assert page.evaluate(moving) == 0
    context.close()


@pytest.mark.parametrize("path", ADDRESSES[:-1])
def test_on_paper_a_page_has_its_text_its_date_and_its_address_and_nothing_to_press(page, address, path):
    page.goto(address + path)
    page.emulate_media(media="print")
    for selector in (
        *(".md-header", ".sections", ".md-sidebar", ".md-footer", ".path", ".contents", "form.filter"),
        *(".next", ".copy-quotation", ".headerlink", ".footnote-backref"),
    ):
        assert page.locator(selector).filter(visible=True).count() == 0, selector
    for selector in ("h1", ".reviewed", ".address"):
        assert page.locator(selector).is_visible(), selector
    assert page.locator(".address").inner_text().endswith("/" + path)
    for row in page.locator("details td").all()[:6]:
        assert row.bounding_box()["height"] > 0, "what is folded on the screen does not lie open on paper"
    note = page.locator(".footnote li a[href^=http]").first
    if note.count():
        shown = note.evaluate("link => getComputedStyle(link, '::after').content")
        assert note.get_attribute("href") in shown
    assert page.locator("h1").evaluate("h => getComputedStyle(h).breakAfter") == "avoid"
    assert all(h.evaluate("h => getComputedStyle(h).breakAfter") == "avoid" for h in page.locator("h2").all()[:3])


def test_titles_in_other_languages_say_so_and_run_their_own_way(project, browser):
    """An Arabic and a Kurmanji title, from the data file to the screen."""
    with (project / "data" / "sources.yml").open("a", encoding="utf-8") as file:
        for name, language, title in (("ar", "ar", "قرار مجلس الأمن رقم 2379"), ("ku", "ku", "Fermana Şengalê")):
            file.write(
                f"\n- {{id: zz-{name}, type: webpage, title: {title}, title-en: A title, publisher: P,"
                f" URL: 'https://example.org/{name}', language: {language}, grade: reference}}\n"
            )
    with (project / "docs" / "help.md").open("a", encoding="utf-8") as file:
        file.write("\nBoth are cited.[@zz-ar; @zz-ku]\n")
    result = mkdocs(project, "build")
    assert result.returncode == 0, result.stdout
    page = browser.new_page()
    page.goto((project / "site" / "help" / "index.html").as_uri())
    arabic, kurmanji = page.locator(".footnote [lang=ar]").first, page.locator(".footnote [lang=ku]").first
    expect(arabic).to_have_text("قرار مجلس الأمن رقم 2379", use_inner_text=True)
    assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
    expect(kurmanji).to_have_text("Fermana Şengalê", use_inner_text=True)
    assert kurmanji.evaluate("e => getComputedStyle(e).direction") == "ltr"
    page.close()


@pytest.mark.parametrize("path", [html_of(path) for path in PAGES])
def test_a_link_shared_elsewhere_shows_the_pages_own_title_and_description(site, path):
    head = site.page(path).head

    def said(name):
        return head.select_one(f'meta[property="{name}"], meta[name="{name}"]')["content"]

    title = next(site.page(path).h1.stripped_strings)
    assert said("og:title") == said("twitter:title") == title
    assert said("og:description") == said("twitter:description") == said("description")
    assert said("og:image") == said("twitter:image")
    assert said("og:url") == head.select_one('link[rel="canonical"]')["href"]
    picture = site.folder / said("og:image").split("/", 3)[3]
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1200, 630)
    icon = site.folder / "assets" / "apple-touch-icon.png"
    assert struct.unpack(">II", icon.read_bytes()[16:24]) == (180, 180)


def test_the_reading_path_is_named_on_every_page_but_home(site):
    for path in PAGES:
        steps = [step.get_text() for step in site.page(html_of(path)).select("nav.path li")]
        assert steps[:1] == ([] if path == "index.md" else ["Home"]), path


def test_the_contents_beside_and_inside_the_text_are_the_same(site):
    for path in PAGES:
        page = site.page(html_of(path))
        beside = [link["href"] for link in page.select(".md-sidebar a")]
        inside = [link["href"] for link in page.select("details.contents a")]
        assert beside == inside, path
