"""What pages say to programs, held to what the documentation of those programs asks for."""

import json

import pytest

from builder.content.records.load import load
from builder.content.vocabulary import vocabulary
from builder.publishing.audit import PageAudit, audit
from builder.publishing.html import hear
from builder.publishing.linked.required import REQUIRED, faults
from builder.rendering.markdown.search import is_hard
from tests.conftest import ROOT, mkdocs
from tests.faults.slips import change
from tests.site.test_site import PAGES, html_of

RECORDS, _ = load(ROOT / "data")
# What developers.google.com/search/docs/appearance/structured-data lists as required in November 2026: breadcrumb,
# factcheck, dataset, image-license-metadata; of Article it requires nothing and recommends these.
GOOGLE = {
    "Article": {"headline", "author", "dateModified"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"name", "position", "item"},
    "ClaimReview": {"claimReviewed", "reviewRating", "url"},
    "Rating": {"alternateName"},
    "Dataset": {"name", "description"},
    "DataDownload": {"contentUrl"},
    "ImageObject": {"contentUrl", "license"},
}


def block(site, path):
    return site.page(html_of(path)).select_one('script[type="application/ld+json"]').string


def graph(site, path):
    return json.loads(block(site, path))["@graph"]


def beside(site, path):
    text = (site.folder / html_of(path).replace(".html", ".jsonld")).read_text(encoding="utf-8")
    return json.loads(text)["@graph"]


def of(nodes, kind):
    found = [node for node in everything(nodes) if kind in [node.get("@type"), *(node.get("@type") or [])]]
    assert found, kind
    return found


def everything(said):
    for each in said if isinstance(said, list) else said.values():
        if isinstance(each, dict):
            yield each
        if isinstance(each, (dict, list)):
            yield from everything(each)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_programs_require(site, path):
    for nodes in (graph(site, path), beside(site, path)):
        for node in everything(nodes):
            for kind, required in GOOGLE.items():
                if node.get("@type") == kind:
                    assert all(node.get(name) for name in required), (kind, node)
    assert list(faults(block(site, path))) == []
    assert set(GOOGLE) <= set(REQUIRED) and all(set(REQUIRED[kind]) >= names for kind, names in GOOGLE.items())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_of_itself_what_readers_see_on_it(site, path):
    page, (article,) = site.page(html_of(path)), of(graph(site, path), "Article")
    assert article["headline"] == page.select_one("h1").find(string=True).strip()
    assert article["url"] == page.select_one("link[rel=canonical]")["href"]
    assert article["dateModified"] >= page.select_one(".reviewed time")["datetime"]
    described = [work["url"] for work in of(beside(site, path), "Article")[0].get("citation", [])]
    notes = page.select(".footnote li")
    shown = {link["href"] for note in notes for link in note.select("a[href]")}
    assert set(described) <= shown and bool(described) == bool(notes)
    if "citation" in article:
        assert [work["@id"] for work in article["citation"]] == described


def test_the_way_to_a_page_is_the_one_above_its_title(site):
    for path in PAGES:
        if path != "index.md":
            (crumbs,) = of(graph(site, path), "BreadcrumbList")
            steps = crumbs["itemListElement"]
            shown = [link.get_text() for link in site.page(html_of(path)).select("nav.path a")]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert [step["name"] for step in steps][: len(shown)] == shown


def test_every_claim_has_its_review_with_the_verdict_that_readers_see(site):
    reviews = of(graph(site, "story/claims.md"), "ClaimReview")
    assert [(review["claimReviewed"], review["reviewRating"]["alternateName"]) for review in reviews] == [
        (claim.claim, claim.verdict) for claim in RECORDS.claims.values()
    ]
    assert {review["reviewRating"]["alternateName"] for review in reviews} <= set(vocabulary().verdicts)
    for review, claim in zip(reviews, RECORDS.claims.values(), strict=True):
        assert site.page("story/claims/index.html").find(id=review["url"].partition("#")[2])
        speaker = RECORDS.people[RECORDS.quotes[claim.quote].speaker].name if claim.quote else "PEOPLE"
        assert review["itemReviewed"]["author"]["name"] == speaker


def test_quotations_are_said_word_for_word_or_only_named(site):
    said = {quotation["url"].partition("#quote-")[2]: quotation for quotation in of(graph(site, "story/quotes.md"), "Quotation")}  # fmt: skip
    shown = [figure["id"].removeprefix("quote-") for figure in site.article("story/quotes/index.html").select(".quotation")]  # fmt: skip
    assert sorted(said) == sorted(set(shown)) and len(said) >= 9
    for name, quotation in said.items():
        assert quotation.get("text", "") == ("" if is_hard(RECORDS.quotes[name].text) else RECORDS.quotes[name].text)
    assert sum("text" not in quotation for quotation in said.values()) < len(said) / 2


def test_every_term_is_defined(site):
    for nodes, defined in ((graph(site, "learn/glossary.md"), False), (beside(site, "learn/glossary.md"), True)):
        terms = of(nodes, "DefinedTerm")
        assert [term["name"] for term in terms] == [term.term for term in RECORDS.glossary.values()]
        assert all(bool(term.get("description")) == defined for term in terms)


def test_the_data_set_leads_to_every_table(site):
    (dataset,) = of(graph(site, "about/figures.md"), "Dataset")
    assert 50 <= len(dataset["description"]) <= 5000
    base = site.page("index.html").select_one("link[rel=canonical]")["href"]
    named = {download["contentUrl"].removeprefix(base) for download in dataset["distribution"]}
    assert {f"data/{path.name}" for path in (site.folder / "data").glob("*.*")} - {"data/datapackage.json"} == named


def test_the_lesson_is_one_to_those_who_look_for_lessons(site):
    (lesson,) = of(graph(site, "learn/classroom.md"), "LearningResource")
    assert lesson["typicalAgeRange"] and lesson["timeRequired"].startswith("PT") and lesson["license"]
    assert {each["targetName"] for each in lesson["educationalAlignment"]} >= {"History", "English"}


def test_every_chart_says_its_licence(site):
    for path in PAGES:
        charts = [figure["id"] for figure in site.article(html_of(path)).select("figure.chart")]
        images = of(graph(site, path), "ImageObject") if charts else []
        assert [image["@id"].partition("#")[2] for image in images] == charts


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"headline":', '"headlin":', "the Article http://127.0.0.1:8000/help/ lacks headline"),
        ('"@type":"ListItem"', '"@type":"ListItm"', "a ListItm, of which nobody knows what it needs"),
        ('"@context":"https://schema.org"', '"@context":"schema"', "names no vocabulary"),
        ("}]}</script>", "}]</script>", "does not parse"),
    ],
)
def test_data_that_no_program_would_take_is_told(site, old, new, said):
    html = site.html("help/index.html")
    assert old in html
    page = PageAudit()
    hear(html.replace(old, new, 1), page)
    found = [str(problem) for problem in audit({"help/index.html": page}, {"help/index.html"})]
    assert any(said in problem for problem in found), found


def test_a_template_that_forgets_a_part_stops_the_build(project):
    change("builder/publishing/linked/__init__.py", '"headline": front.title,', "")(project)
    result = mkdocs(project, "build")
    assert result.returncode and "site/help/index.html: in the JSON-LD the Article" in result.stdout
    assert "lacks headline" in result.stdout and "Traceback" not in result.stdout
