"""Search that forgives: what the worker is told beside the text of the pages, and the worker itself.

Material's search plugin splits the pages into sections and its dialog shows the answers. Between them stands our own worker,
worker.js, on MiniSearch, whose index is made in the browser from this file.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import rjsmin

from builder.content.problems import Problem, ProblemsFound, suggest
from builder.content.project import Project
from builder.content.records import Person, Place, Source, Synonym, Term
from builder.content.vocabulary import vocabulary
from builder.publishing.addresses import built_path
from builder.rendering.markdown.search import is_hard
from builder.rendering.site import GLOSSARY_PAGE

INDEX = "search/search_index.json"
SOURCES_PAGE = "about/sources.md"
_FOLDER = Path(__file__).parent
_PARTS = ("minisearch.LICENSE.txt", "minisearch.js", "worker.js")
# A figure that leads to a note is no word of the text.
_MARKUP = re.compile(r"<sup[ >].*?</sup>|<[^>]*>", re.DOTALL)
# What a page function of a table's columns makes: of use to who has the table, not to who searches for what is in it.
_COLUMNS = re.compile(r"about/figures[/.].*-table$")

Section = dict[str, Any]


@cache
def worker() -> tuple[str, str]:
    """The worker's path from the site's root, named after its content, and its text: MiniSearch and ours in one."""
    licence, *parts = ((_FOLDER / name).read_text(encoding="utf-8") for name in _PARTS)
    # The licence asks to go with every copy.
    text = f"/*!\n{licence}*/\n" + rjsmin.jsmin("\n".join(parts))
    return f"assets/search.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js", text


def enrich(site: Path, project: Project, flat: bool = False) -> None:
    """Rewrites the search index of a build: plain text, the names that mean the same, and what else a section is found by.

    flat: whether pages are files, not folders. Raises ProblemsFound where a record leads to a section that search does not
    have.
    """

    def address(page: str) -> str:
        return built_path(page, flat) if flat else built_path(page).removesuffix("index.html")

    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    sections: dict[str, Section] = {
        section["location"]: {
            "location": section["location"],
            "title": _plain(section["title"]),
            "text": _plain(section["text"]),
        }
        for section in index["docs"]
        if not _COLUMNS.search(section["location"])
    }
    for section in _left_out(project, address):
        sections.setdefault(section["location"], section)
    for section in _numbered(project, address(SOURCES_PAGE)):
        sections[section["location"]] = section
    problems = [*_put(sections, project, address)]
    if problems:
        raise ProblemsFound(problems)
    config = {
        "separator": index["config"]["separator"],
        "lang": index["config"]["lang"],
        "little": vocabulary().little_words,
        "names": [*_names(project)],
    }
    index = {"config": config, "docs": columns([*sections.values()])}
    said = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(said, encoding="utf-8")


def columns(sections: list[Section]) -> dict[str, Any]:
    """Sections as columns, which are smaller: what all have in lists, what some have by the number of the section."""
    all_have = {name: [section[name] for section in sections] for name in ("location", "title", "text")}
    some_have = {
        name: {nth: section[name] for nth, section in enumerate(sections) if name in section}
        for name in ("words", "unsaid", "abroad")
    }
    return all_have | some_have


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub(" ", markup)).split())


def _left_out(project: Project, address: Callable[[str], str]) -> Iterator[Section]:
    """The pages that are kept out of search: they are found by their calm words, title and description."""
    for page in project.pages.values():
        if page.front.search and page.front.search.exclude:
            yield {"location": address(page.path), "title": page.front.title, "text": page.front.description}


def _numbered(project: Project, page: str) -> Iterator[Section]:
    """The sources that have a symbol or a number of their own, at their place in the list of sources."""
    for source in project.records.of(Source).values():
        if source.number:
            title = source.title_en or source.title
            yield {
                "location": f"{page}#{source.id}",
                "title": source.number,
                "text": "" if is_hard(title) or title == source.number else title,
            }


def _names(project: Project) -> Iterator[list[str]]:
    """The spellings that records know of one name; a name of one word and one spelling needs no list."""
    records = project.records
    for person in records.of(Person).values():
        yield from _spellings(person.name, person.full_name, *person.also)
    for place in records.of(Place).values():
        yield from _spellings(place.name, *place.also)
    for term in records.of(Term).values():
        yield from _spellings(term.term, term.expansion, *term.also)


def _spellings(*names: str | None) -> Iterator[list[str]]:
    # "IS" is first of all a word.
    said = [name for name in names if name and len(name) > 2]
    if len(said) > 1 or any(" " in name for name in said):
        yield said


def _put(sections: dict[str, Section], project: Project, address: Callable[[str], str]) -> Iterator[Problem]:
    """Gives sections the words that records find them by; what leads nowhere is a problem."""
    for synonym in project.records.of(Synonym).values():
        page, _, part = synonym.leads_to.partition("#")
        section = sections.get(_location(address(page), part))
        if section is None:
            wrong = f"search has no section {synonym.leads_to}"
            parts = [at.partition("#")[2] for at in sections if at.startswith(f"{address(page)}#")]
            yield project.records.problem(synonym, "leads_to", wrong, suggest(part, parts, "lead to the page itself"))
        else:
            _found_by(section, synonym.words)
            for language, words in synonym.abroad.items():
                section.setdefault("abroad", {}).setdefault(language, []).extend(words)
    for term in project.records.of(Term).values():
        page, _, part = term.explained.partition("#")
        # A term may be explained at an entry of a list; its page is in search by the entry's section alone.
        section = sections.get(_location(address(page), part)) or sections.get(address(page))
        if section and page != GLOSSARY_PAGE:
            _found_by(section, filter(None, (term.term, term.expansion, *term.also)))


def _location(page: str, part: str) -> str:
    return f"{page}#{part}" if part else page


def _found_by(section: Section, words: Iterable[str]) -> None:
    for word in words:
        # Who types one of the hardest words is led on; a result shows it to nobody.
        known = section.setdefault("unsaid" if is_hard(word) else "words", [])
        if word not in known:
            known.append(word)
