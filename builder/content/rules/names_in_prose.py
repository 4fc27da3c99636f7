"""A name in prose is spelt as its record spells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.content.near import neighbours_changed_over, one_left_out, unlike
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Body, Case, Event, Organisation, Person, Place, Recognition, Source, Term
from builder.content.records.evidence import evidence_of
from builder.content.rules import Fault, rule
from builder.content.statements import own_words

# A part of a name: a word with a capital, hyphens and apostrophes within.
_NAME = re.compile(r"\b[A-ZÀ-ÞŞÇĞ][\w’]{3,}(?:-[\w’]+)*")
_LEAST = 5
MESSAGE = "{name} is almost {other}"


@rule("pages", message=MESSAGE, fault=Fault("docs/story/in-brief.md", "by Fiona Bruce for", "by Fiona Brucee for"))
def names_in_prose(project: Project) -> Iterator[Problem]:
    """A reader who looks a person or a place up finds nobody under a misspelt name."""
    known = _known(project)
    lines = own_words(project)
    times = Counter(name.removesuffix("’s") for line in lines for name in _NAME.findall(line.words))
    common = {word for line in lines for word in re.findall(r"\b[a-z]{4,}\b", line.words)} if known else set()
    by_end: dict[str, list[str]] = {}
    for name in known:
        # One slip leaves the first three letters or the last three as they are.
        for key in (f"<{name[:3]}", f"{name[-3:]}>"):
            by_end.setdefault(key, []).append(name)
    odd: dict[str, str] = {}
    for name, count in times.items():
        if count > 1 or len(name) < _LEAST or name in known or name.casefold() in common:
            continue
        near = {*by_end.get(f"<{name[:3]}", ()), *by_end.get(f"{name[-3:]}>", ())}
        if other := next((each for each in sorted(near) if _one_slip(name, each)), None):
            odd[name] = other
    printed = _printed(project) if odd else set()
    for line in lines if odd else ():
        for found in _NAME.finditer(line.words):
            name = found[0].removesuffix("’s")
            # A short name may be another's, unless it stands behind the first one of somebody known.
            first = line.words[: found.start()].split()[-1:]
            if name in odd and name not in printed and (len(name) > _LEAST or set(first) & known):
                wrong = MESSAGE.format(name=repr(name), other=repr(odd[name]))
                yield line.at(found.start(), wrong, f"write {odd[name]}, or add the other spelling to also")


def _known(project: Project) -> set[str]:
    """The parts of the names of people, places, bodies and countries that records give."""
    records = project.records
    texts = [
        text
        for kind in (Person, Place, Organisation, Body, Term)
        for record in records.of(kind).values()
        for name, text in record.plain_texts()
        if re.match(r"name|full_name|also|term|match", name)
    ]
    texts += [
        f"{case.country} {case.court} {case.defendant} {case.counsel or ''}" for case in records.of(Case).values()
    ]
    texts += [act.country for act in records.of(Recognition).values()]
    texts += [event.title for event in records.of(Event).values()]
    return {name.removesuffix("’s") for text in texts for name in _NAME.findall(text)}


def _printed(project: Project) -> set[str]:
    """The names that sources print, in their titles and in what is kept of their words."""
    texts = [source.title for source in project.records.of(Source).values()]
    texts += [item.words for record in project.records for _, item in evidence_of(record)]
    return {name for text in texts for name in _NAME.findall(text)}


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter changed, lost, doubled or exchanged makes the one of the other."""
    if one.rstrip("ns") == other.rstrip("ns"):
        # More than one, or of that country.
        return False
    if min(len(one), len(other)) < _LEAST:
        return False
    if len(one) == len(other):
        return len(unlike(one, other)) == 1 or neighbours_changed_over(one, other)
    return one_left_out(one, other)
