"""A lesson takes as long as its steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError
from yaml import YAMLError

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_STEP = re.compile(r"^\| (\d+) min \|", re.MULTILINE)
_SUM = re.compile(r"\badd up to (\d+) minutes\b")
MESSAGE = "the steps add up to {sum} minutes, and {where} says {said}"


@rule("pages", message=MESSAGE, fault=Fault("docs/learn/classroom.md", r"^\| 20 min \|", "| 25 min |"))
def lesson_minutes(project: Project) -> Iterator[Problem]:
    """A teacher who plans by the first line of the lesson is at its end when the bell rings."""
    for page in project.pages.values():
        steps = [int(found[1]) for found in _STEP.finditer(page.body)]
        try:
            lesson = page.front.lesson
        except (ValidationError, ValueError, YAMLError):
            # A fault of its own.
            continue
        if not lesson or not steps:
            continue
        said = [(lesson.minutes, page.front_line(("lesson", "minutes")), "the front matter")]
        said += [(int(found[1]), page.line_of(found.start()), "the text") for found in _SUM.finditer(page.body)]
        for minutes, line, where in said:
            if minutes != sum(steps):
                wrong = MESSAGE.format(sum=sum(steps), where=where, said=minutes)
                yield Problem(f"docs/{page.path}", line, "", wrong, "correct the steps, or what is said of them")
