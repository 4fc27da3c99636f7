"""The citation extension, by itself: no data files, no MkDocs."""

import markdown
import pytest
from bs4 import BeautifulSoup

from builder.content.citations import Citation, CitationError, find_groups
from builder.rendering.markdown.citations import CitationExtension


def render(text, **options):
    extension = CitationExtension(lambda citation: f"Note on {citation}.")
    extensions = ["footnotes", "pymdownx.superfences", "md_in_html", "tables", "admonition", extension]
    return BeautifulSoup(markdown.markdown(text, extensions=extensions, **options), "html.parser")


def notes(page):
    return [note.get_text().split(".")[0].strip() + "." for note in page.select(".footnote li")]


def numbers(page):
    return [reference.get_text() for reference in page.select("a.footnote-ref")]


def test_notes_are_numbered_in_reading_order():
    page = render("First.[@b]\n\nSecond.[@a]\n\nThird.[@c; @b]")
    assert numbers(page) == ["1", "2", "3", "1"]
    assert notes(page) == ["Note on b.", "Note on a.", "Note on c."]


def test_the_same_source_and_place_share_a_note_and_two_places_do_not():
    page = render("One.[@a, p. 3] Two.[@a, p. 4] Three.[@a, p. 3] Four.[@a]")
    assert numbers(page) == ["1", "2", "1", "3"]


def test_a_note_links_back_to_every_place_that_cites_it():
    page = render("One.[@a]\n\nTwo.[@a]")
    back = [link["href"] for link in page.select(".footnote-backref")]
    assert len(back) == 2
    assert {link.removeprefix("#") for link in back} == {mark["id"] for mark in page.select("sup[id]")}


def test_a_citation_may_wrap_lines():
    page = render("Text.[@a, paras\n165-168;\n@b]")
    assert notes(page) == ["Note on a, paras 165-168.", "Note on b."]


def test_a_note_stands_after_the_punctuation():
    assert render("It was 5[@a], they said[@b].").p.get_text() == "It was 5,1 they said.2"


def test_two_notes_in_one_bracket_stand_apart():
    assert "1,2" in render("Text.[@a; @b]").get_text()


def test_the_same_source_twice_in_one_bracket_is_one_reference():
    assert numbers(render("Text.[@a; @a]")) == ["1"]


@pytest.mark.parametrize("code", ["`[@a]`", "``a ` [@a]``", "```\n[@a]\n```", "~~~~\n[@a]\n~~~~"])
def test_code_is_left_alone(code):
    page = render(f"Look:\n\n{code}\n")
    assert "[@a]" in page.get_text()
    assert not numbers(page)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| x[@a] | y |",
        "!!! note\n\n    - item[@a]",
        "> quoted[@a]",
        "1. item[@a]\n2. item",
        '<div markdown="1">\n\ntext[@a]\n\n</div>',
    ],
)
def test_citations_work_in_tables_lists_boxes_and_blocks(text):
    page = render(text)
    assert numbers(page) == ["1"]
    assert notes(page) == ["Note on a."]


@pytest.mark.parametrize(
    "locator",
    ["p. 3", "pp. 3-5", "pp. 3–5", "para. 165", "paras 165-168", "paras 3, 7 and 9", "op. para. 2", "pream. para. 4",
     "art. II", "art. 7(1)(g)", "arts 6-8", "sec. 4", "ch. VII", "annex I", "rule 8", "01:12:30", "summary", "margin no. 12"],
)  # fmt: skip
def test_locators_lawyers_use_are_read(locator):
    assert Citation.parse(f"a, {locator}").locator == locator.replace("–", "-")


@pytest.mark.parametrize("locator", ["page 3", "p 3", "3", "para 165", "p. three", "art. 2 of the annex", "pp. 3"])
def test_a_malformed_locator_is_refused_with_the_forms_that_are_right(locator):
    with pytest.raises(CitationError, match=r"malformed locator.*write one of p\. 3"):
        Citation.parse(f"a, {locator}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[@a; b]", "start it with @"),
        ("[@A-Key]", "is not a citation"),
        ("[@]", "is not a citation"),
        ("[@a,]", "ends in a comma"),
        ("[@a", "is not closed"),
        ("[@a\n\nnext paragraph [link](x.md)", "is not closed"),
    ],
)
def test_a_faulty_bracket_says_what_is_wrong(text, said):
    (group,) = find_groups(text)
    assert any(said in error for error in group.errors)
    with pytest.raises(CitationError, match=said):
        render(text)


def test_rendering_twice_numbers_afresh():
    assert str(render("One.[@b] Two.[@a]")) == str(render("One.[@b] Two.[@a]"))
