"""What a contributor is told when a data file is wrong. Each file here is written for the test."""

import shutil

import pytest

from builder.content.citations import Citation
from builder.content.dates import PartialDate
from builder.content.numbers_in_words import numbers, prints
from builder.content.project import Project
from builder.content.records import MODELS
from builder.content.records.evidence import Evidence
from builder.content.records.figure import newest, number_words
from builder.content.records.load import load
from builder.content.rules import broken
from builder.content.rules.citations import citations
from builder.content.rules.future import future
from tests.conftest import ROOT

SOURCE = """
- id: report
  type: report
  title: A report
  publisher: An office
  issued: 2017
  URL: https://example.org/report
  grade: official
- id: ruling
  type: court-decision
  title: A ruling
  authority: A court
  number: 1 StR 1/21
  issued: 2023-01-17
  URL: https://example.org/ruling
  grade: court finding
"""
FIGURE = """
- id: missing
  group: toll
  counts: People missing
  value: 2553
  unit: people
  asof: 2017-09
  counter: an office
  sources: [report]
  evidence:
  - source: report
    words: 2,553 people are missing
    read: 2026-11-26
"""
PERSON = """
- id: somebody
  name: Somebody
  in_story: Spoke.
  life: She spoke.[@report]
"""
QUOTE = """
- id: words
  text: These are the words.
  speaker: somebody
  occasion: A speech
  date: 2017-03-09
  source: report, p. 3
  checksum: '1ead1e56'
"""
CLAIM = """
- id: spoken
  claim: Words were said.
  words: the words
  quote: words
  verdict: accurate
  see: since/evidence.md
  finding: They were.[@report]
  then: Yes.[@report]
  since: Yes.[@report]
"""
EVENT = """
- id: speech
  date: 2017-03-09
  title: A speech is given
  text: It was long.
  threads: [campaign]
  importance: 1
  sources: [report]
  evidence:
  - source: report
    words: spoke at the UN on 9 March
    read: 2026-11-26
"""
CASE = """
- id: case-one
  defendant: A. B.
  country: Germany
  court: A court
  charge: A charge.[@report]
  status: final
  first_instance:
    date: 2021-11-30
    outcome: convicted
    convicted_of:
    - {crime: genocide, mode: committing}
    evidence:
    - source: ruling
      words: hat den Angeklagten am 30. November 2021 wegen Völkermordes verurteilt
      lang: de
      translation: convicted the defendant on 30 November 2021 of genocide
      read: 2026-11-26
  appeals:
    - court: A higher court
      date: 2022-11-30
      outcome: upheld
      unread: No copy was found
  standing:
  - {crime: genocide, mode: committing}
  in_absentia: false
  matters: It was the first.[@report]
  asof: 2022-11-30
  sources: [report, ruling]
"""
RECOGNITION = """
- id: chamber-2016
  body: A chamber
  country: Somewhere
  date: 2016-04-20
  instrument: Motion
  force: motion
  votes: {for: 278, against: 0}
  says: It said so.
  sources: [report]
  evidence:
  - source: report
    words: 'On 20 April 2016 the House divided: Ayes 278, Noes 0'
    read: 2026-11-26
"""
GOOD = {
    "sources": SOURCE,
    "figures": FIGURE,
    "people": PERSON,
    "quotes": QUOTE,
    "claims": CLAIM,
    "timeline": EVENT,
    "cases": CASE,
    "recognitions": RECOGNITION,
}


@pytest.fixture
def told(tmp_path):
    """Writes data files, good ones where the test gives none, and returns the problems as lines of text."""

    def told(**files):
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        for name in ("vocabulary.yml", "map.yml", "borders.json"):
            shutil.copy(ROOT / "data" / name, data)
        for name in MODELS:
            (data / f"{name}.yml").write_text(files.get(name, GOOD.get(name, "[]")), encoding="utf-8")
        told.records, problems = load(data)
        project = Project(tmp_path, told.records, {})
        problems += [*broken(project, "records"), *citations.check(project), *future.check(project)]
        return [str(problem) for problem in sorted(problems)]

    return told


def test_good_files_have_no_problems(told):
    assert told() == []
    assert told.records.quotes["words"].source == Citation("report", "p. 3")
    assert list(told.records.people["somebody"].citations()) == [("life", Citation("report"))]


@pytest.mark.parametrize(
    ("file", "good", "bad", "said"),
    [
        ("figures", "  asof: 2017-09\n", "", "data/figures.yml:2: figure missing, field asof: the field is missing"),
        ("figures", "counter:", "counted_by:", "field counted_by: there is no such field (did you mean counter"),
        ("figures", "2017-09", "2017-19", "field asof: '2017-19' has no such month (months run from 01 to 12)"),
        ("figures", "[report]", "[]", "field sources"),
        ("figures", "[report]", "[reprot]", "field sources.1: no source has the id reprot (did you mean report?)"),
        ("figures", "[report]", '["report, page 3"]', "field sources.1: malformed locator 'page 3' for report"),
        ("figures", "value: 2553", "value: many", "field value: 'many'"),
        ("figures", "value: 2553", "low: 5\n  high: 4", "low (5) must be below high (4)"),
        ("figures", "value: 2553", "low: 5", "low and high belong together"),
        ("figures", "value: 2553", "value: 9\n  low: 3\n  high: 5", "value (9) must lie between"),
        ("figures", "group: toll", "group: tolls", "field group: 'tolls' is not one of the known values (write one of toll"),
        ("figures", "  unit: people", "  unit: people\n  supersedes: mising", "no figure has the id mising (did you mean missing?)"),
        ("figures", "id: missing", "id: Missing People", "'Missing People' is not an id (use lower-case"),
        ("figures", FIGURE, FIGURE + FIGURE, "data/figures.yml:15: figure missing: the id stands twice, first on line 2"),
        ("figures", "  unit: people", "  unit: people\n  unit: persons", "the field 'unit' stands twice in one record"),
        ("figures", "counts: People missing", "counts: People: missing", "data/figures.yml:4: figure missing: the YAML does not parse: mapping values are not allowed in this context (column 17) (a text with a colon in it goes into quotation marks)"),
        ("figures", FIGURE, "missing: 3", "the file is not a list (start each figure with `- id:`)"),
        ("figures", FIGURE, "- missing", "this item is not a record"),
        ("sources", "issued: 2017\n", "issued: 2017-02-30\n", "February 2017 has 28 days"),
        ("sources", "  issued: 2017\n", "", "a source of type report needs issued"),
        ("sources", "https://example.org", "www.example.org", "is not an address (write it whole, from https:// on)"),
        ("sources", "grade: official", "grade: official\n  language: de", "title-en"),
        ("sources", "title: A report", "title: 2017", "2017 is not text (put it in quotation marks)"),
        ("people", "[@report]", "[@reprot]", "person somebody, field life: no source has the id reprot"),
        ("people", "[@report]", "[@report, page 2]", "malformed locator 'page 2'"),
        ("quotes", "speaker: somebody", "speaker: sombody", "no person has the id sombody (did you mean somebody?)"),
        ("quotes", "  speaker: somebody\n", "", "either a speaker (an id of people.yml) or a body"),
        ("quotes", "  occasion: A speech\n", "", "needs the programme or the occasion"),
        ("claims", "verdict: accurate", "verdict: false", "false is not one of the known values (write one of accurate,"),
        ("claims", "quote: words", "quote: word", "no quotation has the id word (did you mean words?)"),
        ("claims", "words: the words", "words: these words", "they do not stand in the quotation words"),
        ("claims", "then: Yes.[@report]", "then: Yes.", "no source in then"),
        ("claims", "words: the words", "words: one two three four five six seven eight nine ten eleven twelve", "12 words"),
        ("timeline", "[campaign]", "[campain]", "field threads.1: 'campain' is not one of the known values (write one of yazidis"),
        ("timeline", "[campaign]", "[]", "field threads"),
        ("timeline", "2017-03-09", "2017-02-29", "February 2017 has 28 days"),
        ("timeline", "importance: 1", "importance: 5", "5 is not one of the known values (write one of 1, 2, 3)"),
        ("timeline", "  sources: [report]", "  places: [nowhere]\n  sources: [report]", "no place has the id nowhere"),
        ("timeline", "  sources: [report]\n", "", "field sources: the field is missing (every event has one)"),
        ("cases", "  court: A court\n", "", "field court: the field is missing (every case has one)"),
        ("cases", "date: 2022-11-30", "date: 2020-11-30", "the appeal of 2020-11-30 comes before the judgment of 2021-11-30"),
        ("cases", "    - {crime: genocide, mode", "    - {crime: genocyde, mode", "field first_instance.convicted_of.1.crime: 'genocyde'"),
        ("cases", "    - {crime: genocide, mode: committing}", "    - genocide", "'genocide' has no fields (write {crime: ..., mode: ...})"),
        ("cases", "    - {crime: genocide, mode: committing}", "    - {crime: genocide, mode: abetting}", "'abetting' is not one of the known values (write one of committing"),
        ("cases", "    convicted_of:\n    - {crime: genocide, mode: committing}\n", "", "convicted_of names the crimes of a conviction"),
        ("cases", "outcome: upheld", "result: upheld", "field appeals.1.result: there is no such field"),
        ("cases", "status: final", "status: done", "'done' is not one of the known values (write one of charged"),
        ("figures", "words: 2,553", "words: 2,554", "field value: 2,553 does not stand in “2,554 people are missing” (report)"),
        ("figures", "    words: 2,553 people are missing\n", "", "field evidence.1.words: the field is missing"),
        ("figures", "2,553 people are missing", "2,553" + " people" * 25, "the words are 26, 25 at most may be copied"),
        ("figures", "  - source: report", "  - source: ruling", "field evidence.1.source: ruling is not among the sources of the record (add it to sources, or take the words of report)"),
        ("figures", "  - source: report", "  - source: reprot", "field evidence.1.source: no source has the id reprot (did you mean report?)"),
        ("figures", "read: 2026-11-26", "read: 2099-11-26", "data/figures.yml:13: figure missing, field evidence.1.read: 2099-11-26 has not come yet"),
        ("figures", "read: 2026-11-26", "read: 2026-11", "read is 2026-11 (write the one day"),
        ("figures", "read: 2026-11-26", "read: 2026-11-26\n    lang: de", "the words are German (add a translation"),
        ("figures", "read: 2026-11-26", "read: 2026-11-26\n    translation: The same", "the words are English and have a translation"),
        ("figures", "read: 2026-11-26", "read: 2026-11-26\n    locator: page 3", "malformed locator 'page 3'"),
        ("figures", "  evidence:\n", "  unread: No copy\n  evidence:\n", "it has evidence and says why there is none"),
        ("figures", "value: 2553", "value: 2553\n  low: 2000\n  high: 3000", "field low: 2,000 does not stand in"),
        ("timeline", "on 9 March", "on 8 March", "field date: 9 March 2017 does not stand in “spoke at the UN on 8 March” (report)"),
        ("timeline", "spoke at the UN on 9 March", "spoke at the UN on 9 March 2016", "9 March 2017 does not stand in"),
        ("cases", "30. November 2021", "30. Oktober 2021", "field first_instance.date: 30 November 2021 does not stand in"),
        ("cases", "      unread: No copy was found\n", "", "field appeals.1.evidence: nothing shows what it rests on"),
        ("recognitions", "for: 278", "for: 279", "field votes.for: 279 does not stand in"),
        ("recognitions", "20 April 2016", "21 April 2016", "field date: 20 April 2016 does not stand in"),
        ("cases", "translation: convicted the defendant on 30 November 2021 of genocide", "translation: convicted the defendant on 31 November 2021", "31 does not stand in the words that are translated"),
        ("cases", "read: 2026-11-26", "read: 2020-11-26", "read is 2020-11-26, before ruling was issued (2023-01-17)"),
        ("cases", "    evidence:\n    - source: ruling", "    sentence: Ten years\n    evidence:\n    - source: ruling", "field first_instance.sentence: 10 does not stand in"),
        ("recognitions", "force: motion", "force: law", "'law' is not one of the known values (write one of government"),
        ("recognitions", "  says: It said so.\n", "", "field says: the field is missing (every recognition has one)"),
    ],
)  # fmt: skip
def test_a_fault_names_file_record_field_and_what_would_be_right(told, file, good, bad, said):
    assert good in GOOD[file]
    problems = told(**{file: GOOD[file].replace(good, bad)})
    assert all(problem.startswith(f"data/{file}.yml:") for problem in problems)
    assert any(said in problem for problem in problems)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"counter: an office": "counter: another office"}, "missing is counted by an office, not by another office"),
        ({"asof: 2017-09": "asof: 2016-09"}, "missing is newer (2017-09) than this figure (2016-09)"),
    ],
)
def test_a_figure_replaces_only_an_older_count_of_the_same_counter(told, change, said):
    newer = FIGURE.replace("id: missing", "id: missing-now").replace("  unit:", "  supersedes: missing\n  unit:")
    for old, new in change.items():
        newer = newer.replace(old, new)
    assert any(said in problem for problem in told(figures=FIGURE + newer))


@pytest.mark.parametrize(
    ("words", "lang", "stated"),
    [
        ("3,100 Yazidis (95% CI 2,100–4,400)", "en", [3100, 2100, 4400]),
        ("more than 2 million call-data records", "en", [2_000_000]),
        ("two to three million pages", "en", [3_000_000]),
        ("two hundred and seventy-four", "en", [274]),
        ("rund 200.000 Jesiden", "de", [200_000]),
        ("etwa 1,5 Millionen", "de", [1_500_000]),
        ("zwischen 3 und 4 Millionen", "de", [3_000_000, 4_000_000]),
        ("plus de 4 000 morts", "fr", [4000]),
        ("2481 امرأة", "ar", [2481]),
        ("٢٬٤٨١ امرأة", "ar", [2481]),
        ("$777.78 million", "en", [777.78]),
        ("tolv kvinnor", "sv", [12]),
    ],
)
def test_a_number_is_found_in_the_words_of_its_language(words, lang, stated):
    assert set(stated) <= numbers(words, lang)


@pytest.mark.parametrize(
    ("words", "lang", "not_stated"),
    [("2,554 people", "en", 2553), ("25,530 people", "en", 2553), ("12,553", "en", 2553), ("35", "en", 5)],
)
def test_another_number_is_not_taken_for_it(words, lang, not_stated):
    assert not_stated not in numbers(words, lang)


@pytest.mark.parametrize(
    ("words", "lang", "date", "issued", "printed"),
    [
        ("on 30 November 2021", "en", "2021-11-30", None, True),
        ("on November 30, 2021", "en", "2021-11-30", None, True),
        ("on 30 November 2020", "en", "2021-11-30", "2021", False),
        ("on 30 November", "en", "2021-11-30", "2022", True),
        ("on 30 November", "en", "2021-11-30", "2024", False),
        ("on 3 November 2021", "en", "2021-11-30", None, False),
        ("am 30. November 2021", "de", "2021-11-30", None, True),
        ("am 30.11.2021", "de", "2021-11-30", None, True),
        ("le 1er juillet 2021", "fr", "2021-07-01", None, True),
        ("في 17 تشرين الثاني 2025", "ar", "2025-11-17", None, True),
        ("12 to 16 February 2026", "en", "2026-02-12", None, True),
        ("February 12–16, 2026", "en", "2026-02-16", None, True),
        ("on Tuesday", "en", "2021-11-30", "2021-12-02", True),
        ("on Monday", "en", "2021-11-30", "2021-12-02", False),
        ("on Tuesday", "en", "2021-11-30", "2022-01-02", False),
        ("yesterday", "en", "2021-11-30", "2021-12-01", True),
        ("a document that dates itself", "en", "2021-11-30", "2021-11-30", True),
        ("a document of that year", "en", "2021-11-30", "2021", False),
        ("in May 2026", "en", "2026-05", None, True),
        ("in May 2025", "en", "2026-05", "2026", False),
        ("in 2026", "en", "2026", None, True),
    ],
)
def test_a_date_is_found_at_its_precision(words, lang, date, issued, printed):
    item = Evidence(source="s", words=words, lang=lang, translation=None if lang == "en" else "-", read="2026-01-01")
    assert prints(item, PartialDate.parse(date).start, issued and PartialDate.parse(issued)) is printed


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("missing - rescued", "missing - rescued is 2,000, not 553 (correct the value"),
        ("missing - saved", "saved is no figure with a single value, nor a count"),
        ("missing-rescued", "missing-rescued is no figure with a single value"),
        ("missing / rescued", "is not a sum (write ids of figures with + - * between them"),
        ("missing -", "is not a sum"),
    ],
)
def test_a_sum_that_does_not_add_up_is_told(told, formula, said):
    rescued = FIGURE.replace("id: missing", "id: rescued").replace("2553", "553").replace("2,553", "553")
    rescued = rescued.replace("People missing", "People rescued")
    computed = (
        FIGURE[: FIGURE.index("  evidence:")]
        .replace("id: missing", "id: rest")
        .replace("People", "Others")
        .replace("2553", "553")
    )
    right = f"{computed}  computed: missing - rescued - rescued - rescued - rescued + rescued * one\n"
    one = rescued.replace("rescued", "one").replace("553", "1")
    assert told(figures=FIGURE + rescued + one + right.replace("value: 553", "value: 894")) == []
    (problem,) = told(figures=FIGURE + rescued + f"{computed}  computed: {formula}\n")
    assert "figure rest, field computed: " in problem and said in problem


def test_a_count_of_ours_is_computed_from_the_cases(told):
    counted = FIGURE[: FIGURE.index("  evidence:")].replace("2553", "1") + "  computed: cases:genocide\n"
    assert told(figures=counted) == []
    (problem,) = told(figures=counted.replace("value: 1", "value: 2"))
    assert "cases:genocide is 1, not 2" in problem


def test_other_counts_say_so_with_their_own_words(told):
    other = """  other_counts:
  - value: 663
    asof: 2022-12
    counter: another office
    source: ruling
    words: only 663 missing
    read: 2026-11-26
"""
    (problem,) = told(figures=FIGURE + other)
    assert "other_counts says that counts differ (add a note that says how)" in problem
    assert told(figures=FIGURE + "  note: They count otherwise.\n" + other) == []
    assert told.records.figures["missing"].other_counts[0].amount == "663"
    (problem,) = told(figures=FIGURE + "  note: They count otherwise.\n" + other.replace("only 663", "only 662"))
    assert "field other_counts.1.value: 663 does not stand in “only 662 missing” (ruling)" in problem


def test_all_faults_of_all_files_are_told_at_once(told):
    problems = told(
        figures=FIGURE.replace("  asof: 2017-09\n", "").replace("unit:", "units:"),
        sources=SOURCE + SOURCE,
        quotes=QUOTE.replace("somebody", "nobody"),
    )
    assert len(problems) == 6
    assert {problem.split(":")[0] for problem in problems} == {
        "data/figures.yml",
        "data/sources.yml",
        "data/quotes.yml",
    }


def test_asking_for_a_faulty_record_is_not_a_second_fault(told):
    assert len(told(sources=SOURCE.replace("grade: official", "grade: good"))) == 1


def test_a_file_of_no_kind_is_named(told, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figure.yml").write_text("", encoding="utf-8")
    (problem,) = told()
    assert "figure.yml: no kind of record has a file of this name (did you mean figures?)" in problem


def test_dates_and_yes_stay_what_was_written(told):
    assert told(people=PERSON.replace("name: Somebody", "name: yes")) == []
    assert told.records.people["somebody"].name == "yes"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (663, "663"),
        (2553, "2,553"),
        (1_500_000, "1.5 million"),
        (20_000_000, "20 million"),
        (52.62, "52.62"),
        (1_234_567, "1,234,567"),
    ],
)
def test_numbers_are_printed_for_reading(number, printed):
    assert number_words(number) == printed


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        ({}, "2,553"),
        ({"value: 2553": "value: 2553\n  qualifier: more than"}, "more than 2,553"),
        ({"value: 2553": "low: 700000\n  high: 1500000"}, "700,000 to 1.5 million"),
        ({"unit: people": "unit: US dollars", "value: 2553": 'value: 777.78\n  shown: "USD {value} million"'}, "USD 777.78 million"),
        ({"value: 2553": "value: 3100\n  low: 2100\n  high: 4400\n  qualifier: about"}, "about 3,100"),
    ],
)  # fmt: skip
def test_a_figure_prints_its_bare_value(told, change, printed):
    text = FIGURE[: FIGURE.index("  evidence:")] + "  unread: Not needed here\n"
    for old, new in change.items():
        text = text.replace(old, new)
    assert told(figures=text) == []
    assert told.records.figures["missing"].words == printed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("02553", "'02553' is not a number (did you mean 2553?)"),
        ("2_553", "'2_553' is not a number (did you mean 2553?)"),
        ("2,553", "'2,553' is not a number (did you mean 2553?)"),
        ("'2 553'", "'2 553' is not a number (did you mean 2553?)"),
        ("2.553", "2.553 people cannot be counted (did you mean 2553?"),
        ("2.553.000", "'2.553.000' is not a number (did you mean 2553000?)"),
        ("2553e0", "'2553e0' is not a number (did you mean 2553?)"),
        ("42:33", "'42:33' is not a number"),
        ("0x9F9", "'0x9F9' is not a number"),
        (".inf", "'.inf' is not a number"),
        (".nan", "'.nan' is not a number"),
        ("true", "true is not a number"),
        ("-2553", "-2,553 people cannot be counted (write a whole number)"),
        ("1" * 5000, "is not a number"),
        ("", "the field is empty (write what belongs there, or delete the line)"),
    ],
)
def test_a_number_is_the_number_that_was_typed(told, typed, said):
    problems = told(figures=FIGURE.replace("value: 2553", f"value: {typed}"))
    assert all(problem.startswith("data/figures.yml:5: figure missing, field value: ") for problem in problems)
    assert any(said in problem for problem in problems)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("&a words", "&a would name a part of the file"),
        ("*a", "*a would stand for another part of the file"),
        ("!!str words", "str after ! would be a tag of YAML"),
        ("[" * 60 + "]" * 60, "lists and fields lie more than 12 deep"),
        ("words\n---\n- id: other", "a second YAML document begins here"),
        ("{[a]: b}", "the name of a field is a list or has fields"),
        ("[a, b]", "a list stands where one text belongs"),
        ("{a: b}", "fields stand where one text belongs (put the text in quotation marks)"),
        ("''", "the field is empty"),
        ("~", "the field is empty"),
        ("yes", ""),
        ("007", ""),
        ("Null", ""),
        ("'words [@report]'", "this field is printed as it stands and cannot cite"),
    ],
)
def test_a_text_is_the_text_that_was_typed(told, typed, said):
    problems = told(timeline=EVENT.replace("It was long.", typed))
    if not said:
        assert problems == [] and told.records.timeline["speech"].text == typed
    assert all(problem.startswith("data/timeline.yml:") for problem in problems)
    assert not said or any(said in problem for problem in problems)


def test_a_source_that_cannot_be_read_makes_no_fault_of_what_cites_it(told):
    (problem,) = told(sources=SOURCE.replace("title: A report", "title: A report: the first"))
    assert problem.startswith("data/sources.yml:4: source report: the YAML does not parse")
    assert list(told.records.sources) == ["ruling"]


def test_a_file_of_more_items_than_anybody_would_read_is_refused_before_they_are_compared(told):
    (problem,) = told(places="".join(f"- id: p{number}\n" for number in range(10_001)))
    assert problem.startswith("data/places.yml:1: the file has 10,001 items")


@pytest.mark.parametrize("content", ["\x07", "", "report: 3", "\ufffe"])
def test_a_file_that_cannot_be_read_makes_no_fault_of_what_cites_it(told, content):
    (problem,) = told(sources=content)
    assert problem.startswith("data/sources.yml")


@pytest.mark.parametrize(
    ("file", "changes", "said"),
    [
        ("sources", {"type: report\n": "type: article-newspaper\n", "publisher: An office": "note: None"}, "needs container-title (journal, newspaper, programme)"),
        ("sources", {"  URL: https://example.org/report": "  DOI: https://doi.org/10.1234/a\n  URL: https://example.org/report"}, ":7: source report, field DOI: 'https://doi.org/10.1234/a' is not a DOI (write it from 10. on"),
        ("sources", {"https://example.org/report": "office@example.org"}, "'office@example.org' is an e-mail address"),
        ("cases", {"in_absentia: false": "in_absentia: perhaps"}, "field in_absentia: 'perhaps' is neither yes nor no (write true for yes, false for no)"),
        ("claims", {"see: since/evidence.md": "see: /since/evidence/"}, "'/since/evidence/' is not the path of a page (write it from docs/ on"),
        ("quotes", {"  checksum: '1ead1e56'\n": ""}, "field checksum: the field is missing (compare it with the source letter by letter and write checksum: '1ead1e56')"),
        ("quotes", {"  source: report, p. 3": "  article_order: true\n  source: report"}, "field article_order: true is not a number"),
        ("timeline", {"importance: 1": "importance: true"}, "field importance: true is not a number"),
        ("timeline", {"id: speech": "id: 'speech of the day '"}, "'speech of the day' is not an id (use lower-case letters"),
        ("timeline", {"id: speech": "id: 2017-03-08-speech"}, "field date: the id says 2017-03-08, the date 2017-03-09"),
        ("timeline", {"id: speech": "id: 2016-speech"}, "the id says 2016, the date 2017-03-09"),
        ("figures", {"asof: 2017-09": "asof: 2099-09"}, "data/figures.yml:7: figure missing, field asof: 2099-09 has not come yet"),
        ("figures", {"[report]\n": "[report]\n  part_of: missing-half\n"}, "no figure has the id missing-half"),
        ("recognitions", {"against: 0": "against: -1"}, "field votes.against: -1 is too small (write 0 or more)"),
        ("cases", {"  standing:\n": "  standing:\n  - {crime: war crimes, mode: aiding}\n"}, "field standing: aiding war crimes stands, but by the decisions no conviction for it does"),
        ("cases", {"  standing:\n  - {crime: genocide, mode: committing}": "  standing: []"}, "field standing: genocide does not stand, but no decision drops it"),
        ("cases", {"outcome: upheld": "outcome: conviction overturned"}, "field appeals.1.outcome: its words say that a conviction fell (write into drops which"),
        ("cases", {"outcome: upheld": "outcome: upheld\n      drops: [{crime: terrorism, mode: aiding}]"}, "field appeals.1.drops: it drops convictions that do not stand: aiding terrorism"),
        ("cases", {"outcome: upheld": "outcome: upheld\n      drops: [{crime: genocide, mode: committing}]"}, "field standing: genocide stands, but by the decisions no conviction for it does"),
        ("cases", {"asof: 2022-11-30": "asof: 2022-10"}, "field asof: the case is told as of 2022-10, before its decision of 2022-11-30"),
        ("cases", {"    date: 2021-11-30": "    date: 2011-11-30"}, "field first_instance.date: 2011-11-30 is before the crimes"),
    ],
)  # fmt: skip
def test_a_slip_in_a_record_is_told_in_words_on_the_line_of_its_field(told, file, changes, said):
    text = GOOD[file]
    for good, bad in changes.items():
        assert good in text
        text = text.replace(good, bad, 1)
    problems = told(**{file: text})
    assert any(said in problem for problem in problems), problems


def test_a_case_without_a_judgment_is_neither_final_nor_convicted(told):
    judged = CASE[CASE.index("  first_instance:") : CASE.index("  standing:")]
    (problem,) = told(cases=CASE.replace(judged, "").replace("  - {crime: genocide, mode: committing}\n", "").replace("standing:", "standing: []\n  unread: No copy"))  # fmt: skip
    assert "field status: the status is final, but there is no judgment" in problem


def test_an_appeal_that_drops_a_conviction_leaves_the_rest(told):
    text = CASE.replace("    evidence:", "    - {crime: terrorism, mode: aiding}\n    evidence:", 1)
    text = text.replace("wegen Völkermordes", "wegen Völkermordes sowie Beihilfe zu einer terroristischen Straftat")
    text = text.replace(
        "outcome: upheld", "outcome: genocide upheld, the rest dropped\n      drops: [{crime: terrorism, mode: aiding}]"
    )
    assert told(cases=text) == []


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("timeline", {"id: speech": "id: again"}, "field title: event speech has the same date and title"),
        ("sources", {"id: report": "id: again", "id: ruling": "id: ruling-again"}, "has the same address and title"),
        ("quotes", {"id: words": "id: again"}, "field text: quotation words has the same words"),
        ("people", {"id: somebody": "id: again"}, "field name: person somebody has the same name"),
        ("people", {"id: somebody": "id: again", "name: Somebody": "name: Somebdoy"}, "'Somebdoy' is almost 'Somebody'"),
        ("cases", {"id: case-one": "id: case-two"}, "field defendant: case case-one has the same defendant"),
        ("cases", {"id: case-one": "id: case-two", "A. B.": "C. D.", "Germany": "Germnay"}, "'Germnay' is almost 'Germany'"),
        ("recognitions", {"id: chamber-2016": "id: again"}, "has the same body, date and instrument"),
    ],
)  # fmt: skip
def test_a_thing_stands_once_and_is_spelt_one_way(told, file, change, said):
    again = GOOD[file]
    for old, new in change.items():
        assert old in again
        again = again.replace(old, new)
    assert any(said in problem for problem in told(**{file: GOOD[file] + again}))


def test_a_part_is_not_more_than_its_whole_and_two_counts_replace_not_one(told):
    part = FIGURE.replace("id: missing", "id: women").replace("People", "Women").replace("2553", "2554")
    part = part.replace("2,553", "2,554").replace("  unit:", "  part_of: missing\n  unit:")
    (problem,) = told(figures=FIGURE + part)
    assert "figure women, field value: 2,554 is no less than 2,553 (missing), of which it is a part" in problem
    newer = FIGURE.replace("  unit:", "  supersedes: missing\n  unit:").replace("2017-09", "2017-10")
    two = newer.replace("id: missing", "id: one") + newer.replace("id: missing", "id: two").replace("People", "Men")
    assert any("one replaces missing already" in problem for problem in told(figures=FIGURE + two))
    ring = newer.replace("id: missing", "id: one").replace("2017-10", "2017-09").replace("People", "Men")
    ring += FIGURE.replace("  unit:", "  supersedes: one\n  unit:")
    assert any("in the end replaces it" in problem for problem in told(figures=ring))


def test_a_superseded_figure_gives_way_to_the_newest_of_its_chain(told):
    newer = FIGURE.replace("id: missing", "id: now").replace("  unit:", "  supersedes: missing\n  unit:")
    newest_one = newer.replace("id: now", "id: newest").replace("supersedes: missing", "supersedes: now")
    told(figures=FIGURE + newer.replace("2017-09", "2017-10") + newest_one.replace("2017-09", "2017-11"))
    figures = told.records.figures
    assert [newest(figures, name) for name in figures] == ["newest"] * 3


@pytest.mark.parametrize(
    ("file", "changes", "said"),
    [
        ("recognitions", {"for: 278, against: 0": "for: 0, against: 278"}, "field votes.for: 0 is not said of the votes for"),
        ("recognitions", {"Noes 0": "Noes 12"}, "field votes.against: 0 is not said of the votes against"),
        ("recognitions", {": Ayes 278, Noes 0": ", 278 in favour"}, "no words say that nobody was against"),
        ("recognitions", {"against: 0": "against: 12", "Ayes 278, Noes 0": "278 votes to 12"}, ""),
        ("recognitions", {"against: 0": "against: 278", "for: 278": "for: 12", "Ayes 278, Noes 0": "278 votes to 12"}, "12 is not said of the votes for"),
        ("figures", {"People missing": "Women missing", "2,553 people": "of 4,000 women 2,553 men"}, "2,553 is said of men, not of Women missing"),
        ("figures", {"People missing": "Women missing", "2,553 people": "4,000 men, 2,553 women"}, ""),
        ("figures", {"2,553 people": "2,553 families"}, "2,553 is said of families, not of people"),
        ("figures", {"unit: people": "unit: persuasions"}, "2,553 is said of people, not of persuasions"),
        ("figures", {"2,553 people": "about 2,553 people"}, "the words say about of it (write it into qualifier)"),
        ("figures", {"2,553 people": "about 2,553 people", "  unit:": "  qualifier: more than\n  unit:"}, "the words do not say more than of it (write about, as they do)"),
        ("figures", {"2,553 people": "no fewer than 2,553 people", "  unit:": "  qualifier: at least\n  unit:"}, ""),
        ("figures", {"2,553 people": "no fewer than 2,553 people", "  unit:": "  qualifier: fewer than\n  unit:"}, "do not say fewer than"),
        ("cases", {"wegen Völkermordes": "wegen Beihilfe zum Völkermord"}, "field first_instance.convicted_of.1: no words say genocide"),
        ("cases", {"wegen Völkermordes": "wegen Kriegsverbrechen"}, "no words say genocide"),
        ("cases", {"    outcome: convicted": "    outcome: convicted\n    sentence: Five years", "wegen Völkermordes": "wegen Völkermordes zu lebenslanger Haft"}, "the words say life, and the sentence does not"),
        ("cases", {"    evidence:": "    sentence: Life imprisonment\n    evidence:"}, "field first_instance.sentence: no words say life"),
        ("cases", {"verurteilt": "freigesprochen", "wegen": "vom Vorwurf des"}, "field first_instance.outcome: no words say convicted"),
    ],
)  # fmt: skip
def test_a_record_says_what_its_words_say(told, file, changes, said):
    text = GOOD[file]
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    problems = told(**{file: text})
    assert any(said in problem for problem in problems) if said else not problems, problems
