"""Sentences that age: firsts and onlys, nothing-founds, and statements about the present without a date.

A report finds them by their words; an editor rules on each in data/rulings.yml, so that the next report shows what is new.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.content.markdown_text import without_citations
from builder.content.pages import Page
from builder.content.records import Ruling
from builder.content.records.load import Records

# What somebody may have done before, or found since.
_ABSOLUTE = re.compile(
    r"\b(?:first|only|never|none|nobody|no one|nothing|nowhere|no other|not known|unknown|unclear"
    r"|no (?:court|source|state|country|law|vote|verdict|record|trial|report|count|body|state|appeal|ruling|answer)s?"
    r"|not (?:been )?(?:found|seen|established|published)|found no|(?:largest|oldest|newest|latest|most recent))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|holds?|keeps?|lives?|leads?|pays?|tries|try|remains?|stands?|works?|runs?|serves?|chairs?"
    r"|represents?|campaigns?|specialises|speaks?|belongs?|receives?|continues?|can|cannot|may|must)\b"
)
# Offices, laws, peoples and their state: with the names of people and organisations, what a present tense may be about.
_SUBJECT = re.compile(
    r"\b(?:office|court|courts|government|parliament|ministry|law|code|state|states|council|assembly|commission|mission"
    r"|camp|camps|community|Iraqi?|Syrian?|German\w*|Swedish|Sweden|Armenian?|Kurdistan|Baghdad|UN|United Nations|UNITAD"
    r"|IIIM|ICC|ISIS|Yazidis?|Yazda|members|survivors|displaced|population|president|prosecutor|Mîr|Baba Sheikh)\b"
)
_DATED = re.compile(r"\b(?:1[0-9]|20)\d{2}\b|\bas of\b|\bby then\b|\bat the time\b|figure\(\"[\w-]+\"(?:, of=[^)]*)?\)")
_SENTENCE = re.compile(r"(?<=[.!?])(?:”|\*\*)?\s+(?=[A-Z“*\[{])")
_MARKUP = re.compile(r"\{[:#][^}]*\}|\{ ?[.#][^}]*\}|\*\*|^\s*(?:[-*]|\d+\.)\s+|^#+ .*$|^:::.*$|^!!!.*$|^\|.*$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


# Their records carry a date, which holds for the present tense in them.
_DATED_RECORDS = ("figures", "timeline", "cases", "recognitions")


@dataclass(frozen=True)
class Sentence:
    """A sentence of ours and where it stands, its markup and citations left out."""

    place: str
    text: str

    @property
    def key(self) -> str:
        """What a ruling names it by: it changes with every letter of the sentence."""
        return f"s-{hashlib.sha256(self.text.encode()).hexdigest()[:10]}"

    @property
    def faults(self) -> list[str]:
        """Why it may age."""
        undated = not _DATED.search(self.text)
        found = [f"“{words[0]}”" for words in [_ABSOLUTE.search(self.text)] if words and undated]
        told_by_record = self.place.startswith(tuple(f"data/{name}.yml" for name in _DATED_RECORDS))
        if undated and not told_by_record and _PRESENT.search(self.text) and _SUBJECT.search(self.text):
            found.append("present tense without a date")
        return found


def sentences(pages: Iterable[Page], records: Records) -> Iterator[Sentence]:
    """Every sentence of the pages and of the records' own prose, once."""
    seen = set()
    for place, text in _texts(pages, records):
        for line in text.splitlines():
            line = _LINK.sub(r"\1", _MARKUP.sub("", without_citations(line))).strip()
            for text_of in _SENTENCE.split(line):
                sentence = Sentence(place, " ".join(text_of.split()))
                if len(sentence.text.split()) > 2 and sentence.key not in seen:
                    seen.add(sentence.key)
                    yield sentence


def _texts(pages: Iterable[Page], records: Records) -> Iterator[tuple[str, str]]:
    for page in pages:
        # What the site says of itself is dated by its review.
        if not page.path.startswith("about/"):
            yield f"docs/{page.path}", page.body
    for record in records:
        place = f"data/{record.file}.yml: {record.id}"
        yield from ((place, text) for _, text in record.prose())
        yield from ((place, getattr(record, name)) for name in _SPOKEN.get(record.file, ()) if getattr(record, name))


# Which fields of a record are sentences of ours, beside those that may cite.
_SPOKEN = {
    "timeline": ("title", "text"),
    "recognitions": ("says",),
    "people": ("in_story",),
    "glossary": ("definition",),
    "bodies": ("sent",),
}


def ageing(pages: Iterable[Page], records: Records) -> Iterator[tuple[Sentence, list[str]]]:
    """Each sentence that may age and on which no editor has ruled, with the reasons."""
    for sentence in sentences(pages, records):
        if sentence.faults and sentence.key not in records.of(Ruling):
            yield sentence, sentence.faults


def idle(pages: Iterable[Page], records: Records) -> list[str]:
    """The rulings whose sentence does not stand anywhere any more."""
    keys = {sentence.key for sentence in sentences(pages, records)}
    return [key for key in records.of(Ruling) if key not in keys]
