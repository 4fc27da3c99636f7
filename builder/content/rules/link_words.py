"""A link leads to what its words name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Person, Recognition
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, statements

_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]*\.md)?(?:#([\w-]+))?\)")
MESSAGE = "the words name {named}, and the link leads to {target}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/background/isis.md", r"\[In court\]\([^)]*\)", "[In court](../since/recognition.md)"),
)
def link_words(project: Project) -> Iterator[Problem]:
    """A link copied from elsewhere keeps its old address, which exists and is another."""
    titles = {path: project.title(path) or path for path in project.pages}
    countries = {recognition.country for recognition in project.records.of(Recognition).values()}
    before = ""
    for statement in statements(project):
        for found in _LINK.finditer(statement.raw) if "](" in statement.raw else ():
            for named, target, right in (
                *_title(statement, found, titles),
                *_recognition(project, statement, found, countries),
                *_person(project, f"{before} {statement.raw}", found),
            ):
                wrong = MESSAGE.format(named=named, target=target)
                yield statement.at(found.start(), wrong, right)
        before = statement.raw


def _title(statement: Statement, found: re.Match[str], titles: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """A page that the words name by its title, where the link leads to another."""
    if not found[2] or not statement.passage.file.startswith("docs/"):
        return
    here = posixpath.dirname(statement.passage.file.removeprefix("docs/"))
    target = posixpath.normpath(posixpath.join(here, found[2]))
    if target not in titles or titles[target].casefold() in found[1].casefold():
        return
    for path, title in titles.items():
        whole = title.casefold() == found[1].casefold()
        if path != target and (whole or (" " in title and re.search(rf"\b{re.escape(title)}\b", found[1]))):
            way = posixpath.relpath(path, here or ".")
            yield title, f"docs/{target}", f"write [{title}]({way}), or the title of the page it leads to"


def _recognition(
    project: Project, statement: Statement, found: re.Match[str], countries: set[str]
) -> Iterator[tuple[str, str, str]]:
    """A year or a country that is not that of the act."""
    act = project.records.of(Recognition).get(found[3] or "")
    if act is None:
        return
    right = "write the id of the act that is meant"
    year = re.fullmatch(r"(\d{4})", found[1])
    if year and int(year[1]) != act.date.year:
        yield year[1], f"an act of {act.date.year}", right
    places = {name: statement.raw.rfind(name, 0, found.start()) for name in countries}
    nearest = max(places, key=lambda name: places[name])
    between = statement.raw[places[nearest] : found.start()] if places[nearest] >= 0 else "."
    # Between the name and the link stand other acts of the same country, and no full stop.
    same = nearest in act.country or act.country in between or act.body in between
    if "." not in between.replace(".md", "") and not same:
        yield nearest, f"an act of {act.country}", right


def _person(project: Project, around: str, found: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    """A person of whom neither the line nor the one before it speaks."""
    people = project.records.of(Person)
    person = people.get(found[3] or "")
    if person is None or person.name.split()[-1] in around:
        return
    named = [other.name for other in people.values() if other.name.split()[-1] in around]
    if named:
        yield " and ".join(named), person.name, "write the id of the person of whom the sentence speaks"
