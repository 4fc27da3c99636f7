"""A background page has its form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# Words of running text: an hour's reading for all five, and enough to answer what the title asks.
LENGTH = range(900, 2301)
BULLETS = 3
_SUMMARY = re.compile(r"^/// abstract.*\n((?:.*\n)+?)///", re.MULTILINE)
_NOT_TEXT = re.compile(
    r"\[@[^\]]*\]|(?s:<figure class=\"chart.*?</figure>)|<[^>]*>|\{[:.#][^}]*\}|^[|#/].*$", re.MULTILINE
)
MESSAGE = "the page has {count} words"


@rule(
    "rendered",
    message=MESSAGE,
    fault=Fault("docs/background/isis.md", r"(?s)^## .*(?=^\{\{ next)", "Nothing more.\n\n"),
)
def background_form(project: Project) -> Iterator[Problem]:
    """Three bullets sum it up for who has a minute; its length keeps the five readable in an hour."""
    for path, text in project.expanded.items():
        if not path.startswith("background/"):
            continue
        summary = _SUMMARY.search(text)
        bullets = len(re.findall(r"^ *- ", summary[0], re.MULTILINE)) if summary else 0
        if bullets != BULLETS:
            line = project.pages[path].line_of(0)
            wrong = f"its summary has {bullets} bullets"
            right = f"sum the page up in {BULLETS} bullets between /// abstract | In short and /// at its beginning"
            yield Problem(f"docs/{path}", line, "", wrong, right)
        count = len(_NOT_TEXT.sub(" ", text).split())
        if count not in LENGTH:
            right = f"a background page has {LENGTH[0]} to {LENGTH[-1]:,} words; move what leads further to a page of its own"
            yield Problem(f"docs/{path}", 0, "", MESSAGE.format(count=f"{count:,}"), right)
