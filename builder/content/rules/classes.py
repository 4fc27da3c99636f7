"""A class that a page writes is one that a style sheet knows, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from builder.content.markdown_text import without_code
from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.text_files import read_or_nothing

# What writes pages: of templates what stands in quotation marks, of programs every word.
_TEMPLATES = (("templates", "*.md"), ("overrides", "*.html"))
_PROGRAMS = (("docs/assets", "*.js"), ("builder/rendering/markdown", "*.py"), ("builder/rendering/functions", "*.py"))
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^'\n]*)'")
_CLASS = re.compile(r"(?<=class=\")[\w -]+")
_WORD = re.compile(r"[\w-]+")
_DOTTED = re.compile(r"\.([a-z][\w-]*)")
_ON_PAGES = re.compile(r"^ *///+ html \| [a-z]+((?:[.#][\w-]+)+)|(?<=\{)(:? ?\.[^{}\n]+)(?=\})", re.MULTILINE)
# What Markdown's extensions write by themselves, and the prefix of the theme's own classes.
_OF_MARKDOWN = {
    "abstract",
    "admonition",
    "admonition-title",
    "footnote",
    "footnote-ref",
    "footnote-backref",
    "headerlink",
}
_OF_THE_THEME = "md-"
# Comments, and tests of attributes, in which a full stop is no class.
_NO_CLASS = re.compile(r"/\*.*?\*/|\[[^\]]*\]|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SELECTOR = re.compile(r"[^{};]+(?=\{)")
MESSAGE = "no style sheet knows the class {name}"


@rule("pages", message=MESSAGE, fault=Fault("docs/index.md", r"^(/// html \| [a-z]+\.[a-z-]+)", r"\1z"))
def classes(project: Project) -> Iterator[Problem]:
    """A class misspelt in a page or a sheet leaves the page without its form, and nobody is told."""
    asked = {name: (file, line) for file, line, name in _asked(project.root)}
    for passage in project.passages():
        for found in _ON_PAGES.finditer(without_code(passage.text)):
            for name in _DOTTED.findall(found[0]):
                if name not in asked:
                    hint = suggest(name, asked, "name it in docs/assets/, or drop it")
                    yield passage.at(found.start(), MESSAGE.format(name=name), hint)
    written = {path: read_or_nothing(path) for path in _files(project.root, _TEMPLATES)}
    for path, text in written.items():
        for found in _CLASS.finditer(text):
            for name in _WORD.findall(found[0]):
                # A class without a form may be a mark for scripts and tests; one that is almost another is a slip.
                near = [] if name in asked else get_close_matches(name, asked, n=1, cutoff=0.8)
                if near and not (name.startswith(_OF_THE_THEME) or name.endswith("-")):
                    line = text.count("\n", 0, found.start()) + 1
                    file = path.relative_to(project.root).as_posix()
                    yield Problem(file, line, "", MESSAGE.format(name=name), f"did you mean {near[0]}?")
    given, beginnings = _given(project, written.values())
    for name, (file, line) in asked.items():
        if name not in given and not name.startswith((_OF_THE_THEME, *beginnings)):
            hint = suggest(name, given, "delete the rule, or write the class")
            yield Problem(file, line, "", f"nothing has the class {name}", hint)


def _files(root: Path, places: Iterable[tuple[str, str]]) -> Iterator[Path]:
    for folder, pattern in places:
        yield from sorted((root / folder).rglob(pattern))


def _asked(root: Path) -> Iterator[tuple[str, int, str]]:
    """Every class that our sheets ask for, with its file and line."""
    sheets = [(path, read_or_nothing(path)) for path in sorted((root / "docs" / "assets").rglob("*.css"))]
    # A drawing that is a file of its own brings its sheet with it.
    for path in _files(root, _TEMPLATES):
        sheets += [
            (path, "\n" * found.string.count("\n", 0, found.start()) + found[1])
            for found in _STYLE.finditer(read_or_nothing(path))
        ]
    for path, sheet in sheets:
        text = _NO_CLASS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sheet)
        for selector in _SELECTOR.finditer(text):
            for found in _DOTTED.finditer(selector[0]):
                line = text.count("\n", 0, selector.start() + found.start()) + 1
                yield path.relative_to(root).as_posix(), line, found[1]


def _given(project: Project, templates: Iterable[str]) -> tuple[set[str], tuple[str, ...]]:
    """Every word that may become a class, and the beginnings to which templates add a number: part-{{ n }}."""
    given = set(_OF_MARKDOWN)
    beginnings: set[str] = set()
    for text in templates:
        quoted = " ".join(found[0] or found[1] for found in _QUOTED.findall(text))
        given |= {*_WORD.findall(quoted), *_DOTTED.findall(text)}
        beginnings.update(re.findall(r"([a-z]+-)\{\{", text))
    for path in _files(project.root, _PROGRAMS):
        given.update(_WORD.findall(read_or_nothing(path)))
    for passage in project.passages():
        for found in _ON_PAGES.finditer(passage.text):
            given.update(_DOTTED.findall(found[0]))
    return given, tuple(beginnings)
