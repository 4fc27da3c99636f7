"""What a reader would find changed between two builds: pages, figures, totals, addresses. `make preview-check`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.publishing.html import Listener, hear
from builder.rendering.ways_on import parts, text_of

# A reader of the report has ten lines; what is more is counted.
_LINES = 10
_SILENT = {"script", "style"}
# The element that holds a page's own text.
_TEXT = "article"


class _Text(Listener):
    """A page's words: those of its text, and those of the frame around it, with the navigation."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.frame: list[str] = []
        self._silent = 0
        self._inside = 0

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        self._silent += tag in _SILENT and opens
        self._inside += tag == _TEXT

    def end(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        self._inside -= tag == _TEXT

    def text(self, text: str) -> None:
        if not self._silent:
            (self.words if self._inside else self.frame).extend(text.split())


@dataclass
class Built:
    """A built site: the words of each page and of its frame, every address with its part, the figures as downloaded."""

    words: dict[str, list[str]] = field(default_factory=dict)
    frames: dict[str, list[str]] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    figures: dict[str, str] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, site: Path) -> Built:
        """Reads a built site. Raises FileNotFoundError where there is none."""
        built = cls()
        if not (site / "index.html").exists():
            raise FileNotFoundError(f"{site} holds no built site; make build writes one")
        for path in sorted(site.rglob("*.html")):
            page = path.relative_to(site).as_posix().removesuffix("index.html")
            heard, html = _Text(), path.read_text(encoding="utf-8")
            hear(html, heard)
            built.words[page], built.frames[page] = heard.words, heard.frame
            # The ids of the frame are its own; nobody is given these as addresses.
            built.addresses |= {page} | {f"{page}#{each}" for each in parts(text_of(html))}
        for path in sorted((site / "data").glob("*.json")):
            items = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(items, list):
                built.totals[path.stem] = len(items)
                if path.stem == "figures":
                    built.figures = {item["id"]: _amount(item) for item in items}
        return built


def _amount(item: Mapping[str, object]) -> str:
    return " ".join(str(item[name]) for name in ("qualifier", "value", "low", "high", "asof") if item.get(name))


def changes(old: Built, new: Built) -> list[str]:
    """What changed for readers, in ten lines at most; what is lost stands first."""
    lines = list(_changes(old, new))
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"and {len(lines) - _LINES + 1} more lines"]
    return lines or ["nothing changed for readers"]


def _changes(old: Built, new: Built) -> Iterator[str]:
    lost = old.addresses - new.addresses
    if lost:
        yield f"addresses that lead nowhere now: {_some(lost)}"
    for name in sorted(old.figures.keys() | new.figures.keys()):
        before, after = old.figures.get(name), new.figures.get(name)
        if before != after:
            yield f"figure {name}: {before or 'not there'} -> {after or 'gone'}"
    totals = [
        f"{name} {old.totals.get(name, 0)} -> {new.totals.get(name, 0)}"
        for name in sorted(old.totals.keys() | new.totals.keys())
        if old.totals.get(name) != new.totals.get(name)
    ]
    if totals:
        yield f"records: {', '.join(totals)}"
    if added := new.addresses - old.addresses:
        yield f"new addresses: {_some(added)}; make addresses lists them, last of all"
    there = sorted(old.words.keys() & new.words.keys())
    # A page whose headings changed has them in its contents too.
    framed = [page for page in there if old.frames[page] != new.frames[page] and old.words[page] == new.words[page]]
    if framed:
        yield f"navigation and frame: changed on {len(framed)} pages, first at {_where(old.frames[framed[0]], new.frames[framed[0]])}"
    for page in there:
        before_words, after_words = old.words[page], new.words[page]
        if before_words != after_words:
            where = _where(before_words, after_words)
            yield f"page {page or 'home'}: {len(before_words)} -> {len(after_words)} words, first at {where}"


def _where(before: list[str], after: list[str]) -> str:
    """The words around the first that is another."""
    first = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    return f"“{' '.join(after[max(0, first - 3) : first + 6])}”"


def _some(names: Iterable[str]) -> str:
    listed = sorted(names)
    more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
    return f"{', '.join(name or 'home' for name in listed[:3])}{more}"


def main() -> None:
    """Prints what changed from the first build to the second."""
    parser = argparse.ArgumentParser(description="Say what changed for readers between two built sites.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    given = parser.parse_args()
    try:
        print("\n".join(changes(Built.read(given.old), Built.read(given.new))))
    except FileNotFoundError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
