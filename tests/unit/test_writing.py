"""`make new` asks for what a record needs, refuses what the build would refuse, and writes it at its place."""

from builder.content.records import Case, Event, Source
from builder.content.records.load import load
from builder.writing.new import new
from builder.writing.place import put

SOURCE = ["a test", "a-test", "press-release", "A test", "A body", "2026-13-01", "2026-11-20", "ftp://x",
          "https://example.org/x", "press", ""]  # fmt: skip
EVIDENCE = ["y", "olg-frankfurt-78-2021", "hat am 30.11.2021 den Angeklagten", "2026-11-26", "lang; translation", "de",
            "on 30 November 2021 the accused", ""]  # fmt: skip
EVENT = ["2021-11-30-test", "2021-11-30", "A test", "A court in Frankfurt convicts.", "courts; nobody", "courts; yazidis",
         "1", "? frankfurt 78", "olg-x", "olg-frankfurt-78-2021", *EVIDENCE, ""]  # fmt: skip


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
    done, said = asked(project, Case, ["germany-taha-al-j", "spain-test", "A. B."])
    assert not done
    assert "the id germany-taha-al-j is taken" in said and "nothing was written" in said
    assert (project / "data" / "cases.yml").read_text(encoding="utf-8") == before


def test_a_fault_between_two_fields_is_told_and_the_field_asked_for_again(project):
    english = ["lang" if answer == "lang; translation" else answer for answer in EVENT]
    english.remove("on 30 November 2021 the accused")
    at = english.index("de") + 1
    done, said = asked(project, Event, [*english[:at], "translation", "on 30 November 2021 the accused", *english[at:]])
    assert done and "add a translation of ours in English" in said


def test_a_record_goes_above_the_comments_of_the_next():
    text = "# Head\n\n- id: a\n\n# On b\n- id: b\n"
    assert put(text, "- id: x\n", 6) == ("# Head\n\n- id: a\n\n- id: x\n\n# On b\n- id: b\n", 5)
    assert put(text, "- id: x\n", 0) == ("# Head\n\n- id: a\n\n# On b\n- id: b\n\n- id: x\n", 8)
