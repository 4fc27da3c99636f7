"""A page leads on to the one that follows it in the navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import Settings

_NEXT = re.compile(r"""\{\{\s*next\(\s*["']([^"']*)["']""")
MESSAGE = "the next page is {next}, and this one leads to {target}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/background/isis.md", r'next\("[^"]*"\)', 'next("background/yazidis.md")'),
)
def next_in_nav(project: Project) -> Iterator[Problem]:
    """Whoever reads from page to page misses none, and comes round to none."""
    said = Settings.read(project.root)
    listed = [path for path in said.pages() if path in project.pages] if said else []
    # The last leads back to the first.
    after = dict(pairwise([*listed, *listed[:1]]))
    for path, page in project.pages.items():
        for found in _NEXT.finditer(page.body):
            if path in after and found[1] in after and found[1] != after[path]:
                wrong = MESSAGE.format(next=after[path], target=found[1])
                right = f'write {{{{ next("{after[path]}") }}}}, or move the page in mkdocs.yml'
                yield Problem(f"docs/{path}", page.line_of(found.start()), "", wrong, right)
