"""The files of the theme that the frame asks for. Their names hold a hash that changes with every release."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.content.problems import Problem, ProblemsFound

_PATTERNS = {
    "stylesheet": "assets/stylesheets/main.*.min.css",
    "script": "assets/javascripts/bundle.*.min.js",
}


def theme_files(folders: Iterable[str]) -> dict[str, str]:
    """Each file's path from the site's root, by what it is. folders: where the theme lies. Raises ProblemsFound."""
    found: dict[str, str] = {}
    for folder in map(Path, folders):
        for name, pattern in _PATTERNS.items():
            for path in sorted(folder.glob(pattern)):
                found.setdefault(name, path.relative_to(folder).as_posix())
    missing = [
        Problem(
            "overrides/base.html", 0, "", f"the theme has no {pattern}", "pin a release of mkdocs-material that has it"
        )
        for name, pattern in _PATTERNS.items()
        if name not in found
    ]
    if missing:
        raise ProblemsFound(missing)
    return found
