"""What the site is called, what its menu says and how it is licensed is said once, and everywhere the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from builder.content.citation_file import FILE as CITATION
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings

# Each place that says the site's name as words of its own, and how.
_NAMED = ((CITATION, r"^title: (.+)$"), ("overrides/base.html", r"og:image:alt\" content=\"(.*?),"))
# Each licence, where it is given, and the words that a place which names it has to hold.
_LICENSED = (
    ("LICENSE-CONTENT", r"licence \((CC[^)]*)\)"),
    (CITATION, r"^license: (.+)$"),
    ("LICENSE", r"^(MIT) License"),
)
_TITLE = re.compile(r"[A-Z0-9][\w ’'&:,–-]{1,29}")
_LONGEST = 160
MESSAGE = "the site is called {name} here, and {other} in {where}"


@rule("pages", message=MESSAGE, fault=Fault(FILE, r"^site_name: .*", "site_name: Called to Acct"))
def settings_said(project: Project) -> Iterator[Problem]:
    """Whoever cites the site, shares it or finds it is told one name and one licence."""
    said = Settings.read(project.root)
    if said is None:
        return
    name = said.at(("site_name",))
    for setting in ("site_name", "site_description", "copyright"):
        text = said.at((setting,))
        if not isinstance(text, str) or not text.strip() or text == "null":
            yield Problem(
                FILE, said.line(setting), setting, "it is empty, and every page would be without it", "write it"
            )
        elif len(text) > _LONGEST:
            wrong = f"it has {len(text)} characters, and search results and previews cut it"
            yield Problem(FILE, said.line(setting), setting, wrong, f"write at most {_LONGEST}")
    named = [(file, line, other) for file, pattern in _NAMED for other, line in _found(project.root, file, pattern)]
    for file, line, other in named:
        if isinstance(name, str) and other != name:
            # Whatever stands alone is what was mistyped.
            alone = all(each != name for _, _, each in named)
            one, two = (name, other) if alone else (other, name)
            place = Problem(FILE, said.line("site_name"), "", "") if alone else Problem(file, line, "", "")
            where = f"{file}:{line}" if alone else FILE
            told = MESSAGE.format(name=one, other=two, where=where)
            yield Problem(place.file, place.line, "the site’s name", told, "write the same in both")
    yield from _licences(project.root, said)
    yield from _menu(said)


def _licences(root: Path, said: Settings) -> Iterator[Problem]:
    told = f" {_plain(str(said.at(('copyright',)) or ''))} "
    given = [(file, line, name) for file, pattern in _LICENSED for name, line in _found(root, file, pattern)]
    agreed = {_plain(name) for _, _, name in given if f" {_plain(name)} " in told}
    for file, line, licence in given:
        if _plain(licence) in agreed:
            continue
        if any(name.split()[0] == _plain(licence).split()[0] for name in agreed):
            wrong, right = f"it gives {licence}, and {FILE} and another file give another", "name the same licence"
            yield Problem(file, line, "", wrong, right)
        else:
            wrong = f"it says nothing of {licence}, which {file}:{line} gives"
            yield Problem(FILE, said.line("copyright"), "copyright", wrong, "name the licence that the files give")


def _menu(said: Settings) -> Iterator[Problem]:
    titles = [title for title, _ in said.sections()]
    for title, pages in said.sections():
        line = said.line(f"- {title}")
        if not pages:
            yield Problem(FILE, line, "nav", f"{title or 'a section'} holds no page", "list its pages below it")
        if title and not _TITLE.fullmatch(title):
            right = "begin it with a capital, and write at most 30 letters, no signs"
            yield Problem(FILE, line, "nav", f"the section’s name is {title!r}", right)
        elif not title and len(pages) != 1:
            yield Problem(FILE, said.line("nav"), "nav", "a section has no name", "write its name before the colon")
        elif title and titles.count(title) > 1:
            yield Problem(FILE, line, "nav", f"two sections are called {title}", "give one of them another name")
    for page, times in Counter(said.pages()).items():
        if times > 1:
            wrong = f"docs/{page} stands {times} times, and belongs to one section"
            yield Problem(FILE, said.line_with(page), "nav", wrong, "keep the line where readers look for it")


def _found(root: Path, file: str, pattern: str) -> Iterator[tuple[str, int]]:
    """What a file says of it, with the line; nothing where it cannot be read."""
    try:
        text = (root / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    for found in re.finditer(pattern, text, re.MULTILINE):
        yield found[1].strip(" '\""), text.count("\n", 0, found.start()) + 1


def _plain(words: str) -> str:
    """A licence's name as the letters of it: CC-BY-4.0 is CC BY 4.0."""
    return " ".join(re.findall(r"[A-Za-z]+|\d+(?:\.\d+)?", words.upper()))
