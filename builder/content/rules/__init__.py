"""The rules that a build holds the input to, one a file. Every module here is found and its rule run by itself.

A rule says what it looks for, in which words it tells it, and gives a fault that it has to find: a test commits that fault.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from builder.content.problems import Problem
from builder.content.project import Project

# What a rule looks at, and what has to be read before it can be held: all but the pages, the pages too, the pages with their records in them, or
# all of that without a fault.
Stage = Literal["records", "pages", "rendered", "whole"]
STAGES: tuple[Stage, ...] = ("records", "pages", "rendered", "whole")
Check = Callable[[Project], Iterable[Problem]]


@dataclass(frozen=True)
class Fault:
    """A slip that a rule has to find: in a file, what a pattern finds first becomes something else."""

    file: str
    pattern: str
    becomes: str

    def commit(self, text: str) -> str:
        """The text with the slip in it. Raises ValueError where the text has no place for it."""
        slipped, times = re.subn(self.pattern, self.becomes, text, count=1, flags=re.MULTILINE)
        if not times:
            raise ValueError(f"{self.file} has nothing like {self.pattern!r} any more; the fault needs another place")
        return slipped


@dataclass(frozen=True)
class Rule:
    """name: of its module; message: the words in which it tells what is wrong, with {} for what varies; while_writing:
    whether it is held while somebody writes, too, and not only before the site is published.
    """

    name: str
    stage: Stage
    message: str
    fault: Fault
    check: Check
    while_writing: bool = True

    @property
    def why(self) -> str:
        """What it guards, in a sentence or two."""
        return " ".join((self.check.__doc__ or "").split())

    def tells(self, problem: Problem) -> bool:
        """Whether a problem is told in its words."""
        pattern = ".*".join(map(re.escape, re.split(r"\{[^}]*\}", self.message)))
        return re.search(pattern, f"{problem.wrong} ({problem.right})") is not None


def rule(stage: Stage, *, message: str, fault: Fault, while_writing: bool = True) -> Callable[[Check], Rule]:
    """Declares the rule of a module."""

    def declared(check: Check) -> Rule:
        return Rule(check.__module__.rpartition(".")[2], stage, message, fault, check, while_writing)

    return declared


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))


def looks_of(project: Project, stage: Stage, writing: bool = False) -> dict[str, Callable[[], Iterable[Problem]]]:
    """The rules of a stage by name, each ready to be held to the project. writing: without those for publishing."""
    rules = (each for each in all_rules() if each.stage == stage and (each.while_writing or not writing))
    return {each.name: partial(each.check, project) for each in rules}


def broken(project: Project, stage: Stage) -> Iterator[Problem]:
    """What the rules of a stage find."""
    for look in looks_of(project, stage).values():
        yield from look()
