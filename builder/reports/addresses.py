"""Adds the addresses of a built site to the list of those that are kept for ever. `make addresses`."""

from __future__ import annotations

import sys
from pathlib import Path

from builder.content.published import LIST, Published
from builder.rendering.ways_on import parts, text_of


def add(root: Path, site: Path) -> list[str]:
    """Adds what is new to a project's list, takes nothing away, and gives it."""
    published, _ = Published.read(root)
    new = published.lacks(dict(_standing(path, site) for path in sorted(site.rglob("index.html"))))
    if new:
        text = "".join(f"{address}\n" for address in sorted({*published.listed, *new}))
        (root / LIST).write_text(text, encoding="utf-8")
    return new


def _standing(path: Path, site: Path) -> tuple[str, set[str]]:
    folder = path.parent.relative_to(site).as_posix()
    return "/" if folder == "." else f"/{folder}/", parts(text_of(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    for address in add(Path(), Path(sys.argv[1])):
        print(address)
