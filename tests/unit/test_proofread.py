"""What was proofread is what is printed: a change is told with its place until somebody confirms it, and what is new is free."""

import subprocess

import pytest

from builder.content.project import Project
from builder.content.proofread import LIST, Known, changes, pieces
from builder.writing.proofread import proofread
from tests.conftest import ROOT

PAGE = """---
title: A page
description: A page on which a test changes a few words to see whether somebody is told
reviewed: 2026-11-01
---

The town fell on 3 August 2014.

- One point.
- Another point.
"""
TERM = "- id: {}\n  term: {}\n  meaning: A word.\n  tooltip: A word.\n  sources: [a]\n"


@pytest.fixture
def small(tmp_path):
    """A project of one page and two terms, proofread."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "docs/page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "data/glossary.yml").write_text(TERM.format("one", "One") + TERM.format("two", "Two"), encoding="utf-8")
    (tmp_path / LIST).write_text("docs/gone.md 2026-11-01 00000000\n", encoding="utf-8")
    assert proofread(tmp_path, lambda _: "y", print) == 0
    return tmp_path


def told(root):
    return [str(change.problem) for change in changes(Known.read(root)[0], pieces(Project.read(root)))]


def edit(root, file, old, new):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("docs/page.md", "3 August", "13 August", "docs/page.md:7:"),
        ("docs/page.md", "- Another", "- No", "docs/page.md:10:"),
        ("docs/page.md", "title: A page", "title: The page", "docs/page.md:2:"),
        ("docs/page.md", "- One point.\n", "", "docs/page.md:9:"),
        ("data/glossary.yml", "term: Two", "term: Too", "data/glossary.yml:6: term two:"),
    ],
)
def test_what_was_proofread_is_not_changed_unnoticed(small, file, old, new, place):
    assert told(small) == []
    edit(small, file, old, new)
    (problem,) = told(small)
    assert problem.startswith(place) and "make proofread" in problem


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/page.md", "- One point.\n", "- One point.\n- A new point.\n"),
        ("docs/page.md", "reviewed: 2026-11-01", "reviewed: 2026-11-02"),
        ("docs/page.md", "The town fell\u0020", "The town fell\n"),
        ("data/glossary.yml", "- id: two", TERM.format("three", "Three") + "- id: two"),
        ("data/glossary.yml", "  meaning: A word.\n  tooltip: A word.\n  sources: [a]\n- id: two", "  sources: [a]\n  tooltip: A word.\n  meaning: A word.\n- id: two"),
    ],
    ids=["an item", "the day of review", "a line's end", "a record", "the order of fields"],
)  # fmt: skip
def test_what_is_new_or_stands_otherwise_alone_is_free(small, file, old, new):
    edit(small, file, old, new)
    assert told(small) == []


def test_a_change_is_shown_and_stays_open_until_it_is_confirmed(small):
    subprocess.run(["git", "init", "-q"], cwd=small, check=True)
    subprocess.run(["git", "add", "."], cwd=small, check=True)
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *author, "commit", "-qm", "All"], cwd=small, check=True)
    edit(small, "docs/page.md", "3 August", "13 August")
    shown = []
    assert proofread(small, lambda _: "", shown.append) == 1
    assert any("[-3-] {+13+}" in line for line in shown)
    assert len(told(small)) == 1
    assert proofread(small, lambda _: "y", shown.append) == 0
    assert told(small) == []


def test_a_line_that_is_no_entry_is_told(small):
    with (small / LIST).open("a", encoding="utf-8") as stream:
        stream.write("docs/page.md yesterday\n")
    (problem,) = Known.read(small)[1]
    assert "'docs/page.md yesterday' is no entry of the list" in str(problem)


def test_what_is_published_was_proofread():
    known, there = Known.read(ROOT)[0].at, pieces(Project.read(ROOT))
    assert len(known) > len(there) / 2
