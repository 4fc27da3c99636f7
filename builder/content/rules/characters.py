"""Every character is one that a reader can see, and is the one that it looks like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.text_files import UnreadableError, read

_HELD = (("data", "*.yml"), ("docs", "*.md"), ("templates", "*.md"), ("overrides", "*.html"))
# Unicode's default-ignorable and format characters, controls of direction (UAX 9), separators and spaces that no
# keyboard shows, private use, and forms that only look like letters (full width, mathematical).
_UNSEEN = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uff01-\uff5e\uffa0\ufff0-\ufffd\U0001d400-\U0001d7ff"
    "\U000e0000-\U0010ffff]"
)
# A word in two of the alphabets whose letters look alike: Latin, Greek, Cyrillic, Armenian, Cherokee.
_LATIN, _ALIKE = "A-Za-z\u00c0-\u024f", "\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf"
_MIXED = re.compile(rf"[{_LATIN}]+[{_ALIKE}][\w]*|[{_ALIKE}]+[{_LATIN}][\w]*")
# Words of such an alphabet alone stand only where a record says in which language they are; pages are English.
_FOREIGN = re.compile(r"[\u0370-\u08ff\u0900-\u1aff\u3040-\ud7ff\ufb50-\ufdff\ufe70-\ufeff]+")
MESSAGE = "there is a character that no reader sees or knows from another, U+{code} {name}"


@rule("records", message=MESSAGE, fault=Fault("docs/background/isis.md", "^ISIS is", "ISIS\u200b is"))
def characters(project: Project) -> Iterator[Problem]:
    """What cannot be seen cannot be checked: it hides words, turns them round, and breaks searching for them."""
    for folder, pattern in _HELD:
        for path in sorted((project.root / folder).rglob(pattern)):
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

    for found in _UNSEEN.finditer(text):
        known = unicodedata.name(found[0], "without a name")
        wrong = MESSAGE.format(code=f"{ord(found[0]):04X}", name=known)
        yield at(found.start(), wrong, "delete it, or type the plain character again")
    for found in _MIXED.finditer(text):
        wrong = f"{found[0]!r} mixes two alphabets whose letters look alike"
        yield at(found.start(), wrong, "type the word again in one of them")
    if latin and (strange := _FOREIGN.search(text)):
        wrong = f"{strange[0][:20]!r} is in another script, and no language is said"
        yield at(strange.start(), wrong, "quote it in a record, which says its language, or spell it in Latin letters")
    if not unicodedata.is_normalized("NFC", text):
        lines = enumerate(text.split("\n"), 1)
        number = next((number for number, line in lines if not unicodedata.is_normalized("NFC", line)), 0)
        right = "type the letter and its accent as one character (Unicode NFC)"
        yield number, "an accent stands apart from its letter", right
