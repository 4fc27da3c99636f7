"""Pages ask for records by key; here each call becomes Markdown.

`{{ figure("missing") }}` in a page calls rendering/functions/figure.py, which fills templates/inline/figure.md with the
figure of that id. Templates hold no facts, pages no markup that a template could hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from builder.content.citations import Citation
from builder.content.pages import Page
from builder.content.problems import Problem, ProblemsFound, suggest
from builder.content.project import Project
from builder.content.records import Source
from builder.downloads.datapackage import ChartTable
from builder.rendering.drawing.numbers import places
from builder.rendering.functions import all_functions, offered
from builder.rendering.pictures import chart_tables, picture_files
from builder.rendering.renderer import Chart, Renderer
from builder.rendering.templates import template_faults, template_problem

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
    """Expands the expressions of a project's pages. places: where each chart stands, by its id."""

    def __init__(self, project: Project):
        self._root = project.root
        self._renderer = Renderer(project)
        self._renderer.environment.globals.update(offered(self._renderer))
        self.places = places(project, [name for name, call in all_functions().items() if call.draws])
        self._renderer.places = self.places

    def expand(self, text: str) -> str:
        """The text with its records in it.

        Raises ExpandError with everything it asks for in vain, ProblemsFound where a template or the map is at fault.
        """
        self._renderer.faults = []
        self._renderer.charts = []
        try:
            expanded = self._renderer.environment.from_string(text).render()
        except (TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
            if problem := template_problem(error, self._root):
                raise ProblemsFound([problem]) from None
            if isinstance(error, TemplateSyntaxError):
                words = text.splitlines()[error.lineno - 1].strip()
                raise ExpandError([(words, f"the expression does not parse: {error.message}", "")]) from None
            name = re.search(r"'(\w+)'", str(error))
            unquoted = re.search(rf"\w+\(\s*({re.escape(name[1])}[\w-]*)", text) if name else None
            if unquoted and isinstance(error, UndefinedError):
                words, wrong = unquoted[0], f"the id {unquoted[1]} stands without quotation marks"
                self._renderer.faults.append((words, wrong, f'write ("{unquoted[1]}")'))
            else:
                hint = suggest(name[1], all_functions(), "") if name else ""
                wrong = f"the expression cannot be expanded: {error}"
                self._renderer.faults.append((f"{name[1]}" if name else "{{", wrong, hint))
            expanded = ""
        if self._renderer.faults:
            raise ExpandError(self._renderer.faults)
        return _SENTENCE_START.sub(lambda start: start[1] + start[2].upper(), expanded)

    def template_faults(self) -> Iterator[Problem]:
        """What is wrong with the templates themselves, and with those that no page asks for by an expression."""
        yield from template_faults(self._root, self._renderer.environment)
        sources = {source.type: source for source in self._renderer.records.of(Source).values()}
        for source in sources.values():
            try:
                self.note(Citation(source.id))
            except (TemplateError, TypeError, ValueError, AttributeError, LookupError) as error:
                if problem := template_problem(error, self._root):
                    yield problem

    def render(self, template: str, **names: object) -> str:
        """A template, by its path in templates/, that no page asks for."""
        return self._renderer.render(template, **names)

    @property
    def charts(self) -> list[Chart]:
        """The charts in what was expanded last."""
        return self._renderer.charts

    def pictures(
        self, charts: list[Chart], site: str, address: Callable[[str], str]
    ) -> Iterator[tuple[str, str | bytes]]:
        """The files of charts. site: its name; address: gives a page's for its path from docs/."""
        return picture_files(self._renderer, charts, site, address)

    def chart_tables(self, charts: list[Chart], address: Callable[[str], str]) -> Iterator[ChartTable]:
        """What there is to say of the charts' tables. address: gives a page's for its path from docs/."""
        return chart_tables(self._renderer, charts, address)

    def opening(self, page: Page) -> str:
        """What stands above every page's text: title, date of review, who read it, content note."""
        readers = self._renderer.project.publisher.readers_of(page.path)
        return self._renderer.render("page/opening.md", front=page.front, readers=readers) + "\n\n"

    def note(self, citation: Citation) -> str:
        """A citation's note: the reference in the form of its source's type, one line of Markdown."""
        source = self._renderer.records.of(Source)[citation.key]
        return self._renderer.render("inline/note.md", source=source, locator=citation.locator)
