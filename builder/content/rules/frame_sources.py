"""The frame leads to pages that are there, over a line that nobody listens to, and prints what is text as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule

# A page by its file, as navigation.way() takes it.
_PAGE = re.compile(r"(?<=[\"'])[\w/-]+\.md(?=[\"'])")
# Names of namespaces are no addresses.
_PLAIN = re.compile(r"http://(?!www\.w3\.org/)[^\s\"'<]*")
_WAYS = re.compile(r"(?<=[\"'])(?:tel|sms|mailto|whatsapp|skype):[^\"'{]+")
# What stands before it is a text that the template itself holds.
_SAFE = re.compile(r"(?<![\"' ]) *\| *safe\b")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
MESSAGE = "there is no page docs/{page}"


@rule("pages", message=MESSAGE, fault=Fault("overrides/partials/footer.html", r'"help\.md"', '"helps.md"'))
def frame_sources(project: Project) -> Iterator[Problem]:
    """A link of the frame stands on every page; where it leads nowhere, every reader is led nowhere."""
    for path in sorted((project.root / "overrides").rglob("*.html")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        name = path.relative_to(project.root).as_posix()
        for position, wrong, right in _faults(_COMMENT.sub(_blank, text), project):
            yield Problem(name, text.count("\n", 0, position) + 1, "", wrong, right)


def _faults(text: str, project: Project) -> Iterator[tuple[int, str, str]]:
    for found in _PAGE.finditer(text):
        if found[0] not in project.pages:
            yield found.start(), MESSAGE.format(page=found[0]), suggest(found[0], project.pages, "correct it")
    for found in _PLAIN.finditer(text):
        yield found.start(), f"{found[0]} can be read and changed by anybody on the way", "write https://"
    for found in _WAYS.finditer(text):
        yield found.start(), f"{found[0]} is printed on every page", "readers write to CONTACT alone, by ways.letter()"
    for found in _SAFE.finditer(text):
        yield (
            found.start(),
            "what is safe here may hold markup of anybody",
            "drop the filter; Markdown is rendered before",
        )


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
