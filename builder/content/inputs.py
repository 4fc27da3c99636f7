"""What a build reads below the project's root, its rules' looks at the workshop included."""

from __future__ import annotations

import shutil
from pathlib import Path

INPUTS = (
    *("mkdocs.yml", "hooks.py", "builder", "data", "docs", "overrides", "templates"),
    *("LICENSE", "LICENSE-CONTENT", "CITATION.cff", ".github"),
    *(f"requirements{kind}.{ending}" for kind in ("", "-dev", "-spare") for ending in ("in", "txt")),
)


def copy_inputs(root: Path, folder: Path) -> None:
    """Copies all of it that is there into a folder, which is made where it is missing."""
    folder.mkdir(exist_ok=True)
    for source in (root / name for name in INPUTS):
        if source.is_dir():
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / source.name)
