"""The pages as plain Markdown that any builder can render: records printed, citations as footnotes. `make plain`.

For the day MkDocs or its theme ends: what hooks.py adds is in these files as text, so nothing of it is lost where hooks
are not run.
"""

from __future__ import annotations

import sys
from pathlib import Path

from builder.rendering.plain import plain
from builder.rendering.site import Site


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
