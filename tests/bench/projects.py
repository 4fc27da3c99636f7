"""The projects that are measured: a copy of this one, its pages under unmodified Material, and larger copies."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

import yaml
from mkdocs.utils import yaml_load

from builder.content.inputs import copy_inputs
from builder.content.pages import DESCRIPTION_LENGTH
from builder.content.yaml_files import Loader
from builder.rendering.markdown.citations import as_footnotes
from builder.rendering.site import Site
from tests.conftest import ROOT

# What lists a whole file of records in a page. A list grows with its file; to copy it too would square the growth.
_LISTS = (
    "cases|changes|claims|convictions|court_totals|downloads|figures|glossary|names|open_cases|organisations|people|readings"
    "|recognitions|sources|threads|timeline|verdicts"
)
_LIST = re.compile(rf"\{{\{{\s*(?:{_LISTS})\(.*?\)\s*\}}\}}", re.DOTALL)
_RELATIVE_LINK = re.compile(r"\]\((?=[\w./-]+\.md)([^)]+)\)")


def copy(folder: Path) -> Path:
    """Copies what a build reads, so that nobody's edit changes it between two measurements."""
    copy_inputs(ROOT, folder)
    return folder


def stock(project: Path, folder: Path) -> Path:
    """The project's pages as plain Markdown, records and notes in it, for Material as it comes."""
    site = Site(project)
    site.check()
    for name, page in site.project.pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump({"title": page.front.title, "description": page.front.description}, allow_unicode=True)
        text = as_footnotes(site.expand(name), site.note)
        path.write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    ours = _settings(project)
    theirs = {name: ours[name] for name in ("site_name", "site_url", "markdown_extensions", "nav")} | {
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "validation": {"links": {"absolute_links": "relative_to_docs"}},
    }
    _write_yaml(folder / "mkdocs.yml", theirs)
    return folder


def scaled(project: Path, folder: Path, times: int) -> Path:
    """The project with its pages' text as often again below docs/scale-*/, and the same records."""
    shutil.copytree(project, folder)
    docs = folder / "docs"
    pages = {path.relative_to(docs): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    settings = _settings(folder)
    for number in range(1, times):
        below = f"scale-{number}"
        for path, text in pages.items():
            (docs / below / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / below / path).write_text(_copied(text, path, number), encoding="utf-8")
        settings["nav"].append({f"Copy {number}": [f"{below}/{path.as_posix()}" for path in pages]})
    _write_yaml(folder / "mkdocs.yml", settings)
    return folder


def _copied(text: str, path: Path, number: int) -> str:
    """A page under another title, without what lists whole files, and without the content note, which may lead there."""
    opening, text = text.removeprefix("---\n").split("\n---\n", 1)
    front = {name: value for name, value in yaml.load(opening, Loader).items() if name != "content_note"}
    for name in ("title", "description"):
        front[name] = f"{number} {front[name]}"[: DESCRIPTION_LENGTH[1]]
    here = path.parent.as_posix()
    text = _RELATIVE_LINK.sub(
        lambda link: f"](/{posixpath.normpath(posixpath.join(here, link[1]))})", _LIST.sub("", text)
    )
    # What it links to within itself may have been left out with a list, and stands in the page it is a copy of.
    text = text.replace("](#", f"](/{path.as_posix()}#")
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n{text}"


def size(project: Path) -> int:
    """How many pages a project has."""
    return sum(1 for _ in (project / "docs").rglob("*.md"))


def _settings(project: Path) -> dict:
    return yaml_load((project / "mkdocs.yml").read_text(encoding="utf-8"))


def _load(path: Path) -> list[dict]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader) or []


def _dump(content: object) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _write_yaml(path: Path, content: dict) -> None:
    path.write_text(_dump(content), encoding="utf-8")
