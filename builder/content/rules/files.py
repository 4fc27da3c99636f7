"""What lies among the published files is a page or an asset, and is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings

# What each folder may hold. The theme's folder is published too, but for its templates.
_KINDS = {
    "docs": {".md", ".css", ".js", ".svg", ".png"},
    "templates": {".md"},
    "overrides": {".html"},
    "data": {".yml", ".json", ".txt"},
}
_ASSETS = "docs/assets/"
LARGEST = {".md": 400_000, ".css": 100_000, ".js": 50_000, ".svg": 100_000, ".png": 300_000}
_PNG = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*|_[a-z0-9_-]+")
_ASKS = re.compile(r"(?:\.\./|/|\b)(assets/[\w./-]+\.[a-z]+)")
MESSAGE = "nothing asks for it"


@rule("pages", message=MESSAGE, fault=Fault(FILE, r"^ *- assets/scheme\.js\n", ""))
def files(project: Project) -> Iterator[Problem]:
    """Everything below docs/ is copied to the public: leftovers of editors and offices, drafts, what was never meant to be."""
    for folder, kinds in _KINDS.items():
        for path in sorted((project.root / folder).rglob("*")):
            name = path.relative_to(project.root)
            # MkDocs leaves out what begins with a dot, as editors' swap files do.
            if not any(part.startswith(".") for part in name.parts) and (path.is_symlink() or not path.is_dir()):
                yield from _file(path, name.as_posix(), kinds)
    yield from _asked(project.root)


def _file(path: Path, name: str, kinds: set[str]) -> Iterator[Problem]:
    folder = name.partition("/")[0]
    if path.is_symlink() or not path.is_file():
        yield Problem(name, 0, "", "it is no regular file", "put the file itself here")
    elif path.suffix not in kinds:
        if path.suffix.lower() in kinds or path.suffix.lower() in (".markdown", ".mdown", ".yaml", ".htm"):
            right = f"name it with {' or '.join(sorted(kinds))}"
        else:
            right = f"delete it; {folder}/ holds only files that end in {', '.join(sorted(kinds))}"
        yield Problem(name, 0, "", f"a file of this kind has no place in {folder}/", right)
    elif folder != "data" and not (_NAME.fullmatch(path.stem) or path.stem == "404"):
        yield Problem(name, 0, "", "its name is none of ours", "write small letters, digits and hyphens")
    elif folder == "docs" and path.suffix != ".md" and not name.startswith(_ASSETS):
        yield Problem(name, 0, "", "it is no page and lies among the pages", f"put it into {_ASSETS}, or delete it")
    elif folder == "docs" and path.stat().st_size > LARGEST[path.suffix]:
        right = f"keep a {path.suffix} file to {LARGEST[path.suffix] // 1000} KB"
        yield Problem(name, 0, "", f"it has {path.stat().st_size // 1000:,} KB", right)
    elif path.suffix == ".png" and path.read_bytes()[:8] != _PNG:
        yield Problem(name, 0, "", "it is no PNG, whatever its name says", "export it again as PNG")
    elif path.suffix in (".css", ".js", ".svg", ".png") and not path.stat().st_size:
        yield Problem(name, 0, "", "it is empty", "restore it, or delete it")


def _asked(root: Path) -> Iterator[Problem]:
    """Every asset that something asks for is there, and the other way round."""
    there = {path.relative_to(root).as_posix() for path in (root / _ASSETS).rglob("*") if path.is_file()}
    asked: set[str] = set()
    asking = [root / FILE, *sorted((root / "overrides").rglob("*.html")), *sorted((root / "templates").rglob("*.md"))]
    for path in [*asking, *sorted((root / "docs").rglob("*.md"))]:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        for found in _ASKS.finditer(text):
            name = f"docs/{found[1]}"
            asked.add(name)
            if name not in there:
                line = text.count("\n", 0, found.start()) + 1
                wrong, hint = f"there is no {name}", suggest(name, there, "restore it, or delete what asks for it")
                yield Problem(path.relative_to(root).as_posix(), line, "", wrong, hint)
    if Settings.read(root) is None:
        return
    for name in sorted(there - asked):
        if not Path(name).name.startswith(".") and Path(name).suffix in _KINDS["docs"]:
            yield Problem(name, 0, "", MESSAGE, f"name it in {FILE}, overrides/ or a page, or delete it")
