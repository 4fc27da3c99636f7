"""What `make new` writes, held to all the rules: whole, in its place, or not at all."""

import pytest

from builder.content.problems import ProblemsFound
from builder.content.records import Case, Change, Event, Figure, Source
from builder.content.records.load import load
from builder.rendering.site import Site
from tests.writing import ANSWERS, RECORDS, asked

SOURCE = ["", "press-release", "A test", "A body", "2026-13-01", "2026-11-20", "ftp://x",
          "https://example.org/x", "press", "id", "a test", "a-test"]  # fmt: skip


EVENT = ["? frankfurt 78", "olg-x", "olg-frankfurt-78-2021", "2021-11-30", "A test",
         "A court in Frankfurt convicts.", "courts; nobody", "courts; yazidis", "1", "places", "nowhere", "? sinj", "sinjar",
         "hat am 30.11.2021 den Angeklagten", "on 30 November 2021 the accused", ""]  # fmt: skip


def contents(project):
    """Every file below data/, docs/ and the settings, with what is in it."""
    files = [*(project / "data").rglob("*"), *(project / "docs").rglob("*"), project / "mkdocs.yml"]
    return {path: path.read_bytes() for path in files if path.is_file()}


# From a paper's address on; the rest of the answers stands in the tests.
PAPER = ["https://elpais.es/espana/2026-11-20/condenado.html", "[A court convicts A. B.]", "El País", ""]


VERDICT = [*PAPER, "A. B.", "Spain", "Audiencia Nacional", "Accused of aiding.", "not final", "", "", "genocide, aiding",
           "Twelve years", "condenó el 20 de noviembre de 2026 a A. B. a doce años de prisión por complicidad en genocidio",
           "sentenced A. B. on 20 November 2026 to twelve years in prison for complicity in genocide", "", "",
           "It is the first in Spain that we know of.", "", "event colour", "event importance", "1",
           "change date", "2026-11-27", "id", "2026-11-27-spain-b", ""]  # fmt: skip


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


def test_a_verdict_is_one_source_and_one_case_and_all_else_follows_and_breaks_no_rule(project):
    before = {path.name for path in contents(project)}
    old = RECORDS.of(Figure)
    done, said = asked(project, "verdict", VERDICT)
    assert done and len(VERDICT) < 28 and "there is no event colour; write y, or one of event id" in said
    # No typed sentence depends on which countries have judged.
    assert "genocide-convictions: 5 -> 6" in said and "Spain is new" not in said
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
