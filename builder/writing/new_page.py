"""A new page with the parts that every page has, listed where readers look for it. `make new KIND=page`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from builder.content.citations import find_groups
from builder.content.pages import FrontMatter, Page
from builder.content.records.evidence import Evidence
from builder.content.rules.background_form import BULLETS
from builder.content.settings_file import FILE
from builder.rendering.site import Site
from builder.writing.draft import Draft
from builder.writing.place import written
from builder.writing.questions import Questions, Say

_NEXT = re.compile(r"""\{\{\s*next\(["']([\w/-]+\.md)""")
_PATH = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md")
_SUMMED = "background/"


def ask(questions: Questions, draft: Draft, say: Say) -> None:
    """Asks for the path, the front matter and the first paragraph, and drafts page and navigation."""

    def uncited(said: str) -> str:
        groups = [citation for group in find_groups(said) for citation in group.citations]
        if not groups:
            return "it states facts and cites no source; write [@a-source] after the full stop"
        return next(filter(None, (questions.known.lacks(Evidence, "source", each.key) for each in groups)), "")

    pages = questions.known.pages
    path = questions.text("Its path from docs/, such as background/a-name.md", lambda said: _no_path(said, pages))
    front = questions.part(FrontMatter, "page")
    bullets = []
    if path.startswith(_SUMMED):
        say(f"It opens with {BULLETS} bullets that sum it up, each with its source: A sentence.[@a-source]")
        bullets = [questions.text(f"bullet {number}", uncited) for number in range(1, BULLETS + 1)]
    first = questions.text("Its first paragraph, with its source: A sentence.[@a-source]", uncited)
    settings = (draft.root / FILE).read_text(encoding="utf-8")
    before = _neighbour(settings, path)
    # The page before it leads to it now, and it to where that one led.
    leads = _NEXT.search(pages[before].text)
    way_on = leads[1] if leads else before
    body = Site(draft.root).render("new/page.md", bullets=bullets, first=first, next=way_on).strip()
    matter = "\n".join(line[2:] for line in written(front).splitlines())
    draft.texts[f"docs/{path}"] = f"---\n{matter}\n---\n\n{body}\n"
    if leads:
        text = pages[before].text
        draft.texts[f"docs/{before}"] = text[: leads.start(1)] + path + text[leads.end(1) :]
    draft.texts[FILE] = re.sub(
        rf"^( *- ){re.escape(before)}$", rf"\g<0>\n\g<1>{path}", settings, count=1, flags=re.MULTILINE
    )


def _neighbour(settings: str, path: str) -> str:
    """The last page of the same folder in the navigation, after which the new one is listed."""
    folder = PurePosixPath(path).parent.as_posix()
    listed = re.findall(r"^ *- ([\w/-]+\.md)$", settings, re.MULTILINE)
    alike = [each for each in listed if PurePosixPath(each).parent.as_posix() == folder]
    return str((alike or listed)[-1])


def _no_path(said: str, pages: Mapping[str, Page]) -> str:
    if not _PATH.fullmatch(said):
        return "write it from docs/ on, in lower case, with .md: background/a-name.md"
    return f"there is a page {said}; give another name" if said in pages else ""
