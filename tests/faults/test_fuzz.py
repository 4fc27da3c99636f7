"""Whatever is typed into a page or a data file: never a traceback, never a word silently lost."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.content.citations import Citation, CitationError, find_groups
from builder.content.dates import PartialDate
from builder.content.pages import Page
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import MODELS
from builder.content.records.load import Records, load
from builder.content.rules import broken
from builder.rendering.markdown.citations import as_footnotes
from tests.conftest import ROOT

# Slow machines must not decide: no deadline, the same examples each time.
STEADY = settings(
    deadline=None,
    derandomize=True,
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# Text near to what people type: the signs that mean something, among words.
NEAR = st.text(alphabet=st.sampled_from("[]@;,.`~#{}<>!*_-=:&|\\\"' \n\tabc019éÊش"), max_size=80)
PIECES = st.lists(
    st.sampled_from(["[@coi-2016]", "[@a, p. 3]", "[@a; @b].", "[@a]:", ".", ",", "[@", "]", "; @b", "`", "```\n", "- id: ", "&a ", "*a", "<div markdown>", "</div>", "\n", "---\n", "# ", "{{ ", " }}", "Words.", "\x00", "\ud7ff"]) | NEAR,
    max_size=12,
).map("".join)  # fmt: skip
LOCATORS = st.sampled_from(
    ["", "p. 3", "pp. 3-5", "para. 165", "op. para. 2", "art. II", "arts 6-8", "summary", "01:12:30"]
)
KEYS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


# Each example is held to every rule of pages: fewer of them than elsewhere.
@settings(STEADY, max_examples=20)
@given(PIECES)
def test_any_text_is_read_or_refused_in_words(text):
    for group in find_groups(text):
        assert group.citations or group.errors
        assert 0 <= group.start < group.end <= len(text)
    project = Project(ROOT, Records(), {"a.md": Page("a.md", text)})
    lines = text.count("\n") + 2
    for problem in broken(project, "pages"):
        assert isinstance(problem, Problem) and problem.wrong
        assert problem.file != "docs/a.md" or 0 <= problem.line <= lines


@STEADY
@given(PIECES)
def test_no_word_is_lost_when_citations_become_notes(text):
    try:
        printed = as_footnotes(text, lambda citation: "a note")
    except CitationError:
        return
    kept, position = "", 0
    for group in find_groups(text):
        kept, position = kept + text[position : group.start], group.end
    kept += text[position:]
    left = re.sub(r"\[\^[^\]\n]+\](?:: a note)?|<sup class=\"between-notes\">,</sup>", "", printed)
    assert sorted(re.sub(r"\s", "", left)) == sorted(
        re.sub(r"\s", "", re.sub(r"\[\^[^\]\n]+\](?:: a note)?", "", kept))
    )


@STEADY
@given(KEYS, LOCATORS)
def test_a_citation_is_read_as_it_is_written(key, locator):
    citation = Citation(key, locator)
    assert Citation.parse(str(citation)) == citation
    (group,) = find_groups(f"Words.[@{citation}]")
    assert group.citations == (citation,) and not group.errors


@STEADY
@given(st.text(max_size=24) | st.from_regex(r"(19|20)\d\d(-[01]\d(-[0-3]\d)?)?(/20\d\d(-[01]\d)?)?", fullmatch=True))
def test_a_date_is_read_or_refused_with_what_would_be_right(text):
    try:
        assert str(PartialDate.parse(text)) == text.strip()
    except ValueError as error:
        assert ";" in str(error)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@STEADY
@given(st.sampled_from(sorted(MODELS)), st.binary(max_size=120) | PIECES.map(str.encode) | st.lists(st.sampled_from([b"- id: a\n", b"  title: b\n", b"  sources: [a]\n", b"  date: 2017\n", b"  - c\n", b"\t", b"? ", b"&x ", b"*x", b"!!python/object:os.system {}\n", b"[" * 40, b"{a: ", b"...\n", b"%YAML 9\n"]), max_size=8).map(b"".join))  # fmt: skip
def test_any_bytes_in_a_data_file_are_read_or_refused_with_the_file_named(tmp_path, name, content):
    for other in MODELS:
        (tmp_path / f"{other}.yml").write_bytes(content if other == name else b"[]\n")
    records, problems = load(tmp_path)
    assert all(problem.file.endswith(".yml") and problem.wrong for problem in problems)
    assert problems or records.by_file[name] or re.fullmatch(rb"\s*(\[\s*\]|#[^\n]*|---|\.\.\.|\s)*\s*", content)


@STEADY
@given(st.sampled_from(sorted(MODELS)), st.dictionaries(st.text(max_size=10), VALUES, max_size=5))
def test_any_record_is_valid_or_every_fault_of_it_is_told(tmp_path, name, record):
    import yaml

    for other in MODELS:
        (tmp_path / f"{other}.yml").write_text("[]\n", encoding="utf-8")
    text = yaml.safe_dump([{"id": "a", **record}], allow_unicode=True)
    (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    records, problems = load(tmp_path)
    told = [problem for problem in problems if problem.file.endswith(f"{name}.yml")]
    assert told or records.by_file[name]
    assert all(problem.wrong for problem in told)
