"""The projects that are measured: a copy of this one, its pages under unmodified Material, and larger copies."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from mkdocs.utils import yaml_load

from builder.content.citations import Citation, find_groups
from builder.content.records import MODELS
from builder.content.records.load import load
from builder.content.yaml_files import Loader
from builder.rendering.markdown.citations import as_footnotes
from builder.rendering.renderer import cite
from builder.rendering.site import Site
from tests.conftest import INPUTS, ROOT

# Drawings show all of these at once: a map forty times as full would be another map.
DRAWN = ("places", "bodies")
# What lists a whole file of records in a page. A list grows with its file; to copy it too would square the growth.
LISTS = (
    "cases|changes|claims|convictions|court_totals|downloads|figures|glossary|names|organisations|people|readings"
    "|recognitions|sources|threads|timeline|verdicts"
)
_LIST = re.compile(rf"\{{\{{\s*(?:{LISTS})\(.*?\)\s*\}}\}}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{(?!\s*map\().*?\}\}", re.DOTALL)
_RELATIVE_LINK = re.compile(r"\]\((?=[\w./-]+\.md)([^)]+)\)")
# Fields that hold the id of a record, its own or another's. A claim's quotation stays: its page is not copied with it.
_IDS = ("id", "speaker", "interviewer", "supersedes")
# Stands for a copy's number until it has one.
_MARK = "copy0"


def copy(folder: Path) -> Path:
    """Copies what a build reads, so that nobody's edit changes it between two measurements."""
    folder.mkdir()
    for name in INPUTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
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
    """The project with so many times its records, and with its pages' text as often again below docs/scale-*/."""
    shutil.copytree(project, folder)
    data, docs = folder / "data", folder / "docs"
    renaming = _Renaming(folder)
    records = {name: renaming.records(name) for name in MODELS if name not in (*DRAWN, "sources")}
    pages = {path.relative_to(docs): renaming.page(path) for path in sorted(docs.rglob("*.md"))}
    # Last, because a source that nothing cites is refused.
    records["sources"] = renaming.records("sources")
    for name, pairs in records.items():
        # Each by its original, because some files are in the order of dates.
        texts = [record + "".join(_numbered(copied, number) for number in range(1, times)) for record, copied in pairs]
        (data / f"{name}.yml").write_text("".join(texts) or "[]\n", encoding="utf-8")
    settings = _settings(folder)
    for number in range(1, times):
        below = f"scale-{number}"
        for path, text in pages.items():
            (docs / below / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / below / path).write_text(_numbered(text, number), encoding="utf-8")
        settings["nav"].append({f"Copy {number}": [f"{below}/{path.as_posix()}" for path in pages]})
    _write_yaml(folder / "mkdocs.yml", settings)
    return folder


def size(project: Path) -> tuple[int, int]:
    """How many pages and how many records a project has."""
    records, _ = load(project / "data")
    return sum(1 for _ in (project / "docs").rglob("*.md")), sum(1 for _ in records)


class _Renaming:
    """Records and pages of a project under new ids that end in a mark, each asking for its likes."""

    def __init__(self, project: Path):
        self._docs = project / "docs"
        self._records = {name: _load(project / "data" / f"{name}.yml") for name in MODELS}
        self._ids = {record["id"] for name in MODELS if name not in DRAWN for record in self._records[name]}
        self._cited: set[str] = set()

    def records(self, name: str) -> list[tuple[str, str]]:
        """A data file's records, each with its copy; a source that nothing cites by now has none."""
        pairs = []
        for record in self._records[name]:
            copied = name != "sources" or record["id"] in self._cited
            pairs.append((_dump([record]), _dump([self._record(record)]) if copied else ""))
        return pairs

    def page(self, path: Path) -> str:
        """A page without what lists whole files, and without the content note, which may lead into a list."""
        opening, text = path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
        front = yaml.load(opening, Loader)
        kept = {name: value for name, value in front.items() if name != "content_note"}
        text = self._text(_LIST.sub("", text))
        here = path.relative_to(self._docs).parent.as_posix()
        text = _RELATIVE_LINK.sub(lambda link: f"](/{posixpath.normpath(posixpath.join(here, link[1]))})", text)
        return f"---\n{_dump(kept)}---\n{text}"

    def _record(self, record: dict) -> dict:
        # One event stands for a year.
        return {name: self._value(name, value) for name, value in record.items() if name != "year_in_short"}

    def _value(self, field: str, value: object) -> object:
        if isinstance(value, dict):
            return self._record(value)
        if isinstance(value, list):
            return [self._value(field, item) for item in value]
        if not isinstance(value, str):
            return value
        if field in _IDS:
            return f"{value}-{_MARK}"
        if field == "match":
            # A word has one explanation.
            return f"{value} {_MARK}"
        if field in ("source", "sources"):
            return str(self._citation(Citation.parse(value.removeprefix("@"))))
        return self._text(value)

    def _text(self, text: str) -> str:
        cited = "".join(self._recited(text))
        return _EXPRESSION.sub(lambda found: self._expression(found[0]), cited)

    def _recited(self, text: str) -> Iterator[str]:
        position = 0
        for group in find_groups(text):
            yield text[position : group.start]
            yield cite(self._citation(citation) for citation in group.citations)
            position = group.end
        yield text[position:]

    def _citation(self, citation: Citation) -> Citation:
        self._cited.add(citation.key)
        return replace(citation, key=f"{citation.key}-{_MARK}")

    def _expression(self, text: str) -> str:
        """Asks for the copies: ids stand between quotation marks, or before `=` with underscores for hyphens."""
        text = re.sub(r'"([a-z0-9-]+)"', lambda id: f'"{id[1]}-{_MARK}"' if id[1] in self._ids else id[0], text)
        known = {name.replace("-", "_") for name in self._ids}
        return re.sub(r"\b(\w+)=", lambda name: f"{name[1]}_{_MARK}=" if name[1] in known else name[0], text)


def _numbered(text: str, number: int) -> str:
    return text.replace(_MARK, f"copy{number}")


def _settings(project: Path) -> dict:
    return yaml_load((project / "mkdocs.yml").read_text(encoding="utf-8"))


def _load(path: Path) -> list[dict]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader) or []


def _dump(content: object) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _write_yaml(path: Path, content: dict) -> None:
    path.write_text(_dump(content), encoding="utf-8")
