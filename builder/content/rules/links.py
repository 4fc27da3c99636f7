"""A link within the site leads to a page and a part of it that are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.content.markdown_text import without_code
from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.rules.pages_named_by_records import PAGE_FIELDS

_LINK = re.compile(r"\]\(<?([^)\s>]+)")
_ID = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}|\sid=\"([^\"]+)\"|^#{1,6} (?!.*\{)(.+)$", re.MULTILINE)
MESSAGE = "the link leads to {target}, and there is none"


@rule(
    "rendered",
    message=MESSAGE,
    fault=Fault("docs/background/isis.md", r"genocide-in-law\.md\)", "genocide-in-lore.md)"),
)
def links(project: Project) -> Iterator[Problem]:
    """Whoever follows it finds what the words promise. The pages are asked with their records in them."""
    parts = {path: _parts(text) for path, text in project.expanded.items()}
    for passage in project.passages():
        folder = posixpath.dirname(passage.file.removeprefix("docs/")) if passage.file.startswith("docs/") else ""
        for found in _LINK.finditer(without_code(passage.text)):
            way, mark, fragment = found[1].partition("#")
            if re.match(r"[a-z][a-z0-9+.-]*:|//", way, re.IGNORECASE) or "{" in found[1]:
                continue
            target = posixpath.normpath(posixpath.join(folder, unquote(way)) if way[:1] != "/" else unquote(way)[1:])
            if not way and passage.file.startswith("docs/"):
                target = passage.file.removeprefix("docs/")
            if target in project.pages:
                if mark and target in parts and unquote(fragment) not in parts[target]:
                    wrong = MESSAGE.format(target=f"the part {fragment} of docs/{target}")
                    hint = suggest(fragment, parts[target], "end its heading with {#the-id}, or correct the link")
                    yield passage.at(found.start(), wrong, hint)
            elif target.startswith("data/") or (project.root / "docs" / target).is_file():
                # Downloads are made by the build, whose last look finds those that are not.
                continue
            elif way or not passage.file.startswith("data/"):
                hint = suggest(target, project.pages, "write the way to a page’s file, story/quotes.md")
                yield passage.at(found.start(), MESSAGE.format(target=f"docs/{target}"), hint)
    for kind, field in PAGE_FIELDS:
        for record in project.records.of(kind).values():
            page, mark, fragment = (getattr(record, field) or "").partition("#")
            if mark and page in parts and fragment not in parts[page]:
                wrong = MESSAGE.format(target=f"the part {fragment} of docs/{page}")
                hint = suggest(fragment, parts[page], "end its heading with {#the-id}, or correct the address")
                yield project.records.problem(record, field, wrong, hint)


def _parts(text: str) -> set[str]:
    """The ids of a page. A heading without one of its own gets it from its words, as Python-Markdown does."""
    slugs = (
        re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", found[3]).strip().lower())
        for found in _ID.finditer(text)
        if found[3]
    )
    return {found[1] or found[2] for found in _ID.finditer(text) if not found[3]} | set(slugs)
