"""What is wrong with the templates of records and of the frame, whichever page it would break."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, nodes

from builder.cache import Cache
from builder.content.problems import Problem, ProblemsFound, suggest
from builder.content.text_files import UnreadableError, read
from builder.rendering.frame import unknown_names

# What a filter of MkDocs' own is called: https://www.mkdocs.org/dev-guide/themes/#template-filters
_FRAME_FILTERS = {"url": str, "script_tag": str}

# What the frame takes from the theme as it is.
_OF_THE_THEME = (".icons/", "partials/language")


def template_faults(root: Path, records: Environment) -> Iterator[Problem]:
    """Every template, and every part of the frame, that does not parse or asks for what is not there, with its line.

    records: the environment that templates/ is rendered in.
    """
    _kept.turn()
    for folder, environment in (("templates", records), ("overrides", _frame(root))):
        for path in sorted(path for path in (root / folder).rglob("*") if path.suffix in (".md", ".html")):
            name = path.relative_to(root).as_posix()
            try:
                text = read(path, name, root)
                asked, unknown = _kept.get(
                    (folder, text), partial(_asked_for, environment, text, folder == "overrides")
                )
                yield from _missing(asked, name, environment, root)
                yield from (Problem(name, line, "", wrong, right) for line, wrong, right in unknown)
            except UnreadableError as error:
                yield error.problem
            except TemplateSyntaxError as error:
                yield syntax_problem(error, name)


def template_problem(error: Exception, root: Path) -> Problem | None:
    """An error of rendering as a problem of the template it came from; None where it came from no template."""
    if isinstance(error, TemplateNotFound):
        folder = "overrides" if str(error.name).endswith(".html") else "templates"
        return Problem(f"{folder}/{error.name}", 0, "", "the template is missing", "restore it")
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return syntax_problem(error, _named(error.filename, root))
    # Jinja gives the code it compiles the names and lines of the templates.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith((".md", ".html"))]
    if not frames:
        return None
    name = _named(frames[-1].filename, root)
    return Problem(name, frames[-1].lineno or 0, "", f"the template cannot be filled: {error}", "")


def in_words(error: Exception, root: Path) -> str | None:
    """What stopped a build, in words, where whoever runs it can mend it; None where it is a fault of builder/ itself."""
    if isinstance(error, ProblemsFound):
        return str(error)
    if problem := template_problem(error, root):
        return str(ProblemsFound([problem]))
    if isinstance(error, OSError):
        return f"{error.filename or root}: {error.strerror or error}; nothing was published"
    return None


def syntax_problem(error: TemplateSyntaxError, name: str) -> Problem:
    """A template that does not parse, or names a filter that does not exist."""
    return Problem(name, error.lineno, "", f"the template does not parse: {error.message}", "")


def _frame(root: Path) -> Environment:
    """The frame's templates as MkDocs finds them: ours before the theme's."""
    themes = [files("material") / "templates", files("mkdocs") / "templates"]
    frame = Environment(loader=FileSystemLoader([root / "overrides", *map(str, themes)]))
    frame.filters.update(_FRAME_FILTERS)
    return frame


_Asked = tuple[tuple[int, str], ...]
_Unknown = tuple[tuple[int, str, str], ...]
_kept: Cache[tuple[str, str], tuple[_Asked, _Unknown]] = Cache("templates")


def _asked_for(environment: Environment, text: str, of_frame: bool) -> tuple[_Asked, _Unknown]:
    """The templates that a template asks for by name, each with its line, and, of the frame's, the names that nothing gives.

    Raises TemplateSyntaxError.
    """
    tree = environment.parse(text)
    # Filters that do not exist are found here.
    environment.compile(tree, raw=True)
    asking = tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))
    named = ((node.lineno, getattr(node, "template", None)) for node in asking)
    templates = tuple(
        (line, name.value) for line, name in named if isinstance(name, nodes.Const) and isinstance(name.value, str)
    )
    return templates, tuple(unknown_names(tree)) if of_frame else ()


def _missing(asked_for: _Asked, name: str, environment: Environment, root: Path) -> Iterator[Problem]:
    """The templates that a template asks for and that do not exist."""
    for line, asked in asked_for:
        try:
            environment.loader.get_source(environment, asked)  # type: ignore[union-attr] # both have one
        except TemplateNotFound:
            known = environment.list_templates(extensions=["md", "html"])
            yield Problem(name, line, "", f"there is no template {asked}", suggest(asked, known))
            continue
        ours = (root / "overrides" / asked).exists() or not name.startswith("overrides/")
        if not (ours or asked.startswith(_OF_THE_THEME)):
            wrong = f"overrides/{asked} is not there, and the theme’s would take its place"
            yield Problem(name, line, "", wrong, "restore it")


def _named(filename: str, root: Path) -> str:
    path = Path(filename)
    if not path.is_absolute():
        return path.as_posix()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
