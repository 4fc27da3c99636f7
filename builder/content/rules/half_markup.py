"""Markup is whole, and of the kinds that this site renders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cache import by_text
from builder.content.markdown_text import blank, without_calls, without_code
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# What is never meant: where it stands, what is wrong, what would be right.
_NEVER = (
    (re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.M), "there is a conflict mark of git", "settle which of the two texts stands, and delete the marks"),
    (re.compile(r"\{%.*?(?:%\}|$)", re.M), "there is a command of templates", "ask for a record, {{ figure(\"id\") }}; what repeats or decides belongs in templates/"),
    (re.compile(r"\[\^[^\]\n]*\]?"), "there is a note typed by hand", "cite the source, [@its-id]; notes are numbered by themselves"),
    (re.compile(r"^[^\n|>].*\n(?:=+|-+)[ \t]*$", re.M), "a line of = or - under a text makes a heading of it", "write a heading as ## Words {#id}, with an empty line around it"),
    (re.compile(r"^#{1,6}(?=[^ #\n])|^#{1,6} *$|^#{7,}.*$", re.M), "the heading cannot be read", "write ##, a space, the words, and {#id}"),
    (re.compile(r"[({]\s*@[a-z0-9]|\[\s+@|\[\[@|\[(?:see |cf\. )@|(?<![\w\[;] )(?<![\w.\[;])@[a-z0-9]+-[a-z0-9-]+"), "a citation stands in no square brackets", "write [@its-id] after the full stop"),
    (re.compile(r"\](?:[ \t]+|\n)\((?=\S*(?:\.md|https?:))"), "words and address of a link stand apart", "write [words](address) without a space"),
    (re.compile(r"\[[^\[\]\n]*\]\([^)\n]*$", re.M), "the link is never closed", "end its address with )"),
    (re.compile(r"(?<![\w)])\[(?!@)[^\[\]\n]*\](?![(\[{])|\[(?!@)[^\[\]]*\]\[[^\]]*\]"), "there are square brackets without an address", "write [words](address), or round brackets"),
    (re.compile(r"\[[^\[\]\n]*\]\(\s*\)|\[\s*\]\("), "the link has no words or no address", "write [words](address)"),
    (re.compile(r"^[ \t]*[*+] ", re.M), "there is a second kind of list mark", "begin each point with a hyphen and a space"),
    (re.compile(r"^(?: {4})?-(?=[^\s\-])|^(?: {4})?\d+[.)](?=[A-Za-z])|^(?: {4})?\d+\) ", re.M), "the point of a list cannot be read", "write a hyphen, or a number and a full stop, and a space"),
    (re.compile(r"^(?: {4})?\u2022.*$|^(?: {4})?[\u2013\u2014] .*$", re.M), "a list has a mark that Markdown does not know", "begin each point with a hyphen and a space"),
    (re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#\d+|#x[0-9A-Fa-f]+);"), "there is an HTML character reference", "type the character itself"),
    (re.compile(r"\\"), "there is a backslash", "write the sign by itself, or in other words"),
    (re.compile(r"^ {0,3}>.*$", re.M), "there is a quotation by >", 'keep it in data/quotes.yml and ask for it: {{ quote("id") }}'),
    (re.compile(r"^ {0,3}(?:\*[ *]*\*[ *]*\*|_[ _]*_[ _]*_|-[ -]*-[ -]*-)[ \t]*$", re.M), "there is a line across the page", "begin a new part with a heading"),
    (re.compile(r"^[ \t]*\[[^\]\n]+\]:.*$|^\*\[.*$", re.M), "an address or an abbreviation stands apart from its words", "write [words](address) where the words stand"),
    (re.compile(r"~~|==|\^\^|\+\+|<<|>>"), "there are signs of another kind of Markdown", "only **bold**, *emphasis*, lists, links, tables and citations are rendered"),
    (re.compile(r"(?<=\S)[ \t]+$", re.M), "there are spaces at the end of the line", "delete them; two would break the line"),
    (re.compile(r"^:[ \t].*$", re.M), "a line begins with a colon, which makes a definition of it", "write a sentence, or a term in data/glossary.yml"),
    (
        re.compile(
            r"^(?:!{1,2}(?!\[)|!!!|\?{3}\+?|:{3}).*$"
            r"|^(?!///(?: (?:abstract|plain|details) \| \S.*| html \| [a-z]+(?:[.#][a-z-]+)*)?$)[ \t]*/{2,}.*$",
            re.M,
        ),
        "the box cannot be read",
        "write /// plain | Its title, an empty line, its text, an empty line, and ///",
    ),
    (re.compile(r"(?<=\w) {2,}(?=\w)"), "there are two spaces between words", "write one"),
    (re.compile(r"[,;:]{2}|(?<!\.)\.\.(?!\.)|(?<=[a-z]) [,;.](?=\s)"), "a stop stands twice or after a space", "write one, after the word"),
    (re.compile(r"\b(?:TODO|FIXME|XXX|TBD|TKTK)\b|\blorem ipsum\b", re.I), "there is a note of an unfinished text", "finish it, or delete it"),
)  # fmt: skip
_ATTRIBUTES = re.compile(r"(?<=\S) \{#[a-z0-9-]+\}$|^(?: {4})?\{:? ?(?:\.[a-z-]+ ?)+\}$", re.M)
_ADDRESS = re.compile(r"(?<=\]\()(?:<[^>\n]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)(?=\))")
_CITATION = re.compile(r"\[@[^\]]*\]?")
# What has to be opened and closed within one paragraph. Single marks cannot be counted: an apostrophe closes one.
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("„", "“"))
_BLOCK = re.compile(r"(?:.+\n?)+")
# A cell and a point of a list stand for themselves.
_PART = re.compile(r"(?=^ *- |^ *\d+\. |\|)", re.M)
# Where in the text, what is wrong, what would be right.
_Slip = tuple[int, str, str]
MESSAGE = "{sign} is never closed or never opened in the paragraph"
RIGHT = "close it where it ends, or delete it"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", r"^ISIS is", "ISIS is **indeed"))
def half_markup(project: Project) -> Iterator[Problem]:
    """Half of it would reach the reader as signs, and the rest as something that nobody meant."""
    for passage in project.passages():
        for slip in _slips(passage.text):
            yield passage.at(*slip)


@by_text
def _slips(passage: str) -> tuple[_Slip, ...]:
    text = _ADDRESS.sub(lambda found: re.sub(r"\S", "x", found[0]), without_calls(without_code(passage)))
    slips = [
        (found.start(), f"{wrong}: {_shown(found[0])}", right)
        for pattern, wrong, right in _NEVER
        for found in pattern.finditer(text)
        # Where code or a call stood, the spaces are ours.
        if found[0].strip() or not passage[found.start() : found.end()].strip()
    ]
    return (*slips, *_braces(text), *_pairs(text))


def _shown(words: str) -> str:
    return " ".join(words.split())[:40]


def _braces(text: str) -> Iterator[_Slip]:
    for found in re.finditer(r"[{}]+", blank(_ATTRIBUTES, text)):
        wrong = f"there is a brace that belongs to nothing, {found[0]}"
        right = 'write {{ figure("id") }}, {#id} at a heading’s end, or { .plain } on a line of its own'
        yield found.start(), wrong, right


def _pairs(text: str) -> Iterator[_Slip]:
    text = blank(_ATTRIBUTES, blank(_CITATION, text))
    for block in _BLOCK.finditer(text):
        start = block.start()
        for part in _PART.split(block[0]):
            yield from _unpaired(part, start)
            start += len(part)


def _unpaired(part: str, start: int) -> Iterator[_Slip]:
    for sign in ("**", "*", "_", '"', "`"):
        pattern = {"*": r"(?<!\*)\*(?!\*)|\*{3,}", "_": r"(?<!\w)_|_(?!\w)"}.get(sign, re.escape(sign))
        places = [found.start() for found in re.finditer(pattern, part)]
        if len(places) % 2:
            yield start + places[-1], MESSAGE.format(sign=sign), RIGHT
    for found in re.finditer(r"\*+(?=\s|$)", part):
        # A closing mark follows a word; one with a space on both sides, or an opening one before a space, marks nothing.
        if found.start() == 0 or part[found.start() - 1].isspace():
            yield start + found.start(), f"{found[0]} stands by itself", "set it against the word it marks"
    for opening, closing in _PAIRS:
        # German opens with „ and closes with the mark that opens in English.
        if (opening in "“„") and (opening == "„") != ("„" in part):
            continue
        if opening not in part and closing not in part:
            continue
        depth = 0
        for position, sign in enumerate(part):
            if sign == opening:
                depth += 1
            elif sign in closing:
                depth -= 1
            if depth < 0:
                yield start + position, MESSAGE.format(sign=sign), RIGHT
                break
        if depth > 0:
            yield start + part.rindex(opening), MESSAGE.format(sign=opening), RIGHT
