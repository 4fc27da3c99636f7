"""What is wrong with the input, said so that whoever wrote it can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file.

    file: path from the project's root; line: 1-based, 0 where no line is known;
    where: the record and field, or the page's part; wrong: what is wrong; right: what would be right.
    """

    file: str
    line: int
    where: str
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f" {self.where}:" if self.where else ""
        right = f" ({self.right})" if self.right else ""
        # A file's name may hold bytes that are no text, which no terminal and no log would take.
        return f"{place}:{where} {self.wrong}{right}".encode("utf-8", "backslashreplace").decode()


class ProblemsFound(Exception):
    """Raised once, with every problem of every file."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{count} problem{'s' if count > 1 else ''} in the site's input; nothing was built\n{lines}")


def suggest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint for a name that does not exist: the nearest existing ones, or `otherwise`."""
    near = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else otherwise
