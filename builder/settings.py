"""What mkdocs.yml must say for the promises of this project to hold, whoever edits it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from builder.problems import Problem, suggest
from builder.reading import UnreadableError, read

FILE = "mkdocs.yml"
# Where a setting stands, what it must be, and what would be lost otherwise.
_MUST_BE = (
    (("strict",), "true", "a warning would no longer stop a build"),
    (("validation", "nav", "omitted_files"), "warn", "a page could be missing from the navigation"),
    (("validation", "nav", "not_found"), "warn", "the navigation could lead nowhere"),
    (("validation", "nav", "absolute_links"), "warn", "the navigation could lead out of the site"),
    (("validation", "links", "not_found"), "warn", "a link could lead nowhere"),
    (("validation", "links", "anchors"), "warn", "a link could lead to no part of a page"),
    (("validation", "links", "unrecognized_links"), "warn", "a link could be misspelt"),
    (("validation", "links", "absolute_links"), "relative_to_docs", "links of templates would break"),
    (("theme", "font"), "false", "every reader would be sent to a font service"),
    (("plugins",), ["search"], "plugins may fetch from elsewhere; what is ours is an extension or the hook"),
    (("hooks",), ["hooks.py"], "records and citations would not be read"),
)
_MUST_NOT_BE = (("repo_url", "the theme would ask the host of the repository for its numbers"),)


def check(root: Path, pages: Collection[str]) -> Iterator[Problem]:
    """Every setting that breaks a promise, and every page that the navigation lacks or has in vain.

    pages: their paths from docs/. MkDocs itself says what it cannot read.
    """
    try:
        text = read(root / FILE, FILE, root)
        # Values as they are written: !ENV is MkDocs' own tag and of no concern here.
        loader = type("Settings", (yaml.BaseLoader,), {})
        loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
        settings = yaml.load(text, loader)
    except UnreadableError as error:
        yield error.problem
        return
    for path, expected, lost in _MUST_BE:
        given = settings
        for step in path:
            given = given.get(step) if isinstance(given, dict) else None
        if given != expected:
            wrong = f"it is {given!r}: {lost}" if given is not None else f"it is missing: {lost}"
            yield Problem(FILE, _line(text, path[-1]), ".".join(path), wrong, f"write {path[-1]}: {expected}")
    for name, lost in _MUST_NOT_BE:
        if name in settings:
            yield Problem(FILE, _line(text, name), name, f"it is set: {lost}", "delete it")
    listed = list(_listed(settings.get("nav", [])))
    for page in sorted(set(pages) - set(listed)):
        yield Problem(FILE, _line(text, "nav"), "nav", f"docs/{page} is not in it", "add it where readers look for it")
    for page in listed:
        if page not in pages:
            line = text.count("\n", 0, text.index(page)) + 1
            yield Problem(FILE, line, "nav", f"there is no page docs/{page}", suggest(page, pages, "delete the line"))


def _listed(entries: list) -> Iterator[str]:
    for entry in entries:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, str):
                yield value
            else:
                yield from _listed(value)


def _line(text: str, name: str) -> int:
    """The first line that sets a name, 0 where none does."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(f"{name}:")), 0)
