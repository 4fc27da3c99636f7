"""A line is indented where its text is, and not where code opens it."""

import pytest

from builder.content.project import Passage, Project
from builder.content.records.load import Records
from builder.content.rules.lines import lines


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("`code` opens it.", []),
        ("    `code` opens it.", ["the line begins with 4 spaces"]),
        ("  Two spaces.", ["the line begins with 2 spaces"]),
        ("```\n    code\n```", []),
    ],
)
def test_only_what_stands_away_from_the_margin_is_told(tmp_path, monkeypatch, line, told):
    passage = Passage("docs/a.md", f"A line.\n\n{line}\n", lambda position, wrong, right: wrong)
    monkeypatch.setattr(Project, "passages", lambda project: [passage])
    assert list(lines.check(Project(tmp_path, Records(), {}))) == told
