"""Search, asked as readers ask: its own worker, in the browser, under the site's own policy."""

import gzip
import json
from pathlib import Path

import pytest
import yaml

from builder.content.project import Project
from builder.content.records import Person, Place, Term
from builder.publishing.search import columns
from builder.rendering.markdown.search import is_hard
from tests.conftest import ROOT

QUERIES = [
    query
    for asked in yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8")).values()
    for query in asked
]
ASK = """async ([queries, index]) => {
    const config = JSON.parse(document.getElementById("__config").textContent)
    const worker = new Worker(new URL(config.search, location.href))
    const ask = (message) => new Promise((answer) => {
        worker.addEventListener("message", ({ data }) => answer(data), { once: true })
        worker.postMessage(message)
    })
    await ask({ type: 0, data: index ?? await (await fetch("search/search_index.json")).json() })
    const found = []
    for (const query of queries) found.push((await ask({ type: 2, data: query })).data.items)
    return found
}"""


@pytest.fixture
def ask(page, address):
    """Gives what search answers to each query: pages, the best first, each as its sections, the best first.

    index: to be asked in place of the site's.
    """
    page.goto(address)
    return lambda *queries, index=None: page.evaluate(ASK, [list(queries), index])


def pages(items):
    return [sections[0]["location"].partition("#")[0] for sections in items]


def first(items):
    return items[0][0]["location"] if items else None


def test_what_readers_type_finds_the_right_page_among_the_first_three(ask):
    answers = dict(zip((query["query"] for query in QUERIES), ask(*(query["query"] for query in QUERIES)), strict=True))
    assert len(answers) == len(QUERIES) >= 80
    assert [query for query, items in answers.items() if not items] == []
    missed = [query for query in QUERIES if not set(query["pages"]) & set(pages(answers[query["query"]])[:3])]
    assert len(missed) <= 0.05 * len(QUERIES), missed
    astray = [
        (query["query"], sections[0]["location"])
        for query in QUERIES
        for sections in answers[query["query"]][:3]
        if "section" in query
        and sections[0]["location"].partition("#")[0] in query["pages"]
        and sections[0]["location"].partition("#")[2] != query["section"]
    ]
    assert astray == []


@pytest.mark.parametrize(
    "spellings",
    [
        ("Şengal", "sengal", "SENGAL"),
        ("Êzîdî", "ezidi"),
        ("Da’esh", "Da'esh", "Daesh"),
        ("al-Hol", "al hol", "alhol", "Al‑Hol"),
        ("mass graves", "mass grave", "massgraves", "mass-graves"),
        ("colour", "color", "colours"),
        ("recognised", "recognized"),
        ("organisation", "organizations"),
        ("licence", "license"),
        ("charity", "charities"),
        ("Iraq’s letter", "Iraq's letter", "Iraqs letter"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_however_it_is_spelled_the_same_is_found_first(ask, spellings):
    assert len({first(items) for items in ask(*spellings)}) == 1


def test_every_spelling_that_the_records_know_finds_something_and_so_does_what_it_stands_for(ask):
    records = Project.read(ROOT).records
    names = [
        name
        for record in (*records.of(Person).values(), *records.of(Place).values(), *records.of(Term).values())
        for name in (getattr(record, "name", None) or record.term, *record.also)
    ]
    assert [name for name, items in zip(names, ask(*names), strict=True) if not items] == []


def slips(name):
    """A name with a letter left out, doubled, wrong, taken for another vowel, or in the place of the next or the next but one."""
    at = len(name) // 2
    yield name[:at] + name[at + 1 :]
    yield name[:at] + name[at] + name[at:]
    yield name[:at] + "x" + name[at + 1 :]
    yield name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    yield name[: at - 1] + name[at + 1] + name[at] + name[at - 1] + name[at + 2 :]
    vowel = next((nth for nth in range(1, len(name)) if name[nth] in "aeiou"), None)
    if vowel:
        yield name[:vowel] + ("e" if name[vowel] != "e" else "a") + name[vowel + 1 :]


def test_one_slip_in_a_name_is_forgiven(ask):
    records = Project.read(ROOT).records
    asked = [
        (slip, f"story/who-is-who/#{person.id}")
        for person in records.of(Person).values()
        for slip in slips(person.name.split()[-1])
        if len(person.name.split()[-1]) > 4
    ]
    missed = [
        (slip, part)
        for (slip, part), items in zip(asked, ask(*(slip for slip, _ in asked)), strict=True)
        if part not in [each["location"] for sections in items[:3] for each in sections]
    ]
    assert len(asked) > 100
    # A slip may make another word that the texts have.
    assert len(missed) <= 0.05 * len(asked), missed


def test_one_slip_in_the_name_of_a_place_or_a_group_leads_where_the_name_does(ask):
    names = ("Sinjar", "Lalish", "Kocho", "Shekhan", "Yazidi", "Daesh", "Peshmerga", "Khasfa")
    for name in names:
        right, *answers = ask(name, *slips(name))
        assert [first(items) for items in answers if pages(right)[0] not in pages(items)[:3]] == [], name
    assert pages(ask("Yadizi")[0])[0] == "background/yazidis/"
    assert {pages(items)[0] for items in ask("Da'ish", "Daish", "Da’’ish")} == {pages(ask("Daesh")[0])[0]}


@pytest.mark.parametrize("query", ["Sinjar", "Şingal", "Shingal", "Sinjer", "Sinjaar", "Snijar"])
def test_the_name_of_the_place_leads_to_what_happened_there(ask, query):
    assert {"background/genocide/", "since/timeline/"} & set(pages(ask(query)[0])[:2])


@pytest.mark.parametrize("query", ["yazidology", "genocidalisation", "Yazydism", "Sinjarovskaya"])
def test_a_word_that_nothing_is_near_to_is_answered_by_what_begins_as_it_does(ask, query):
    assert ask(query) != [[]]


def test_a_result_shows_why_it_was_found(ask):
    (by_text,), (by_word,), (by_symbol,) = (items[:1] for items in ask("Baghouz", "worksheet", "S/RES/2379"))
    assert "<mark>Baghouz</mark>" in by_text[0]["text"]
    assert by_word[0]["text"].startswith("<mark>worksheet</mark> · ")
    assert "<mark>2379</mark>" in by_symbol[0]["title"]


@pytest.mark.parametrize(
    ("symbol", "part"),
    [
        ("S/RES/2379", "since/un-investigation/#resolution-2379"),
        ("s/res/2379 (2017)", "since/un-investigation/#resolution-2379"),
        ("S/2017/710", "since/un-investigation/#letter"),
        ("A/HRC/32/CRP.2", "background/genocide/#finding"),
    ],
)
def test_a_un_symbol_leads_to_what_is_told_of_the_document_before_the_list_of_sources(ask, symbol, part):
    (items,) = ask(symbol)
    assert first(items) == part
    assert "about/sources/" in pages(items)


def test_a_word_of_another_language_says_in_a_result_which_it_is(ask):
    german, arabic = ask("Völkermord", "المقابر الجماعية")
    assert german[0][0]["text"].startswith('<bdi lang="de"><mark>Völkermord</mark></bdi> · ')
    assert '<bdi lang="ar">' in arabic[0][0]["text"]


def test_one_of_the_hardest_words_leads_on_and_is_shown_to_nobody(ask):
    for word, items in zip(
        ("suicidal", "suicide", "sex slaves"), ask("suicidal", "suicide", "sex slaves"), strict=True
    ):
        assert items, word
        shown = [section["text"] for sections in items for section in sections]
        assert [text for text in shown if is_hard(text)] == [], word
    assert first(ask("suicidal")[0]) == "help/#distress"


def test_signs_that_are_no_words_do_no_harm(ask):
    assert ask("", "  ", "+-~^*:", "\\", "%") == [[]] * 5
    assert ask("hasOwnProperty", "x" * 500) == [[]] * 2
    (((found, *_), *_),) = ask("constructor")
    assert "<mark>construct" in found["text"]


def test_what_a_text_writes_is_never_markup_in_a_result(ask):
    page = {"location": "a/", "title": "Brave <b>title</b>", "text": "A brave <img src=x> & text"}
    (((found,),),) = ask("brave", index={"config": {"names": [], "little": []}, "docs": columns([page])})
    assert found["title"] == "<mark>Brave</mark> &#60;b&#62;title&#60;/b&#62;"
    assert found["text"] == "A <mark>brave</mark> &#60;img src=x&#62; &#38; text"


def test_what_care_keeps_out_of_search_stays_out(site):
    index = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    texts = zip(index["docs"]["location"], index["docs"]["text"], strict=True)
    assert [location for location, text in texts if is_hard(text)] == []


def test_the_index_is_small_enough_to_be_fetched_on_a_phone(site):
    assert len(gzip.compress((site.folder / "search/search_index.json").read_bytes(), 9)) <= 100 * 1024


def test_a_reader_types_an_everyday_word_and_comes_to_the_part_that_is_meant(page, address):
    page.goto(address + "help/")
    page.locator("input.md-search__input").fill("worksheet")
    page.locator(".md-search-result__link[href*='#sheet']").first.click()
    page.wait_for_url("**/learn/classroom/?h=*#sheet")
