"""`make new` asks for what a record needs, refuses what the build would refuse, and writes it at its place."""

import pytest

from builder.content.problems import ProblemsFound
from builder.content.records import KINDS, Case, Change, Event, Figure, Source
from builder.content.records.load import load
from builder.rendering.site import Site
from builder.writing import likely
from builder.writing.look_up import Known
from builder.writing.new import new
from builder.writing.place import put
from builder.writing.questions import Questions
from tests.conftest import ROOT

SOURCE = ["", "press-release", "A test", "A body", "2026-13-01", "2026-11-20", "ftp://x",
          "https://example.org/x", "press", "id", "a test", "a-test"]  # fmt: skip
EVENT = ["? frankfurt 78", "olg-x", "olg-frankfurt-78-2021", "2021-11-30", "A test",
         "A court in Frankfurt convicts.", "courts; nobody", "courts; yazidis", "1", "places", "nowhere", "? sinj", "sinjar",
         "hat am 30.11.2021 den Angeklagten", "on 30 November 2021 the accused", ""]  # fmt: skip
# What a contributor answers, a line a question; an empty one leaves out, or takes what stands in brackets.
ANSWERS = {
    "source": ["S/PV.9999", "[A meeting of the Security Council]", "2026-11-20", ""],
    "figure": ["coi-2016", "toll", "Those lost", "2000", "", "people", "2026-11", "Us", "", "", "It is lost"],
    "quotation": ["These are words nobody else has said.", "nadia-murad", "A speech", "", "2026-11-20", "coi-2016",
                  "", "checksum", "7dc4ba2a"],
    "claim": ["Something is so.", "it is so", "accurate", "story/claims.md", *["It is.[@coi-2016]"] * 3, ""],
    "event": ["olg-frankfurt-78-2021", "2021-11-30", "A test", "A court convicts.", "courts", "3", "",
              "hat am 30.11.2021 den Angeklagten", "on 30 November 2021 the accused", ""],
    "case": ["coi-2016", "A. B.", "Spain", "A court", "A charge.", "not final", "2026-11-20", "",
             "genocide, aiding", "", "", "Not online", "", "The first.[@coi-2016]", "asof", "2026-11"],
    "recognition": ["coi-2016", "A parliament", "Spain", "2026-11", "motion", "motion", "It was genocide.", "", "",
                    "Not online"],
    "person": ["A. Person", "Counsel", "A lawyer.[@coi-2016]", "", ""],
    "term": ["coi-2016", "zeugma", "A figure of speech.", "learn/glossary.md", ""],
    "place": ["coi-2016", "A place", "town", "A town.[@coi-2016]", "36.5", "41.5", "town", ""],
    "body": ["A body", "true", "investigate", "It can.[@coi-2016]", "It did.[@coi-2016]", ""],
    "organisation": ["An organisation", "teaching", "It teaches.[@coi-2016]", "https://example.org/a", ""],
    "reading": ["book", "A book", "An author", "It is short.[@coi-2016]", ""],
    # Its id may be a term's too, as the build allows.
    "change": ["index.md", "A word is another.", "It was wrong.", "id", "genocide"],
    "ruling": ["A sentence.", "rule", "2026-11-26", "s-0000000000"],
    "synonym": ["learn/glossary.md", "zeugmata", ""],
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
    questions = Questions(Known(RECORDS, ROOT), lambda question: said.append(question) or next(waiting), said.append)
    fields = questions.record(kind)
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


def contents(project):
    """Every file below data/, docs/ and the settings, with what is in it."""
    files = [*(project / "data").rglob("*"), *(project / "docs").rglob("*"), project / "mkdocs.yml"]
    return {path: path.read_bytes() for path in files if path.is_file()}


def test_an_id_that_is_taken_is_refused_and_answers_that_end_early_write_nothing(project):
    before = contents(project)
    done, said = asked(project, Case, [*ANSWERS["case"][:-2], "id", "germany-taha-al-j"])
    assert not done
    assert "the id germany-taha-al-j is taken; add a word to it" in said and "nothing was written" in said
    assert contents(project) == before


def test_what_a_build_would_refuse_is_told_before_anything_is_written_and_answered_again(project):
    answers = ["A sentence.", "A reason.", "id", "2020-01-01-x", "2026-11-26-x"]
    before = contents(project)
    # That the day in an id is another than the record's is told at its question.
    done, said = asked(project, Change, ["index.md", *answers, "2026-13", "2026-11-26-y"])
    assert "the id says 2020-01-01, the date" in said and not done and contents(project) == before
    event = [each if each != "2021-11-30" else "2021-11-29" for each in EVENT]
    done, said = asked(project, Event, [*event, "event colour", ""])
    assert "A build would refuse it:" in said and "there is no event colour; write one of event id, event date" in said
    assert not done and contents(project) == before
    done, said = asked(project, Event, [*event, "event date", "2021-11-30", "id", "2021-11-30-test"])
    assert "the id says 2021-11-29, the date 2021-11-30" in said
    assert done and "date: 2021-11-30" in (project / "data" / "timeline.yml").read_text(encoding="utf-8")


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


# From a paper's address on; the rest of the answers stands in the tests.
PAPER = ["https://elpais.es/espana/2026-11-20/condenado.html", "[A court convicts A. B.]", "El País", ""]
VERDICT = [*PAPER, "A. B.", "Spain", "Audiencia Nacional", "Accused of aiding.", "not final", "", "", "genocide, aiding",
           "Twelve years", "condenó el 20 de noviembre de 2026 a A. B. a doce años de prisión por complicidad en genocidio",
           "sentenced A. B. on 20 November 2026 to twelve years in prison for complicity in genocide", "", "",
           "It is the first in Spain that we know of.", "", "event colour", "event importance", "1",
           "change date", "2026-11-27", "id", "2026-11-27-spain-b", ""]  # fmt: skip


def test_a_verdict_is_one_source_and_one_case_and_all_else_follows_and_breaks_no_rule(project):
    before = {path.name for path in contents(project)}
    old = RECORDS.of(Figure)
    done, said = asked(project, "verdict", VERDICT)
    assert done and len(VERDICT) < 28 and "there is no event colour; write y, or one of event id" in said
    assert (
        "genocide-convictions: 5 -> 6" in said and "Spain is new: see the sentences of docs/since/in-court.md" in said
    )
    assert "make addresses" in said and "A build would refuse" not in said
    records, problems = load(project / "data")
    assert problems == [] and {path.name for path in contents(project)} == before
    case, event = records.of(Case)["spain-a-b"], records.of(Event)["2026-11-20-spain-b-convicted-aiding"]
    assert (
        event.evidence == case.first_instance.evidence and event.title == "Spain: A. B. is convicted of aiding genocide"
    )
    assert "version: '2026-11-27'" in (project / "CITATION.cff").read_text(encoding="utf-8")
    (change,) = [each for each in records.of(Change).values() if each.page == "since/in-court.md#spain-a-b"]
    assert "A. B. is convicted of aiding genocide" in change.what and change.why == "El País, 20 November 2026."
    for name in ("genocide-convictions", "genocide-conviction-countries"):
        new = records.of(Figure)[name]
        assert new.value == old[name].value + 1 and str(new.asof) == "2026-11"
        assert str(new.sources[-1]) == "elpais-2026-11-20"
    Site(project).check()


def test_a_project_is_held_to_the_rules_once_where_nothing_else_is_wrong(project, monkeypatch):
    check, times = Site.check, []
    monkeypatch.setattr(Site, "check", lambda site: times.append(site) or check(site))
    assert asked(project, Change, ["index.md", "A sentence.", "A reason.", ""])[0] and len(times) == 1


def test_a_verdict_whose_answers_end_early_writes_into_none_of_its_files(project):
    before = contents(project)
    done, said = asked(project, "verdict", VERDICT[:-1])
    assert not done and "nothing was written" in said and contents(project) == before


def test_where_one_file_cannot_be_written_all_stay_as_they_were(project, monkeypatch):
    before = contents(project)
    whole, times = type(project).replace, []

    def replace(path, target):
        times.append(target)
        if len(times) == 3:
            raise OSError(28, "No space left on device")
        return whole(path, target)

    monkeypatch.setattr(type(project), "replace", replace)
    with pytest.raises(OSError, match="No space left"):
        asked(project, "verdict", VERDICT)
    assert contents(project) == before


def test_a_newer_count_takes_what_is_counted_from_the_older_and_logs_the_change(project):
    answers = ["missing-2025-03", "nothing", "? graves identif", "graves-identified", "shafaq-2025-08-13", "299", "",
               "2025-08-14", "", "", "Lost", ""]  # fmt: skip
    done, said = asked(project, "count", answers)
    assert "replaces it already; name that one" in said and "no figure has the id nothing" in said
    page = (project / "docs" / "since" / "where-things-stand.md").read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(page, 1) if 'figure("graves-identified"' in text)
    told = next(each for each in said.splitlines() if "print the newer count now" in each)
    assert done and f"docs/since/where-things-stand.md:{line}" in told
    records, _ = load(project / "data")
    older, newer = records.of(Figure)["graves-identified"], records.of(Figure)["graves-identified-2025-08-14"]
    assert (newer.supersedes, newer.counts, newer.counter) == (older.id, older.counts, older.counter)
    assert any(older.counts in each.what and newer.words in each.what for each in records.of(Change).values())


def test_a_page_is_made_with_its_parts_and_listed_and_breaks_no_rule(project):
    description = "What the Yazidis are called, by themselves and by others, and where each name comes from."
    answers = ["about/names.md", "Names", "since/new.md", "The names", "Too short.", description, "",
               "They call themselves Ezidi.", "They call themselves Ezidi.[@nobody]",
               "They call themselves Ezidi.[@coi-2016]"]  # fmt: skip
    done, said = asked(project, "page", answers)
    assert done and "there is a page about/names.md" in said and "write it from docs/ on" in said
    assert "it states facts and cites no source" in said and "no source has the id nobody" in said
    assert "      - since/where-things-stand.md\n      - since/new.md\n" in (project / "mkdocs.yml").read_text(
        encoding="utf-8"
    )
    # A number that another page has in words only its author can write.
    assert "docs/index.md" in said and "it says six pages, and there are 7" in said
    with pytest.raises(ProblemsFound) as found:
        Site(project).check()
    assert [problem.file for problem in found.value.problems] == ["docs/index.md"]


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


def test_a_record_goes_above_the_comments_of_the_next():
    text = "# Head\n\n- id: a\n\n# On b\n- id: b\n"
    assert put(text, "- id: x\n", 6) == ("# Head\n\n- id: a\n\n- id: x\n\n# On b\n- id: b\n", 5)
    assert put(text, "- id: x\n", 0) == ("# Head\n\n- id: a\n\n# On b\n- id: b\n\n- id: x\n", 8)
