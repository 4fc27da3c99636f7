"""Makes the bundle to keep and read without a network: a zip in which links, search and colours work from a disk.

A build whose links name files, with the search index and the search worker as scripts, since browsers fetch nothing else
from a disk. `make offline`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from builder import editions
from builder.publishing import search, security

NAME = editions.FILES["offline"]
_FOR_SERVERS = {"_headers", "sitemap.xml", "sitemap.xml.gz", "404.html", "robots.txt", *security.NAMES, NAME}
# The least a zip can say of a file's age: the same files always make the same bundle.
_DATE = (1980, 1, 1, 0, 0, 0)


def main(project: Path, site: Path) -> Path:
    """Builds the project for reading from a disk, zips that into the folder `site`, and gives the zip's path.

    Raises CalledProcessError where a build would fail.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "called-to-account"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)],
            cwd=project,
            env={
                **os.environ,
                "NO_MKDOCS_2_WARNING": "1",
                "DIRECTORY_URLS": "false",
                "HANDBOOK": "false",
                "EPUB": "false",
                "OFFLINE": "false",
                "SHEET": "false",
            },
            check=True,
        )
        _without_server(folder)
        site.mkdir(exist_ok=True)
        out = site / NAME
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                if path.relative_to(folder).as_posix() not in _FOR_SERVERS:
                    entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), _DATE)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    bundle.writestr(entry, path.read_bytes())
    return out


def _without_server(folder: Path) -> None:
    """Turns what a page would fetch into scripts, and lets a page start a worker from its text."""
    index = (folder / search.INDEX).read_text(encoding="utf-8")
    _, worker = search.worker()
    # Material's script looks for this file, and for `__index` in it, when it is read from a disk.
    (folder / "search" / "search_index.js").write_text(
        f"var __index = {index};\nvar __worker = {json.dumps(worker)};\n", encoding="utf-8"
    )
    (folder / search.INDEX).unlink()
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace("worker-src 'self'", "worker-src blob:"), encoding="utf-8")


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    print(main(root, Path(sys.argv[1]) if len(sys.argv) > 1 else root / "site"))
