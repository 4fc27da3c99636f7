"""The frame's templates, held to names that exist: what is misspelt in overrides/ would else be taken for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, StrictUndefined, meta, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from builder.content.problems import suggest

# What hooks.py gives to pages, and what these are where a page has none: the one at a wrong address, or at one that was left.
_OF_PAGES = {"front": None, "citation": None, "linked": None, "history": (), "moved": ()}
# What MkDocs gives to every template: https://www.mkdocs.org/dev-guide/themes/#template-variables
_OF_MKDOCS = {
    "nav",
    "pages",
    "base_url",
    "extra_css",
    "extra_javascript",
    "mkdocs_version",
    "build_date_utc",
    "config",
    "page",
}
# What hooks.py adds to the settings' own `extra`.
_EXTRA = {
    "repository",
    "contact",
    "ways",
    "publisher",
    "theme_files",
    "search_worker",
    "handbook",
    "epub",
    "offline",
    "sheet",
}
# What overrides/base.html imports for all parts.
_GIVEN = {*_OF_MKDOCS, *_OF_PAGES, "files", "loop", "caller", "lang", "navigation"}


def strict(env: Environment, files: Files) -> None:
    """Has MkDocs' environment refuse a name that does not exist, with the template and the line that ask for it."""
    env.undefined = StrictUndefined
    env.globals.update(_OF_PAGES, files=files)


def unknown_names(tree: nodes.Template) -> Iterator[tuple[int, str, str]]:
    """Each name in a template of the frame that nothing gives, also where no page comes by: its line, wrong, right."""
    # A block does not see for itself what its template sets above it.
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    undeclared = meta.find_undeclared_variables(tree) - _GIVEN - own
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name in undeclared:
            yield name.lineno, *_unknown(name.name, _GIVEN)
    for asked in tree.find_all(nodes.Getattr):
        if _is(asked.node, "config") and asked.attr not in _settings():
            yield asked.lineno, *_unknown(f"config.{asked.attr}", _settings(), "config.")
        elif _of_extra(asked.node) and asked.attr not in _EXTRA:
            yield asked.lineno, *_unknown(f"config.extra.{asked.attr}", _EXTRA, "config.extra.")


def _settings() -> set[str]:
    return {name for name, _ in MkDocsConfig._schema}


def _is(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _of_extra(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and node.attr == "extra" and _is(node.node, "config")


def _unknown(name: str, known: Iterable[str], before: str = "") -> tuple[str, str]:
    right = suggest(name, [f"{before}{each}" for each in known], "correct it; hooks.py says what the frame is given")
    return f"nothing is called {name}", right
