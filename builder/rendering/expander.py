"""Pages ask for records by key; here each call becomes Markdown.

`{{ figure("missing") }}` in a page calls rendering/functions/figure.py, which fills templates/inline/figure.md with the
figure of that id. Templates hold no facts, pages no markup that a template could hold.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from builder.content.citations import Citation
from builder.content.pages import FrontMatter
from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.records import Source
from builder.content.text_files import UnreadableError, read
from builder.rendering.functions import all_functions, offered
from builder.rendering.renderer import COMMENTS, Renderer

# A figure's qualifier opens a sentence at the start of a line or a list item, or after a full stop.
_SENTENCE_START = re.compile(r'((?:^\s*(?:- )?|[.!?]”?(?:\*\*)?\s)<span class="figure">)([a-z])', re.MULTILINE)


class ExpandError(Exception):
    """A page asks for something that is not there.

    faults: (the words in the page that ask for it, what is wrong, what would be right), one for each.
    """

    def __init__(self, faults: list[tuple[str, str, str]]):
        self.faults = faults
        super().__init__("; ".join(wrong for _, wrong, _ in faults))


class Expander:
    """Expands the expressions of a project's pages."""

    def __init__(self, project: Project):
        self._renderer = Renderer(project)
        self._renderer.environment.globals.update(offered(self._renderer))
        self._notes: dict[Citation, str] = {}

    def expand(self, text: str) -> str:
        """The text with its records in it. Raises ExpandError with everything it asks for in vain."""
        self._renderer.faults = []
        try:
            expanded = self._renderer.environment.from_string(text).render()
        except TemplateSyntaxError as error:
            words = text.splitlines()[error.lineno - 1].strip()
            raise ExpandError([(words, f"the expression does not parse: {error.message}", "")]) from None
        except (TemplateError, TypeError, ValueError, AttributeError) as error:
            name = re.search(r"'(\w+)'", str(error))
            hint = suggest(name[1], all_functions(), "") if name else ""
            wrong = f"the expression cannot be expanded{_within_template(error)}: {error}"
            self._renderer.faults.append((f"{name[1]}" if name else "{{", wrong, hint))
            expanded = ""
        if self._renderer.faults:
            raise ExpandError(self._renderer.faults)
        return _SENTENCE_START.sub(lambda start: start[1] + start[2].upper(), expanded)

    def opening(self, front: FrontMatter) -> str:
        """What stands above every page's text: title, date of review, content note."""
        return self._renderer.render("page/opening.md", front=front) + "\n\n"

    def note(self, citation: Citation) -> str:
        """A citation's note: the reference in the form of its source's type, one line of Markdown."""
        if citation not in self._notes:
            source = self._renderer.records.of(Source)[citation.key]
            note = self._renderer.render("inline/note.md", source=source, locator=citation.locator)
            self._notes[citation] = note
        return self._notes[citation]


def _within_template(error: Exception) -> str:
    """The template and line in which an expression failed, if it was in one: Jinja gives compiled code their names."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/templates/" in frame.filename and frame.filename.endswith(".md")]
    return f" in templates/{inside[-1].filename.rpartition('/templates/')[2]}:{inside[-1].lineno}" if inside else ""


def template_faults(root: Path) -> Iterator[Problem]:
    """Every template, and every part of the frame, that does not parse, with its line."""
    environments = (("templates", Environment(**COMMENTS)), ("overrides", Environment()))  # type: ignore[arg-type]
    for folder, environment in environments:
        for path in sorted(path for path in (root / folder).rglob("*") if path.suffix in (".md", ".html")):
            name = path.relative_to(root).as_posix()
            try:
                environment.parse(read(path, name, root))
            except UnreadableError as error:
                yield error.problem
            except TemplateSyntaxError as error:
                yield Problem(name, error.lineno, "", f"the template does not parse: {error.message}", "")
