"""Where readers may write to: taken from the environment, refused where it is malformed, and what a publisher says of itself."""

import shutil

import pytest

from builder.content.problems import ProblemsFound
from builder.content.publisher import Publisher, load
from builder.content.ways import Ways
from tests.conftest import ROOT

PAGE = "https://example.org/since/timeline/#an-event"


def test_a_report_and_a_letter_name_the_page_and_the_record():
    ways = Ways.of({"repository": "https://example.org/a/b/", "contact": "desk@example.org"})
    filled = "https%3A%2F%2Fexample.org%2Fsince%2Ftimeline%2F%23an-event"
    assert ways.report(PAGE) == f"https://example.org/a/b/issues/new?template=correction.yml&page={filled}"
    assert ways.letter(PAGE) == f"mailto:desk@example.org?subject={filled}"
    form = Ways.of({"contact": "https://example.org/form?about={page}"})
    assert form.letter(PAGE) == f"https://example.org/form?about={filled}"
    assert Ways.of({"contact": "https://example.org/form"}).letter(PAGE) == "https://example.org/form"
    assert not Ways.of({"repository": "", "contact": None})


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("contact", "nonsense", "nothing to write to"),
        ("contact", "two@example.org, three@example.org", "nothing to write to"),
        ("contact", "javascript:alert(1)", "nothing to write to"),
        ("contact", 'https://example.org/"onclick', "nothing to write to"),
        ("repository", "example/project", "is not an address"),
        ("repository", "git@example.org:a/b.git", "is not an address"),
    ],
)
def test_a_malformed_address_is_told_once(setting, value, said):
    with pytest.raises(ProblemsFound) as found:
        Ways.of({setting: value})
    (problem,) = found.value.problems
    assert said in problem.wrong and problem.where == setting.upper() and "or leave it out" in problem.right


def publisher(folder, text):
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "data" / "publisher.yml").write_text(text, encoding="utf-8")
    return load(folder)


def test_an_unknown_field_of_the_publisher_is_told_with_its_line(tmp_path):
    _, (problem,) = publisher(tmp_path, "name: Somebody\neditor: A. B.\n")
    assert (problem.file, problem.line, problem.where) == ("data/publisher.yml", 2, "field editor")
    assert "no such field" in problem.wrong and "editors" in problem.right


@pytest.mark.parametrize("text", ["# Nobody\n", "", "- a list", "name: [", "readers: [{name: A}]"])
def test_a_publisher_file_that_says_nothing_or_nonsense_never_breaks_off(tmp_path, text):
    found, problems = publisher(tmp_path, text)
    assert found == Publisher() and bool(problems) == (text != "# Nobody\n")


def test_a_lost_publisher_file_is_told(tmp_path):
    (problem,) = load(tmp_path)[1]
    assert problem.file == "data/publisher.yml"


def test_the_latest_reader_of_a_page_stands_first(tmp_path):
    one = "{{name: {}, known_for: law, pages: [help.md], read: {}}}"
    found, _ = publisher(tmp_path, f"readers: [{one.format('A', '2026-01-02')}, {one.format('B', '2026-03-04')}]\n")
    assert [reader.name for reader in found.readers_of("help.md")] == ["B", "A"]
    assert found.readers_of("index.md") == []
