"""`make new` and `make preview-check`, through make itself, as a contributor with a terminal runs them."""

import subprocess

import pytest

from builder.content.records import Case, Event, Source
from builder.content.records.load import load
from tests.conftest import ROOT, mkdocs
from tests.writing import ANSWERS


@pytest.fixture
def contributor(project):
    """A project in which make finds its environment made."""
    (project / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())

    def make(*arguments, answers=()):
        command = ["make", "--old-file=.venv/site", f"BIN={ROOT}/.venv/bin", *arguments]
        told = "".join(f"{answer}\n" for answer in answers)
        return subprocess.run(command, cwd=project, input=told, text=True, capture_output=True, check=False)

    make.project = project
    return make


@pytest.mark.parametrize("kind", [Source, Event, Case], ids=lambda kind: kind.kind)
def test_answers_piped_to_make_write_a_record_and_say_what_follows(contributor, kind):
    before = load(contributor.project / "data")[0].of(kind).keys()
    # The case is told as of ten years after its source: a build refuses that, and who will write it says so.
    despite = ["w"] if kind is Case else []
    made = contributor("new", f"KIND={kind.kind}", answers=[*ANSWERS[kind.kind], *despite])
    assert made.returncode == 0, made.stdout + made.stderr
    assert f"Written: data/{kind.file}.yml:" in made.stdout and "What follows:" in made.stdout
    assert ("A build would refuse it:" in made.stdout) == bool(despite)
    records, problems = load(contributor.project / "data")
    assert problems == [] and len(records.of(kind).keys() - before) == 1


def test_answers_that_end_early_write_nothing_and_make_says_that_it_failed(contributor):
    made = contributor("new", "KIND=change", answers=["index.md", "What it says now."])
    assert made.returncode and "nothing was written" in made.stdout and "Traceback" not in made.stderr


@pytest.mark.parametrize("arguments", [("new",), ("new", "KIND=story")])
def test_a_kind_that_is_not_is_told_with_those_that_are(contributor, arguments):
    made = contributor(*arguments)
    assert made.returncode and "is no kind of record; write make new KIND=event, or one of body, case," in made.stderr


def test_preview_check_tells_what_a_sentence_changes_and_asks_for_the_build_before_it(contributor):
    asked = contributor("preview-check")
    assert asked.returncode and "site holds no built site; make build writes one" in asked.stderr
    assert "Building" not in asked.stderr, "nobody waits for a build that has nothing to be compared with"
    built = mkdocs(contributor.project, "build")
    assert built.returncode == 0, built.stdout
    page = contributor.project / "docs" / "about" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("takes one short", "takes a very short"), encoding="utf-8")
    said = contributor("preview-check")
    assert said.returncode == 0, said.stderr
    assert "page about/: " in said.stdout and "takes a very short" in said.stdout
    assert len(said.stdout.strip().splitlines()) <= 11
    assert not (contributor.project / ".site.preview").exists()
