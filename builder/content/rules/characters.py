"""Every character is one that a reader can see, and is the one that it looks like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.text_files import UnreadableError, read

_HELD = (
    ("data", "*.yml"),
    ("data", "*.json"),
    ("docs", "*.md"),
    ("docs", "*.css"),
    ("docs", "*.js"),
    ("docs", "*.svg"),
    ("templates", "*.md"),
    ("overrides", "*.html"),
    (".", "mkdocs.yml"),
)
# Unicode's format characters and controls of direction (UAX 9), private use, unassigned, and separators of lines; spaces
# that no keyboard shows.
_UNSEEN = {"Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
# What is drawn as nothing all the same: joiners, fillers, selectors of variants, a blank of Braille, an object's place.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
# A letter of another form that only looks like one of the alphabet: of full width, mathematical, in a circle.
_DISGUISED = re.compile(r"<(?:wide|font|circle|narrow|square)>")
# Two letters in one, as they come out of a PDF: whoever looks for "first" does not find it with one of these.
_JOINED = re.compile(r"<compat>(?: 00[46][0-9A-F]| 00[57][0-9A]){2,}")
# Alphabets whose letters look like Latin ones: Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu. No language of ours uses them.
_ALIKE = "\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf"
_ALIKE_WORD = re.compile(rf"\w*[{_ALIKE}]\w*")
# Words of another script stand only where a record says in which language they are; pages are English.
_FOREIGN = re.compile(r"[\u0590-\u08ff\u0900-\u13ff\u1400-\u1aff\u3040-\ud7ff\ufb50-\ufdff\ufe70-\ufeff]+")
MESSAGE = "there is a character that no reader sees or knows from another, U+{code} {name}"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "^ISIS is", "ISIS\u200b is"))
def characters(project: Project) -> Iterator[Problem]:
    """What cannot be seen cannot be checked: it hides words, turns them round, and breaks searching for them."""
    for folder, pattern in _HELD:
        found = project.root.glob(pattern) if folder == "." else (project.root / folder).rglob(pattern)
        for path in sorted(found):
            yield from _of(path, path.relative_to(project.root).as_posix())


def _of(path: Path, name: str) -> Iterator[Problem]:
    try:
        text = read(path, name, path.parent)
    except UnreadableError:
        # A fault of its own, told where the file is read; in a line without end a pattern would look for ever.
        return

    for line, wrong, right in _slips(text, name.endswith(".md")):
        yield Problem(name, line, "", wrong, right)


# A text is held to this again with every save.
@lru_cache(maxsize=1024)
def _slips(text: str, latin: bool) -> tuple[tuple[int, str, str], ...]:
    return tuple(_every_slip(text, latin))


def _every_slip(text: str, latin: bool) -> Iterator[tuple[int, str, str]]:
    """On which line, what is wrong, what would be right. latin: whether nothing may stand in another script."""

    def at(position: int, wrong: str, right: str) -> tuple[int, str, str]:
        return text.count("\n", 0, position) + 1, wrong, right

    signs = set(text)
    for sign in sorted(signs):
        if sign > "\x7f" and _hidden(sign):
            wrong = MESSAGE.format(code=f"{ord(sign):04X}", name=unicodedata.name(sign, "without a name"))
            for found in re.finditer(re.escape(sign), text):
                yield at(found.start(), wrong, "delete it, or type the plain character again")
    for found in _ALIKE_WORD.finditer(text) if re.search(rf"[{_ALIKE}]", "".join(signs)) else ():
        mixed = re.search(r"[A-Za-z\u00c0-\u024f]", found[0])
        wrong = (
            "mixes two alphabets whose letters look alike" if mixed else "is in an alphabet that only looks like ours"
        )
        yield at(found.start(), f"{found[0]!r} {wrong}", "type the word again in Latin letters")
    if latin and (strange := _FOREIGN.search(text)):
        wrong = f"{strange[0][:20]!r} is in another script, and no language is said"
        yield at(strange.start(), wrong, "quote it in a record, which says its language, or spell it in Latin letters")
    if not unicodedata.is_normalized("NFC", text):
        lines = enumerate(text.split("\n"), 1)
        number = next((number for number, line in lines if not unicodedata.is_normalized("NFC", line)), 0)
        right = "type the letter and its accent as one character (Unicode NFC)"
        yield number, "an accent stands apart from its letter", right


@cache
def _hidden(sign: str) -> bool:
    """Whether a sign is drawn as nothing, or as another."""
    category = unicodedata.category(sign)
    return bool(
        category in _UNSEEN
        or category == "Zs"
        or _BLANK.match(sign)
        or (category[0] in "LN" and _DISGUISED.match(unicodedata.decomposition(sign)))
        or (category[0] == "L" and _JOINED.fullmatch(unicodedata.decomposition(sign)))
    )
