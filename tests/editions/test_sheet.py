"""The lesson's sheet for pupils as a PDF of one page: `make sheet`."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from builder.editions import sheet
from tests.conftest import HOME, ROOT


@pytest.fixture(scope="module")
def lesson(once, hosted):
    def make(folder):
        # As `make sheet` does, in a process of its own: the browser of the other tests may be open in this one.
        subprocess.run([sys.executable, "-m", "builder.editions.sheet", str(hosted.folder)], cwd=ROOT, check=True)

    once("sheet", make)
    return hosted.folder


def test_the_lesson_offers_the_sheet_only_where_it_was_made(lesson, site):
    assert f'href="../../{sheet.NAME}"' in (lesson / "learn/classroom/index.html").read_text(encoding="utf-8")
    assert sheet.NAME not in site.html("learn/classroom/index.html")


def test_the_sheet_is_one_page_of_a4_that_can_be_read_aloud(lesson):
    with pikepdf.open(lesson / sheet.NAME) as document:
        assert [[round(float(side)) for side in page.MediaBox] for page in document.pages] == [[0, 0, 595, 842]]
        assert document.Root.MarkInfo.Marked and str(document.Root.Lang) == "en"
        assert str(document.docinfo["/Title"]) == "Called to Account: The sheet for pupils"


def test_the_sheet_has_the_quotations_and_tasks_and_says_where_it_is_from(lesson):
    text = sheet.document(lesson, "Called to Account", "A licence.")
    assert all(f"Task {number}." in text for number in range(1, 6)) and text.count("</li>") == 8
    assert f"{HOME}learn/classroom/#sheet. A licence." in text and f"{HOME}help/#distress" in text
    assert "footnote" not in text and "Answers" not in text, "no note leads nowhere, and no pupil reads the answers"


def test_a_lesson_whose_sheet_grows_beyond_a_page_is_refused(lesson, monkeypatch):
    whole = sheet.document
    monkeypatch.setattr(sheet, "document", lambda *given: whole(*given).replace("<h3", "<p>word</p>" * 60 + "<h3"))
    # In a thread of its own: another test's browser may be open in this one.
    with ThreadPoolExecutor(1) as beside, pytest.raises(ValueError, match=r"fills \d pages; shorten it to one"):
        beside.submit(sheet.main, ROOT, lesson).result()


def test_answers_are_folded_on_the_screen(site):
    folds = site.article("learn/classroom/index.html").select("details:not(.contents)")
    assert [fold.summary.get_text() for fold in folds] == [f"Answers to task {number}" for number in range(1, 6)]
    assert not any(fold.has_attr("open") for fold in folds)
