"""`make new` asks for what a record needs, refuses what the build would refuse, and writes it at its place."""

import pytest

from builder.content.records import KINDS, Case, Event, Figure, Source
from builder.content.records.load import load
from builder.writing import likely
from builder.writing.new import new
from builder.writing.place import put
from builder.writing.questions import Questions
from tests.conftest import ROOT

SOURCE = ["", "a test", "a-test", "press-release", "A test", "A body", "2026-13-01", "2026-11-20", "ftp://x",
          "https://example.org/x", "", "press", ""]  # fmt: skip
EVENT = ["2021-11-30-test", "? frankfurt 78", "olg-x", "olg-frankfurt-78-2021", "2021-11-30", "A test",
         "A court in Frankfurt convicts.", "courts; nobody", "courts; yazidis", "1", "places", "nowhere", "? sinj", "sinjar",
         "y", "", "hat am 30.11.2021 den Angeklagten", "", "on 30 November 2021 the accused", "", "", ""]  # fmt: skip
# What a contributor answers, a line a question; an empty one leaves out, or takes what stands in brackets.
ANSWERS = {
    "source": ["S/PV.9999", "", "", "[A meeting of the Security Council]", "", "2026-11-20", "", "", "", "", ""],
    "figure": ["missing-2026", "a-count", "coi-2016", "", "", "2000", "", "", "2026-11", "", "", "", "", "", "", "It is lost"],
    "quotation": ["a-quotation", "These are words nobody else has said.", "nadia-murad", "", "A speech", "2026-11-20", "coi-2016",
                  "", "checksum", "7dc4ba2a"],
    "claim": ["a-claim", "Something is so.", "it is so", "accurate", "story/claims.md", *["It is.[@coi-2016]"] * 3, ""],
    "event": ["2021-11-30-a-day", "olg-frankfurt-78-2021", "2021-11-30", "A test", "A court convicts.", "courts", "3", "",
              "y", "", "hat am 30.11.2021 den Angeklagten", "", "on 30 November 2021 the accused", "", "", ""],
    "case": ["a-case", "coi-2016", "A. B.", "Spain", "A court", "A charge.[@coi-2016]", "not final", "2026-11-20", "convicted",
             "genocide", "aiding", "", "", "", "Not online", "no", "The first.[@coi-2016]", "2026-11", ""],
    "recognition": ["a-recognition", "coi-2016", "A parliament", "Spain", "2026-11", "motion", "motion", "It was genocide.", "", "",
                    "Not online"],
    "person": ["a-person", "A. Person", "Counsel", "A lawyer.[@coi-2016]", "", ""],
    "term": ["a-term", "coi-2016", "zeugma", "A figure of speech.", "learn/glossary.md", ""],
    "place": ["a-place", "coi-2016", "A place", "town", "A town.[@coi-2016]", "36.5", "41.5", "town", ""],
    "body": ["a-body", "A body", "true", "investigate", "It can.[@coi-2016]", "It did.[@coi-2016]", ""],
    "organisation": ["an-organisation", "An organisation", "teaching", "It teaches.[@coi-2016]", "https://example.org/a", "", ""],
    "reading": ["a-reading", "book", "A book", "An author", "It is short.[@coi-2016]", ""],
    # Its id is a term's too, as the build allows.
    "change": ["genocide", "", "index.md", "A word is another.", "It was wrong."],
    "ruling": ["s-0000000000", "A sentence.", "rule", "2026-11-26"],
    "synonym": ["a-synonym", "learn/glossary.md", "zeugmata", ""],
}  # fmt: skip


def asked(root, kind, answers):
    """What `make new` says when these answers are piped in, and whether it wrote a record."""
    said, waiting = [], iter(answers)

    def ask(question):
        said.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    done = new(root, kind, ask, said.append)
    assert next(waiting, None) is None, "some answers were not asked for"
    return done, "\n".join(said)


RECORDS, _ = load(ROOT / "data")


def answered(kind, answers):
    """The record that these answers make, and what was asked and said; nothing is written."""
    said, waiting = [], iter(answers)
    fields = Questions(RECORDS, lambda question: said.append(question) or next(waiting), said.append).record(kind)
    assert next(waiting, None) is None, "some answers were not asked for"
    return kind.model_validate(fields), "\n".join(said)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_is_asked_for_all_that_its_model_needs(kind):
    record, said = answered(kind, ANSWERS[kind.kind])
    assert record.id
    # The checksum of a quotation is told only after the words were compared.
    assert "answered again" not in said or kind.kind == "quotation"


def test_a_source_is_asked_for_what_its_type_needs_and_told_that_it_must_be_cited(project):
    done, said = asked(project, Source, SOURCE)
    assert done
    assert "'a test' is not an id" in said and "has no such month" in said and "'ftp://x' is not an address" in said
    assert "source a-test: no page cites it" in said
    records, problems = load(project / "data")
    assert problems == [] and str(records.of(Source)["a-test"].issued) == "2026-11-20"


def test_an_event_lands_in_the_order_of_dates_and_breaks_no_rule(project):
    before = (project / "data" / "timeline.yml").read_text(encoding="utf-8")
    done, said = asked(project, Event, EVENT)
    assert done
    assert "'nobody' is not one of the known values" in said and "no source has the id olg-x" in said
    assert "olg-frankfurt-78-2021: Taha Al-J." in said
    assert "stands after a later event" not in said and "nothing shows what it rests on" not in said
    after = (project / "data" / "timeline.yml").read_text(encoding="utf-8")
    added = after[after.index("- id: 2021-11-30-test") :].partition("\n\n")[0] + "\n\n"
    assert after.replace(added, "") == before, "every other line stays as it was"


def test_an_id_that_is_taken_is_refused_and_answers_that_end_early_write_nothing(project):
    before = (project / "data" / "cases.yml").read_text(encoding="utf-8")
    done, said = asked(project, Case, ["germany-taha-al-j", "spain-test", "olg-frankfurt-78-2021"])
    assert not done
    assert "the id germany-taha-al-j is taken; add a word to it" in said and "nothing was written" in said
    assert (project / "data" / "cases.yml").read_text(encoding="utf-8") == before


def test_a_fault_between_two_fields_is_told_and_the_field_asked_for_again():
    answers = [
        "a-count",
        "coi-2016",
        "toll",
        "Things",
        "",
        "9",
        "8",
        "",
        "people",
        "2026-11",
        "Us",
        "",
        "",
        "Lost",
        "low",
        "7",
    ]
    figure, said = answered(Figure, ["", *answers])
    assert "low: low (9) must be below high (8)" in said and "Which field shall be answered again?" in said
    assert figure.range == "7 to 8"


def test_a_case_with_a_judgment_is_not_asked_for_words_of_its_own_and_what_stands_follows():
    case, said = answered(Case, ANSWERS["case"])
    assert said.count("evidence (The words of the sources): add one?") == 1 and "standing follows from the rest" in said
    assert [str(conviction) for conviction in case.standing] == ["aiding genocide"]
    assert case.in_absentia is False and case.first_instance.unread and not case.unread and not case.evidence


def test_what_a_page_prints_as_a_paragraph_of_its_own_is_refused_without_a_source():
    answers = list(ANSWERS["case"])
    answers.insert(answers.index("A charge.[@coi-2016]"), "A charge.")
    case, said = answered(Case, answers)
    assert said.count("it states facts and cites no source") == 1 and case.charge == "A charge.[@coi-2016]"


def test_a_slip_in_the_optional_fields_or_a_yes_is_told_and_asked_for_again_not_passed_over():
    answers = ["a-day", "olg-frankfurt-78-2021", "2021-11-30", "A test", "A court convicts.", "courts", "3",
               "place, notes", "places, year_in_short", "sinjar", "A day", "", "", "hat am 30.11.2021", "Yes", "",
               "hat am 30.11.2021 den Angeklagten", "", "on 30 November 2021 the accused", "", "no", "no"]  # fmt: skip
    event, said = answered(Event, answers)
    assert "there is no field place, notes among them" in said and "write y to add one" in said
    assert event.places == ["sinjar"] and event.year_in_short == "A day"
    assert len(event.evidence) == 1 and not event.unread, "an empty reason leads back to the words"


def test_a_newspaper_article_is_asked_for_its_day_which_its_id_may_tell():
    answers = [
        "",
        "a-paper-2026-11-20",
        "article-newspaper",
        "A",
        "A paper",
        "",
        "https://example.org/a",
        "",
        "press",
        "",
    ]
    source, said = answered(Source, answers)
    assert "issued" in said and str(source.issued) == "2026-11-20"


def test_a_newer_count_is_told_which_lines_print_it_from_now_on(project):
    answers = [
        "graves-identified",
        "a-count",
        "shafaq-2025-08-13",
        "",
        "",
        "299",
        "",
        "",
        "2025-08-14",
        *[""] * 5,
        "Lost",
    ]
    done, said = asked(project, Figure, answers)
    page = (project / "docs" / "since" / "where-things-stand.md").read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(page, 1) if 'figure("graves-identified"' in text)
    assert done and f"docs/since/where-things-stand.md:{line} prints the newer count now" in said


SOURCES = RECORDS.of(Source)


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


def test_a_newer_count_takes_what_is_counted_from_the_older_and_names_the_newest():
    figure, said = answered(Figure, ["missing-2025-03", "nothing", *ANSWERS["figure"]])
    assert "missing replaces it already; name that one" in said and "no figure has the id nothing" in said
    older = RECORDS.of(Figure)["missing-2026"]
    assert (figure.supersedes, figure.counts, figure.counter) == (older.id, older.counts, older.counter)


def test_a_record_goes_above_the_comments_of_the_next():
    text = "# Head\n\n- id: a\n\n# On b\n- id: b\n"
    assert put(text, "- id: x\n", 6) == ("# Head\n\n- id: a\n\n- id: x\n\n# On b\n- id: b\n", 5)
    assert put(text, "- id: x\n", 0) == ("# Head\n\n- id: a\n\n# On b\n- id: b\n\n- id: x\n", 8)
