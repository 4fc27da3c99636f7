"""Reads the project's text files, and says in words what makes one unreadable."""

from __future__ import annotations

import re
from pathlib import Path

from builder.content.problems import Problem

# Eighty times our longest file: a build of it still ends.
LARGEST = 20_000_000
# Far above any line of ours, far below what makes an editor, a diff or a parser crawl.
LONGEST_LINE = 10_000
# What YAML 1.2 (5.1, character set) and HTML allow of the control characters is tab and the line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class UnreadableError(Exception):
    """A file that cannot be taken as text. problem: what is wrong with it."""

    def __init__(self, problem: Problem):
        self.problem = problem
        super().__init__(str(problem))


def read_or_nothing(path: Path) -> str:
    """The text of a file; nothing where it cannot be read, which is told for itself."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def read(path: Path, name: str, folder: Path) -> str:
    """The text of a file, line ends as \\n.

    name: the file's path from the project's root, for messages; folder: where the file has to lie.
    Raises UnreadableError.
    """

    def unreadable(line: int, wrong: str, right: str) -> UnreadableError:
        return UnreadableError(Problem(name, line, "", wrong, right))

    if not path.resolve().is_relative_to(folder.resolve()):
        raise unreadable(0, "the file is a link that leads out of its folder", "put the file itself here")
    if not path.is_file():
        raise unreadable(0, "the file is missing", "restore it")
    size = path.stat().st_size
    if size > LARGEST:
        wrong = f"the file has {size / 1_000_000:.0f} million bytes"
        raise unreadable(0, wrong, f"keep it below {LARGEST // 1_000_000} million; no text is that long")
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise unreadable(line, f"the file is not UTF-8 text from byte {error.start} on", "save it as UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise unreadable(0, "the file is empty", "restore it, or delete it; a data file without records holds []")
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise unreadable(line, f"there is a control character, U+{ord(control[0]):04X}", "delete it")
    number, longest = max(enumerate(text.split("\n"), 1), key=lambda numbered: len(numbered[1]))
    if len(longest) > LONGEST_LINE:
        raise unreadable(
            number, f"the line has {len(longest):,} characters", f"write at most {LONGEST_LINE:,}; one sentence a line"
        )
    return text
