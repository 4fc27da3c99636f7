"""The pages as plain Markdown that any builder can render: records printed, citations as footnotes. `make plain`.

For the day MkDocs or its theme ends: what hooks.py adds is in these files as text, so nothing of it is lost where hooks
are not run.
"""

from __future__ import annotations

import posixpath
import re
import sys
from pathlib import Path

from builder.rendering.markdown.citations import as_footnotes
from builder.rendering.site import Site

# A link from the root of docs/, as templates write them.
_FROM_ROOT = re.compile(r"\]\(/(?=[^)\s])")
# What speaks to this site's frame alone: which template draws a page, and where its list of contents goes.
_FOR_THE_FRAME = re.compile(r"^(?:template: .*|<!--contents-->\n)\n", re.MULTILINE)


def plain(site: Site, path: str) -> str:
    """A checked page as plain Markdown, its links relative to itself, without what speaks to our frame."""
    page = site.project.pages[path]
    text = as_footnotes(site.expand(path), site.note)
    up = posixpath.relpath(".", posixpath.dirname(path) or ".")
    front = page.text[: len(page.text) - len(page.body)]
    return _FOR_THE_FRAME.sub("", front + _FROM_ROOT.sub(f"]({up}/" if up != "." else "](", text))


def main(root: Path, out: Path) -> None:
    """Writes every page below `out`. Raises ProblemsFound where a build would."""
    site = Site(root)
    site.check()
    for path in site.project.pages:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(plain(site, path), encoding="utf-8")
    print(f"{len(site.project.pages)} pages in {out}")


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[2], Path(sys.argv[1]))
