"""The built site, read as a reader meets it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from builder.content.coverage import coverage
from builder.content.records.load import load
from builder.content.vocabulary import vocabulary
from tests.conftest import ROOT

RECORDS, _ = load(ROOT / "data")
CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
BACKGROUND = [path for path in PAGES if path.startswith("background/")]
# Pages that state facts paragraph by paragraph. Under about/ the site speaks of itself.
FACTUAL = [path for path in PAGES if not path.startswith("about/")] + ["about/figures.md"]
STRONG = {"court finding", "UN finding", "UN record", "statute or treaty", "official", "peer-reviewed"}


def html_of(path):
    return "index.html" if path == "index.md" else path.removesuffix(".md").removesuffix("/index") + "/index.html"


def words(text):
    return " ".join(text.split())


def uncited(article):
    """The paragraphs and list items of a page that state facts without a note.

    Left out: what leads the reader (.next, .plain, reviewed, content note), what opens a list, and the notes themselves.
    """
    for element in article.select("p, li"):
        if (
            element.find_parent(class_=["footnote", "plain", "quotation"])
            or element.find_parent(["figure", "nav"])
            or element.find(["p", "li"])
        ):
            continue
        if element.select_one("a.next") or {
            "plain",
            "listing",
            "reviewed",
            "content-note",
            "admonition-title",
            "address",
        } & set(element.get("class", [])):
            continue
        text = words(element.get_text())
        callout = element.find_parent(class_="callout")
        if callout and callout.select_one("a.footnote-ref"):
            continue
        if not text or text.endswith(":") or element.select_one("a.footnote-ref"):
            continue
        yield text


def test_the_strict_build_is_silent(site):
    assert not re.search(r"WARNING|ERROR", site.log)


def test_no_markup_reaches_the_reader(site):
    for path in site.paths:
        article = site.article(path)
        for code in article.select("code, pre"):
            code.extract()
        found = re.search(r"\[@|\[\^|\]\[|\{\{|\{%|\{#|\{:|\*\*|!!!|\\[\[*_]", article.get_text())
        assert not found, f"{path}: {found and article.get_text()[found.start() - 60 : found.end() + 60]}"
        site._pages.pop(path)


def test_every_internal_link_and_fragment_resolves(site):
    lychee = shutil.which("lychee", path=str(Path(shutil.sys.executable).parent))
    command = [lychee, "--offline", "--include-fragments", "--no-progress", "--index-files", "index.html"]
    command += ["--root-dir", str(site.folder), "--exclude-path", "404.html", str(site.folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_quotations_stand_word_for_word_as_recorded(site):
    article = site.article("story/quotes/index.html")
    printed = {figure["id"]: words(figure.blockquote.get_text()) for figure in article.select(".quotation")}
    nine = [quote for quote in RECORDS.quotes.values() if quote.article_order]
    assert [quote.article_order for quote in nine] == list(range(1, 10))
    assert printed == {f"quote-{quote.id}": f"“{words(quote.text)}”" for quote in nine} | {
        key: text for key, text in printed.items() if key.removeprefix("quote-") not in {quote.id for quote in nine}
    }
    assert [key for key in printed if key in {f"quote-{quote.id}" for quote in nine}] == [
        f"quote-{quote.id}" for quote in nine
    ]


def test_each_quotation_says_whose_it_is_and_is_explained_three_times(site):
    article = site.article("story/quotes/index.html")
    for quote in RECORDS.quotes.values():
        if not quote.article_order:
            continue
        figure = article.select_one(f"#quote-{quote.id}")
        assert words(figure.select_one(".attribution").get_text()).startswith(
            "Amal Clooney to Fiona Bruce, BBC News, 7 March 2017, as printed by PEOPLE"
        )
        labels = []
        for element in figure.find_next_siblings():
            if element.name == "h2" or "quotation" in element.get("class", []):
                break
            labels += [label.get_text() for label in element.select("strong")]
        assert labels == ["What she was answering.", "What was known in March 2017.", "What has happened since."]


@pytest.mark.parametrize("path", FACTUAL)
def test_every_paragraph_that_states_facts_has_a_source(site, path):
    assert list(uncited(site.article(html_of(path)))) == []


@pytest.mark.parametrize("path", BACKGROUND)
def test_background_pages_have_their_form(site, path):
    article = site.article(html_of(path))
    bullets = article.select_one(".admonition.abstract").select("li")
    assert len(bullets) == 3
    following = article.select("a.next")
    assert len(following) == 1
    for element in article.select(
        ".footnote, sup, .headerlink, h1, .standfirst, .reviewed, .content-note, nav, figure.chart"
    ):
        element.extract()
    length = len(article.get_text().split())
    site._pages.pop(html_of(path))
    assert 900 <= length <= 2300, f"{length} words"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_when_it_was_reviewed_and_leads_on(site, path):
    page = site.page(html_of(path))
    assert re.search(r"Reviewed \d{1,2} \w+ \d{4}", page.select_one(".reviewed").get_text())
    assert 70 <= len(page.select_one('meta[name="description"]')["content"]) <= 160
    assert len(page.select("h1")) == 1
    assert len(page.select("a.next")) == 1


def test_descriptions_differ(site):
    descriptions = [site.page(html_of(path)).select_one('meta[name="description"]')["content"] for path in PAGES]
    assert len(set(descriptions)) == len(descriptions)


@pytest.mark.parametrize("path", PAGES)
def test_notes_are_numbered_in_reading_order(site, path):
    article = site.article(html_of(path))
    numbers = [int(reference.get_text()) for reference in article.select("a.footnote-ref")]
    first_uses = list(dict.fromkeys(numbers))
    assert first_uses == list(range(1, len(first_uses) + 1))
    assert len(article.select(".footnote > ol > li")) == len(first_uses)


def cited(site, path):
    """The ids of the sources a page's notes lead to."""
    notes = site.article(html_of(path)).select(".footnote > ol > li a[href*='sources/#']")
    return {note["href"].rpartition("#")[2] for note in notes}


def test_enough_sources_and_on_the_background_pages_more_than_half_of_them_strong(site):
    assert len(RECORDS.sources) >= 180
    background = set().union(*(cited(site, path) for path in BACKGROUND))
    strong = {key for key in background if RECORDS.sources[key].grade in STRONG}
    assert len(background) >= 90
    assert len(strong) > len(background) / 2, f"{len(strong)} of {len(background)}"


def test_every_source_is_listed_once_on_the_page_of_its_grade_with_its_links_and_pages(site):
    pages = {True: "about/press/index.html", False: "about/sources/index.html"}
    for source in RECORDS.sources.values():
        assert not site.with_id(pages[source.grade != "press"], source.id)
        (entry,) = site.with_id(pages[source.grade == "press"], source.id)
        assert entry.name == "li" and entry.find_parent("article")
        links = [link["href"] for link in entry.select("a[href]")]
        assert source.link in links
        archived = [link for link in links if link.startswith("https://web.archive.org/")]
        assert archived == ([source.archived.url] if source.archived else [])
        assert any(not link.startswith("http") for link in links), f"no page cites {source.id}"
    headings = [words(heading.get_text()) for heading in site.article(pages[False]).select("h2")]
    assert [heading.split(" (")[0] for heading in headings] == [
        heading
        for grade, heading in vocabulary().grades.items()
        if grade != "press" and grade in {source.grade for source in RECORDS.sources.values()}
    ]


def test_every_note_links_its_source_the_list_and_the_archived_copy_that_was_seen(site):
    for path in site.paths:
        for note in site.article(path).select(".footnote > ol > li"):
            links = [link["href"] for link in note.select("a:not(.footnote-backref)")]
            listed = RECORDS.sources[links[-1].partition("#")[2]]
            assert "sources/#" in links[-1] or "press/#" in links[-1]
            seen = [listed.archived.url] if listed.archived else []
            assert links[1:-1] == seen, f"{path}: {words(note.get_text())}"


def test_figures_in_pages_come_from_the_data():
    """A number that has its record is asked for by key, never typed again. Round numbers may mean something else."""
    typed = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])")
    recorded = {
        f"{number:,}"
        for figure in RECORDS.figures.values()
        for number in (figure.value, figure.low, figure.high)
        if number and number >= 1000 and number % 1000
    }
    for path in PAGES:
        text = (ROOT / "docs" / path).read_text(encoding="utf-8")
        found = sorted(set(typed.findall(text)) & recorded)
        assert not found, f"docs/{path} types {', '.join(found)}; write {{{{ figure(...) }}}}"


def test_pages_that_speak_of_violence_say_so_and_lead_past_it(site):
    for path in ("background/genocide.md", "background/isis.md", "story/quotes.md"):
        note = site.article(html_of(path)).select_one(".content-note")
        targets = [link["href"] for link in note.select("a")]
        assert targets[0].startswith("#") and "help" in targets[1]


def test_no_page_asks_another_address_for_anything(site):
    """What a browser loads by itself: scripts, styles, pictures, frames. Links to sources are the reader's choice."""
    for path in site.paths:
        page = site.page(path)
        for element in page.select(
            "script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preconnect], link[rel=icon]"
        ):
            assert not re.match(r"(https?:)?//", element.get("src") or element.get("href")), f"{path}: {element}"


def test_no_photographs(site):
    pictures = [
        path for path in site.folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".webp", ".gif", ".avif")
    ]
    assert pictures == []


def test_every_record_shows_the_words_of_its_sources_or_says_why_not(site):
    pages = {"figures": "about/figures", "timeline": "since/timeline", "recognitions": "since/recognition"}
    for name, path in pages.items():
        article = site.article(f"{path}/index.html")
        for record in getattr(RECORDS, name).values():
            shown(article.select_one(f'li[id="{record.id}"]'), record)
    article = site.article("since/in-court/index.html")
    for case in RECORDS.cases.values():
        for part in case.decisions or [case]:
            shown(article.select_one(f'[id="{case.id}"]'), part)


def shown(element, part):
    text = words(element.get_text())
    for item in part.evidence:
        assert words(item.words) in [words(said.get_text()) for said in element.select("details.source-words q")], (
            item.words
        )
        (said,) = [
            said for said in element.select("details.source-words q") if words(said.get_text()) == words(item.words)
        ][:1]
        assert said.get("lang", "en") == item.lang
        assert said.parent.select_one("a.footnote-ref") and item.read.words in said.parent.get_text()
        assert not item.translation or words(item.translation) in text
    assert not part.unread or words(part.unread) in text


def test_how_we_checked_counts_what_rests_on_words_that_were_read(site):
    table = site.article("about/how-we-checked/index.html").select_one("table")
    rows = [[cell.get_text() for cell in row.select("td")] for row in table.select("tbody tr")]
    parts = [part for case in RECORDS.cases.values() for part in (case.decisions or [case])]
    for row, of in zip(
        rows, [RECORDS.figures.values(), parts, RECORDS.timeline.values(), RECORDS.recognitions.values()], strict=True
    ):
        assert int(row[1]) == len(of) == sum(map(int, row[2:5]))
        assert int(row[2]) == sum(bool(part.evidence) for part in of)


def test_most_records_rest_on_words_that_were_read():
    figures, cases, events, recognitions = coverage(RECORDS)
    for kind in (figures, cases, recognitions):
        assert kind.unread <= kind.count / 10, f"{kind.unread} of {kind.count} {kind.label} are unread"
    assert events.worded >= events.count * 0.8


def test_a_card_names_its_charge_and_begins_with_an_acquittal(site):
    article = site.article("since/in-court/index.html")
    for case in RECORDS.cases.values():
        items = [words(item.get_text()) for item in article.select(f'[id="{case.id}"] > ul > li')]
        charge = [item.startswith("Charge:") for item in items]
        assert sum(charge) == 1, case.id
        assert not case.acquitted or "acquitted" in items[0], case.id


def test_totals_and_downloads_keep_the_modes_of_liability_apart(site):
    text = words(site.article("since/in-court/index.html").get_text())
    rows = json.loads((site.folder / "data/cases.json").read_text(encoding="utf-8"))
    for crime in ("genocide", "crimes against humanity", "war crimes"):
        convicted = [case for case in RECORDS.cases.values() if any(one.crime == crime for one in case.standing)]
        assert f"Convictions for {crime} that stand: {len(convicted)} people" in text
        for mode, counted in vocabulary().modes.items():
            among = sum(any((one.crime, one.mode) == (crime, mode) for one in case.standing) for case in convicted)
            assert not among or f"{among} {counted.counted}" in text
    assert all(set(one) == {"crime", "mode"} for row in rows for one in row["standing"])


def test_every_country_whose_courts_judged_is_named_with_the_year_of_its_first_judgment(site):
    text = words(site.article("since/in-court/index.html").get_text())
    (listed,) = re.findall(r"Each country’s first judgment on this page: ([^.]*)\.", text)
    judged = [(case.first_instance.date.start, case.country) for case in RECORDS.cases.values() if case.first_instance]
    countries = {country: min(day for day, other in judged if other == country) for _, country in judged}
    in_order = sorted(countries, key=countries.__getitem__)
    assert listed == ", ".join(f"{country} {countries[country].year}" for country in in_order)


def test_each_claim_and_its_quotation_lead_to_each_other(site):
    quotes, claims = site.article("story/quotes/index.html"), site.article("story/claims/index.html")
    for claim in RECORDS.claims.values():
        if claim.quote:
            assert quotes.select(f'a[href$="claims/#{claim.id}"]'), f"no link from a quotation to {claim.id}"
            assert claims.select(f'a[href$="quotes/#quote-{claim.quote}"]'), f"no link from {claim.id} to its quotation"


def test_every_claim_event_case_and_recognition_has_its_own_address(site):
    pages = {
        "claims": "story/claims",
        "timeline": "since/timeline",
        "cases": "since/in-court",
        "recognitions": "since/recognition",
    }
    for name, path in pages.items():
        for key in getattr(RECORDS, name):
            (entry,) = site.with_id(f"{path}/index.html", key)
            assert entry.find_parent("article"), f"{path}: {key}"


def test_every_page_is_two_clicks_from_home(site):
    def linked(path):
        base = (site.folder / path).parent
        for link in site.page(path).select("a[href]"):
            target = (base / link["href"].partition("#")[0]).resolve()
            if target.is_relative_to(site.folder.resolve()) and (target / "index.html").exists():
                yield str((target / "index.html").relative_to(site.folder.resolve()))

    first = set(linked("index.html"))
    second = first.union(*(linked(path) for path in first))
    assert {html_of(path) for path in PAGES} - second <= {"index.html"}


def test_people_and_places_are_spelled_one_way(site):
    """Other spellings stand on the page of names, in lives, and in the titles of sources, nowhere else."""
    records = [*RECORDS.people.values(), *RECORDS.places.values()]
    others = {spelling for record in records for spelling in record.also}
    others -= {spelling for spelling in others if any(spelling in record.name for record in records)}
    for path in PAGES:
        if path in ("about/names.md", "about/sources.md", "about/press.md", "story/who-is-who.md", "learn/glossary.md"):
            continue
        article = site.article(html_of(path))
        for element in article.select(".footnote, blockquote, .source-words, .history"):
            element.extract()
        text = article.get_text()
        site._pages.pop(html_of(path))
        found = [spelling for spelling in others if re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text)]
        assert not found, f"{path} writes {found}"


def test_every_page_is_in_the_navigation():
    def listed(entries):
        for entry in entries:
            yield from (
                [entry]
                if isinstance(entry, str)
                else (
                    path for value in entry.values() for path in ([value] if isinstance(value, str) else listed(value))
                )
            )

    assert sorted(listed(CONFIG["nav"])) == PAGES


def test_terms_are_explained_where_a_page_first_uses_them(site):
    article = site.article("background/united-nations/index.html")
    explained = [mark["title"] for mark in article.select("a.term[title]")]
    assert len(explained) >= 5
    assert all("learn/glossary/#" in mark["href"] for mark in article.select("a.term"))
    assert len(set(explained)) == len(explained)


def test_searching_any_spelling_finds_the_page_of_names(site):
    text = site.article("about/names/index.html").get_text()
    for spelling in ("Yazidi", "Yezidi", "Êzîdî", "Sinjar", "Shingal", "Şengal"):
        assert spelling in text


def test_the_search_dialog_has_a_name(site):
    assert site.page("index.html").select_one("[role=dialog]")["aria-label"] == "Search"


def test_two_notes_never_run_into_one_number(site):
    for path in site.paths:
        found = re.search(r'.{80}</a></sup><sup id="fnref', site.html(path), re.DOTALL)
        assert not found, f"{path}: {found and found[0]}"


def test_maps_keep_their_places_on_the_paper_and_name_them_in_words(site):
    for path in ("background/yazidis/index.html", "background/genocide/index.html"):
        drawing = site.article(path).select_one("figure.map svg")
        *_, width, height = map(float, drawing["viewbox"].split())
        labels = [label.get_text() for label in drawing.select(".label") if "km" not in label.get_text()]
        assert len(labels) >= 14
        assert all(label in drawing.desc.get_text() for label in labels)
        for mark in drawing.select("circle"):
            assert 0 < float(mark["cx"]) < width and 0 < float(mark["cy"]) < height
