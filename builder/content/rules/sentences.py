"""A sentence is written as sentences are: calmly, with its marks, each word once, to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cache import by_text
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, own_words

# Where it stands, what is wrong with it, what would be right.
_NEVER = (
    (re.compile(r"['\"`´]"), "a straight mark", "type “ ” for a quotation and ’ for an apostrophe"),
    # E! Online is a name.
    (re.compile(r"(?<!\bE)!"), "an exclamation mark", "end the sentence with a full stop"),
    (
        re.compile(r"(?<![\w’-])(?!(?:had had|that that)\b)([A-Za-z’]+) \1(?![\w’-])", re.IGNORECASE),
        "a word twice",
        "write it once",
    ),
    (
        re.compile(r"\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b|\b[A-Z]{4,} [A-Z]{4,}\b"),
        "words in capitals",
        "write them in small letters",
    ),
    (re.compile(r"[\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff©®™•·…]"), "a sign that no sentence needs", "say it in words"),
)  # fmt: skip
_SIGNS = re.compile(r"['\"`´!\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff©®™•·…]")
# Those of them that are found by words and not by signs.
_WORDS = tuple(each for each in _NEVER if "word" in each[1])
# In prose, as it is written; dockets and numbers of acts have their own order.
_IN_PROSE = (
    (re.compile(r"[!?.]{2,}|(?<![A-Z])\.,|,\.|(?<=\w)\( | \)|“ | ”|(?<=[a-z]{2})\.(?=[A-Z][a-z])|,(?=[A-Za-z])"), "stops or spaces out of order", "write one stop, and a space after it"),
    (re.compile(r"(?<=\w) [-–] (?=\w)|—"), "a dash for a pause", "write a comma, a colon or two sentences"),
)  # fmt: skip
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|^.*\{\{.*$|\[@[^\]]*\]|(?<=\])\([^)]*\)|`[^`]*`|^\|.*")
_END = re.compile(r"[.?!:](?:\*{1,2}|[”’)])*(?:\*\*)?$")
_LIST = re.compile(r" *(?:- |\d+\. )")
_NO_SENTENCE = re.compile(r"[#|{\[]|/{3}")
MESSAGE = "the text has {what}: {words!r}"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "^At its height", "At the the height"))
def sentences(project: Project) -> Iterator[Problem]:
    """A slip of the keyboard reads like a slip of the facts."""
    for statement in own_words(project):
        for slip in _slips(statement.unquoted, "" if statement.plain else statement.raw):
            yield statement.at(*slip)
        if statement.passage.file.startswith("docs/") and not statement.plain and _unended(statement):
            words = " ".join(statement.words.split())[-30:]
            wrong = f"the sentence has no end, {words!r}"
            yield statement.at(0, wrong, "end it with a full stop before its citation, a line to a sentence")


@by_text
def _slips(words: str, raw: str) -> tuple[tuple[int, str, str], ...]:
    """raw: where it is prose, the line as it is written."""
    # Most lines have none of the signs, and are passed at a glance.
    texts = [(each, words) for each in (_NEVER if _SIGNS.search(words) else _WORDS)]
    prose = _as_prose(raw)
    texts += [(each, prose) for each in _IN_PROSE if prose]
    return tuple(
        (
            found.start(),
            MESSAGE.format(what=what, words=text[max(0, found.start() - 10) : found.end() + 10].strip()),
            right,
        )
        for (pattern, what, right), text in texts
        for found in pattern.finditer(text)
    )


def _as_prose(raw: str) -> str:
    """A line without what is between its words: calls, citations, addresses."""
    return _NOT_PROSE.sub(lambda found: "x" * found[0].startswith("{{"), raw)


def _unended(statement: Statement) -> bool:
    raw, words = statement.raw, statement.words.rstrip()
    if _NO_SENTENCE.match(raw) or raw.rstrip().endswith("}}") or len(words.split()) < 3:
        return False
    # The points of a list may be parts of the sentence above it.
    return not (_END.search(words) or (_LIST.match(raw) and words.endswith((";", ","))))
