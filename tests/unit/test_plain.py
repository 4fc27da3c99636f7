"""Markdown as words: what a table, a picture and a copy of a page have of it."""

import pytest

from builder.content.markdown_text import as_text
from builder.content.records.load import load
from builder.rendering.pictures import table_rows
from tests.conftest import ROOT

load(ROOT / "data")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Plain words.", "Plain words."),
        ("Found genocide.[@coi-2016, para. 165; @sres-2379]", "Found genocide."),
        ("See [The *Yazidis*](/background/yazidis.md#faith).", "See The Yazidis."),
        ("[An \\[odd\\] title](<https://example.org/a b>)", "An [odd] title"),
        ("A\\*b and 3 \\| 4", "A*b and 3 | 4"),
        ('<span class="figure">6,417</span> people', "6,417 people"),
        ("**Not** `code` &amp; more", "Not code & more"),
        ("fewer < more", "fewer < more"),
        ("  two\n lines ", "two lines"),
    ],
)
def test_the_words_of_a_line(written, read):
    assert as_text(written) == read


def test_a_table_is_read_cell_by_cell_with_its_sources_last():
    markdown = "| What | Number |\n| --- | --- |\n| A \\| B | 3[@sc-12998; @coi-2016, para. 1] |\n\n| C | |\n"
    assert table_rows(markdown) == [
        ["What", "Number", "Sources (ids of sources.csv)"],
        ["A | B", "3", "sc-12998 | coi-2016, para. 1"],
        ["C", "", ""],
    ]
    assert table_rows("| a |\n| --- |\n| 1 |") == [["a"], ["1"]]
