"""Citations in pandoc's syntax.

`[@coi-2016]`, `[@coi-2016, para. 165]`, `[@sres-2379, op. para. 2; @charter, art. 39]`. Each (source, locator) becomes
one note of the stock footnotes extension, numbered in reading order. The syntax is pandoc's:
https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.cache import by_text

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBER = r"\d+[a-z]?"
_ROMAN = r"[IVXLC]+"
_PART = rf"(?:{_NUMBER}|{_ROMAN})(?:\(\w+\))*"
_LOCATOR = re.compile(
    rf"""
      p\.\ {_NUMBER} | pp\.\ {_NUMBER}-{_NUMBER}
    | (?:(?:op|pream)\.\ )?para\.\ {_NUMBER}(?:\(\w+\))*
    | (?:(?:op|pream)\.\ )?paras\ {_NUMBER}(?:-{_NUMBER}|(?:,\ {_NUMBER})*\ and\ {_NUMBER})
    | art\.\ {_PART} | arts\ {_PART}(?:-{_PART}|(?:,\ {_PART})*\ and\ {_PART})
    | (?:sec\.|ch\.|col\.|annex|rule|margin\ no\.|table|fig\.)\ (?:{_PART}|[A-Z](?:\.\d+)*|\d+(?:\.\d+)+)
    | preamble | summary
    | \d\d:\d\d:\d\d
    """,
    re.VERBOSE | re.ASCII,
)
LOCATOR_FORMS = "p. 3, pp. 3-5, para. 165, paras 165-168, op. para. 2, art. II, arts 6-8, sec. 4, ch. VII, annex I, rule 8, summary, 01:12:30"
_FENCE = re.compile(r"^(?P<fence> {0,3}(?:`{3,}|~{3,})).*?^(?P=fence)[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_GROUP = re.compile(r"\[@(?P<body>[^\[\]]*)(?P<close>\]?)")


class CitationError(ValueError):
    """A citation that cannot be read or whose source does not exist."""


@dataclass(frozen=True, order=True)
class Citation:
    """One source and, where the passage matters, the place in it."""

    key: str
    locator: str = ""

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Reads `key` or `key, locator`. Raises CitationError saying what would be right."""
        key, _, locator = " ".join(text.split()).partition(",")
        key, locator = key.strip(), locator.strip().replace("–", "-")
        if not re.fullmatch(KEY, key):
            raise CitationError(f"{text!r} is not a citation; write a source id, or a source id, a comma and a locator")
        if locator and not _LOCATOR.fullmatch(locator):
            raise CitationError(f"malformed locator {locator!r} for {key}; write one of {LOCATOR_FORMS}")
        if not locator and "," in text:
            raise CitationError(f"{text!r} ends in a comma; add the locator or drop the comma")
        return cls(key, locator)

    @property
    def note_id(self) -> str:
        """The id of its note: the same source and place share one."""
        slug = re.sub(r"[^a-z0-9]+", "-", self.locator.lower()).strip("-")
        return f"{self.key}--{slug}" if slug else self.key

    def __str__(self) -> str:
        return f"{self.key}, {self.locator}" if self.locator else self.key


@dataclass(frozen=True)
class Group:
    """One bracket of citations in a text: its extent, and what it cites or what is wrong with it."""

    start: int
    end: int
    citations: tuple[Citation, ...]
    errors: tuple[str, ...] = ()


def code_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each piece of code in a Markdown text: fenced blocks, then spans between backticks."""
    fenced = [found.span() for found in _FENCE.finditer(text)]
    return fenced + [found.span() for found in _CODE_SPAN.finditer(text) if not _inside(found.start(), fenced)]


# One text is asked about by the rules, the list of sources and the renderer.
@by_text
def find_groups(text: str) -> tuple[Group, ...]:
    """Every citation bracket of a Markdown text, in order, code left alone. Faulty ones carry their errors."""
    return tuple(_groups(text)) if "[@" in text else ()


def _groups(text: str) -> Iterator[Group]:
    code = code_spans(text)
    for found in _GROUP.finditer(text):
        if _inside(found.start(), code):
            continue
        citations, errors = [], []
        if not found["close"]:
            errors.append(
                f"the citation [@{found['body'].split()[0] if found['body'].split() else ''} is not closed; end it with ]"
            )
        else:
            for position, part in enumerate(found["body"].split(";")):
                part = part.strip()
                if position and not part.startswith("@"):
                    errors.append(f"{part!r} after a semicolon is not a citation; start it with @")
                    continue
                try:
                    citations.append(Citation.parse(part.removeprefix("@") if position else part))
                except CitationError as error:
                    errors.append(str(error))
        yield Group(found.start(), found.end(), tuple(citations), tuple(errors))


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
