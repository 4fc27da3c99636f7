"""Answers to `make new`, as somebody types them."""

from builder.content.records.load import load
from builder.writing.look_up import Known
from builder.writing.new import new
from builder.writing.questions import Questions
from tests.conftest import ROOT

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
