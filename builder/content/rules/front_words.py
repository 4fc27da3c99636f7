"""What a page says of itself above its text is of this page, and no older than what the page tells."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from yaml import YAMLError

from builder.content.pages import FrontMatter, Page
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Source
from builder.content.rules import Fault, rule

_HEADING = re.compile(r"^#+ (.*?)[ ?]*\{#([\w-]+)\}", re.MULTILINE)
# So alike two descriptions are one, changed a little; so often a word stands in none that is read by people.
_ALIKE, _OFTEN = 0.75, 4
MESSAGE = "{what} of {date} is newer"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "^reviewed: .*", "reviewed: 2025-12-26"))
def front_words(project: Project) -> Iterator[Problem]:
    """A page copied to begin a new one keeps the title, the description and the date of the old."""
    fronts = dict(_fronts(project))
    headings = {
        found[1].casefold(): (path, found[2])
        for path in fronts
        for found in _HEADING.finditer(project.pages[path].body)
    }
    alike = _alike({path: front.description for path, front in fronts.items()})
    seen: dict[str, str] = {}
    for path, front in fronts.items():
        page = project.pages[path]

        def at(field: str, wrong: str, right: str, page: Page = page) -> Problem:
            line = page.front_line(tuple(field.split(".")))
            return Problem(f"docs/{page.path}", line, f"front matter, field {field}", wrong, right)

        for key, field in ((front.title.casefold(), "title"), (front.template or "", "template")):
            if key and (other := seen.setdefault(f"{field} {key}", path)) != path:
                right = "say what this page alone is" if field == "title" else "delete the line; most pages need none"
                yield at(field, f"docs/{other} has the same {field}", right)
        for what, date in _newer(project, page, front):
            wrong = MESSAGE.format(what=what, date=date)
            yield at("reviewed", wrong, "read the page through once more, and write the day")
        words = Counter(re.findall(r"\w{4,}", front.description.casefold()))
        if words and words.most_common(1)[0][1] >= _OFTEN:
            yield at(
                "description", f"{words.most_common(1)[0][0]!r} stands in it again and again", "write it for readers"
            )
        for other in alike[path]:
            yield at("description", f"it is almost that of docs/{other}", "say what this page alone has")
        note = front.content_note
        if note:
            meant = headings.get(note.skip_label.casefold().rstrip("?"))
            if meant and meant != (path, note.skip_to):
                wrong = (
                    f"it is the heading {{#{meant[1]}}} of docs/{meant[0]}, and the link leads to {{#{note.skip_to}}}"
                )
                yield at("content_note.skip_label", wrong, "write what the link leads to")


def _fronts(project: Project) -> Iterator[tuple[str, FrontMatter]]:
    for path, page in project.pages.items():
        try:
            yield path, page.front
        except (ValueError, YAMLError):
            continue


def _alike(descriptions: Mapping[str, str]) -> Mapping[str, list[str]]:
    """By each page's path: the pages before it whose descriptions are almost its own, but not the same.

    Two that share so many words share one of the rarest of each, so only those are compared: a prefix filter, as in
    Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning" (2006).
    """
    split = {path: description.split() for path, description in descriptions.items()}
    often = Counter(word for words in split.values() for word in set(words))
    sharing: dict[str, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = {}
    for path, words in sorted(split.items()):
        # Of n words, at least a/(2 - a) n are in one that is alike, a being how much they have to be.
        enough = math.ceil(_ALIKE / (2 - _ALIKE) * len(words))
        rarest = set(sorted(words, key=lambda word: (often[word], word))[: len(words) - enough + 1])
        others = sorted({other for word in rarest for other in sharing[word]})
        found[path] = [
            other for other in others if descriptions[other] != descriptions[path] and _like(split[path], split[other])
        ]
        for word in rarest:
            sharing[word].append(path)
    return found


def _like(one: Sequence[str], other: Sequence[str]) -> bool:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.real_quick_ratio() > _ALIKE and match.quick_ratio() > _ALIKE and match.ratio() > _ALIKE


def _newer(project: Project, page: Page, front: FrontMatter) -> Iterator[tuple[str, datetime.date]]:
    """The newest source of a page, where it came after its review."""
    reviewed, sources = front.reviewed.end.latest, project.records.of(Source)
    issued = [sources[each.key].issued for group in page.groups for each in group.citations if each.key in sources]
    newest = max((date.end.earliest for date in issued if date), default=reviewed)
    if newest > reviewed:
        yield "a source that it cites", newest
