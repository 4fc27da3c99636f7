"""`make new` asks for what a record needs, refuses what the build would refuse, and writes it at its place."""

import pytest

from builder.content.records import KINDS, Case, Change, Event, Figure, Source
from builder.writing import follows, likely
from builder.writing.draft import Draft
from builder.writing.look_up import Known
from builder.writing.place import put
from tests.conftest import ROOT
from tests.writing import ANSWERS, RECORDS, answered

SOURCES = RECORDS.of(Source)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_is_asked_for_all_that_its_model_needs(kind):
    record, said = answered(kind, ANSWERS[kind.kind])
    assert record.id
    # The checksum of a quotation is told only after the words were compared.
    assert "answered again" not in said or kind.kind == "quotation"


def test_a_fault_between_two_fields_is_told_and_the_field_asked_for_again():
    answers = ["coi-2016", "toll", "Things", "", "9", "8", "", "people", "2026-11", "Us", "", "", "Lost", "low", "7"]
    figure, said = answered(Figure, answers)
    assert "low: low (9) must be below high (8)" in said and "Which field shall be answered again?" in said
    assert figure.range == "7 to 8"


def test_a_case_with_a_judgment_is_not_asked_for_words_of_its_own_and_what_stands_follows():
    case, said = answered(Case, ANSWERS["case"])
    assert said.count("words (Copied from the source") == 1
    assert [str(conviction) for conviction in case.standing] == ["aiding genocide"]
    assert case.in_absentia is False and case.first_instance.unread and not case.unread and not case.evidence


def test_what_a_page_prints_as_a_paragraph_of_its_own_gets_its_one_source_or_is_refused_without():
    case, _ = answered(Case, ANSWERS["case"])
    assert case.charge == "A charge.[@coi-2016]", "where one source is cited, it is the one"
    answers = ["coi-2016; sres-2379", *ANSWERS["case"][1:]]
    answers.insert(answers.index("A charge.") + 1, "A charge.[@sres-2379]")
    case, said = answered(Case, answers)
    assert said.count("it states facts and cites no source") == 1 and case.charge == "A charge.[@sres-2379]"


def test_a_slip_in_the_optional_fields_or_a_yes_is_told_and_asked_for_again_not_passed_over():
    answers = ["olg-frankfurt-78-2021", "2021-11-30", "A test", "A court convicts.", "courts", "3",
               "place, notes", "?", "places, year_in_short", "sinjar", "A day", "", "",
               "hat am 30.11.2021 den Angeklagten", "on 30 November 2021 the accused", "hat am 30.11.2021", "locator", "p. 2", "no"]  # fmt: skip
    event, said = answered(Event, answers)
    assert (
        "there is no field place, notes among them" in said
        and "there is no field hat, am, 30.11.2021 among them" in said
    )
    assert event.evidence[0].locator == "p. 2"
    assert "year_in_short: What its year stands for" in said, "? says what the other fields hold"
    assert event.places == ["sinjar"] and event.year_in_short == "A day"
    assert len(event.evidence) == 1 and not event.unread, "an empty reason leads back to the words"


def test_crimes_and_modes_are_told_in_one_line_and_a_slip_in_it_is_told():
    answers = list(ANSWERS["case"])
    at = answers.index("genocide, aiding")
    answers[at : at + 1] = ["genocide", "genocide, helping", "genocide, aiding; war crimes, committing"]
    case, said = answered(Case, answers)
    assert "write crime, mode, and ; before the next" in said and "'helping' is not one of the known values" in said
    assert [str(each) for each in case.standing] == ["aiding genocide", "war crimes"]


def test_an_address_with_a_day_is_taken_for_a_newspapers_and_the_id_follows():
    answers = ["https://www.example.fr/2026/11/20/a.html", "[A]", "A paper", "?", ""]
    source, said = answered(Source, answers)
    assert (source.type, str(source.issued), source.language) == ("article-newspaper", "2026-11-20", "fr")
    assert source.id == "example-2026-11-20" and "Taken: type: article-newspaper" in said


def test_a_question_for_a_page_lists_every_page_and_with_its_sign_their_parts():
    _, said = answered(Change, ["? in-court", "? in-court.md# missing", "since/in-cort.md", "index.md", "A", "B", ""])
    assert "since/in-court.md: In court" in said and "since/in-court.md#missing" in said
    assert "there is no page since/in-cort.md; look with ?" in said


def test_a_name_that_is_near_to_an_id_is_told_with_it():
    assert "no place has the id kojo; there is kocho: Kocho, Kojo, Koço" in Known(RECORDS, ROOT).lacks(
        Event, "places", "kojo"
    )


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("s/res/2490(2019)", {"type": "resolution", "publisher": "UN Security Council", "number": "S/RES/2490 (2019)",
                              "URL": "https://docs.un.org/en/S/RES/2490(2019)", "issued": "2019", "grade": "UN record"}),
        ("https://docs.un.org/en/A/HRC/99/1", {"type": "un-document", "publisher": "UN Human Rights Council",
                                               "number": "A/HRC/99/1", "URL": "https://docs.un.org/en/A/HRC/99/1"}),
        ("S/2019/9999", {"issued": "2019", "number": "S/2019/9999"}),
        ("https://doi.org/10.1371/journal.pmed.1009999", {"type": "article-journal", "DOI": "10.1371/journal.pmed.1009999",
                                                         "container-title": "PLOS Medicine", "grade": "peer-reviewed"}),
        ("https://www.nytimes.com/2026/11/20/world/a.html", {"type": "article-newspaper", "issued": "2026-11-20",
                                                            "container-title": "The New York Times", "grade": "press"}),
    ],
)  # fmt: skip
def test_one_identifier_fills_in_what_it_tells_without_a_network(said, fields):
    known, missing = likely.source(said, SOURCES.values())
    assert fields.items() <= known.items() and "title" in missing
    assert "title" not in known, "nothing tells a title without a network"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("S/RES/2379 (2017)", "a source has it already, sres-2379"),
        ("10.1371/JOURNAL.PMED.1002297", "a source has it already, plos-cetorelli-2017"),
        (SOURCES["coi-2016"].URL, "a source has it already, coi-2016"),
        ("something", "no UN symbol"),
    ],
)
def test_an_identifier_that_is_there_or_is_none_is_told(said, wrong):
    with pytest.raises(ValueError, match=wrong):
        likely.source(said, SOURCES.values())


def test_a_record_goes_above_the_comments_of_the_next():
    text = "# Head\n\n- id: a\n\n# On b\n- id: b\n"
    assert put(text, "- id: x\n", 6) == ("# Head\n\n- id: a\n\n- id: x\n\n# On b\n- id: b\n", 5)
    assert put(text, "- id: x\n", 0) == ("# Head\n\n- id: a\n\n# On b\n- id: b\n\n- id: x\n", 8)


@pytest.mark.parametrize(("country", "named"), [("Spain", False), ("Germany", False), ("Finland", True)])
def test_a_country_new_among_the_cases_points_to_the_sentences_that_name_it(country, named):
    """The page of cases says of Finland that nothing was found there."""
    lines = follows.of(Draft(ROOT, RECORDS, [(Case, {"id": "a-b", "country": country})]))
    assert any(f"{country} is new: see the sentences of docs/since/in-court.md" in line for line in lines) == named
