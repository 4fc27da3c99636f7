"""The projects that are measured: a copy of this one, its pages under unmodified Material, and larger copies."""

from __future__ import annotations

import posixpath
import random
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
from tests.conftest import ROOT, forget_reading

# What lists a whole file of records in a page. A list grows with its file; to copy it too would square the growth.
_LISTS = (
    "cases|changes|claims|convictions|court_totals|downloads|figures|glossary|names|open_cases|organisations|people|readings"
    "|recognitions|sources|threads|timeline|verdicts"
)
_NEXT = re.compile(r"\bnext\([^)]*\)")
_HEADING = re.compile(r"^(#+ [^{\n]*\S)(?= \{#)", re.MULTILINE)
_CHART = re.compile(r"\{\{\s*(?:bodies|figure_bars|map|spans|years)\(\s*\"[\w-]+")
_LIST = re.compile(rf"\{{\{{\s*(?:{_LISTS})\(.*?\)\s*\}}\}}", re.DOTALL)
_RELATIVE_LINK = re.compile(r"\]\((?=[\w./-]+\.md)([^)]+)\)")


def copy(folder: Path) -> Path:
    """Copies what a build reads, so that nobody's edit changes it between two measurements."""
    copy_inputs(ROOT, folder)
    return folder


def forgetful(project: Path) -> Path:
    """The project without what earlier builds left for it."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return project


def edited(project: Path, number: int) -> Path:
    """The project with another word in a page."""
    page = project / "docs" / "help.md"
    text = re.sub(r"\nThis is measured \d+\.\n\{ \.plain \}\n\Z", "", page.read_text(encoding="utf-8"))
    page.write_text(f"{text}\nThis is measured {number}.\n{{ .plain }}\n", encoding="utf-8")
    return project


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
    """The project with its pages' text as often again, and the same records.

    The copies lie below docs/about/scale-*/, where pages need no sources for what they say, each in a section of its own:
    in one of a thousand pages, each page would be a menu.
    """
    shutil.copytree(project, folder)
    docs = folder / "docs"
    pages = {path.relative_to(docs): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    # Nobody has read the copies, and the last page leads on to them.
    forget_reading(folder)
    copies = [(number, path) for number in range(1, times) for path in pages]
    ways = [f"about/scale-{number}/{path.as_posix()}" for number, path in copies]
    for (number, path), way, following in zip(copies, ways, [*ways[1:], "index.md"], strict=False):
        (docs / way).parent.mkdir(parents=True, exist_ok=True)
        (docs / way).write_text(_copied(pages[path], path, number, following), encoding="utf-8")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    if ways:
        last = docs / settings.split()[-1]
        last.write_text(
            last.read_text(encoding="utf-8").replace('next("index.md")', f'next("{ways[0]}")'), encoding="utf-8"
        )
        (folder / "mkdocs.yml").write_text(
            settings
            + "".join(
                f"  - Copy {number}:\n" + "".join(f"      - about/scale-{number}/{path.as_posix()}\n" for path in pages)
                for number in range(1, times)
            ),
            encoding="utf-8",
        )
    return folder


def _copied(text: str, path: Path, number: int, following: str) -> str:
    """A page that differs from the others as pages have to: in its title, its description, its headings and the names of its
    charts; without what lists whole files, and without what only the page itself can have.
    """
    opening, text = text.removeprefix("---\n").split("\n---\n", 1)
    front = {
        name: value for name, value in yaml.load(opening, Loader).items() if name not in ("content_note", "template")
    }
    words = sorted({word.casefold().strip(".,;:") for word in str(front["description"]).split()})
    random.Random(f"{number} {path}").shuffle(words)
    front["title"] = f"{number} {front['title']}"[: DESCRIPTION_LENGTH[1]]
    front["description"] = f"{number} {' '.join(words)}"[: DESCRIPTION_LENGTH[1]]
    here = path.parent.as_posix()
    text = _RELATIVE_LINK.sub(
        lambda link: f"](/{posixpath.normpath(posixpath.join(here, link[1]))})", _LIST.sub("", text)
    )
    text = _NEXT.sub(f'next("{following}")', text)
    text = _CHART.sub(rf"\g<0>-{number}", _HEADING.sub(rf"\1 {number}", text))
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
