"""Puts a gzip copy beside every text file of a built site, for servers that send it as it is. `make compressed`."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

_TEXT = {".html", ".css", ".js", ".json", ".csv", ".bib", ".svg", ".xml", ".txt", ".md", ".jsonld", ".ris"}


def compress(site: Path) -> Iterator[Path]:
    """Writes FILE.gz for each text file, the same bytes for the same content, and gives their paths."""
    for path in sorted(site.rglob("*")):
        if path.suffix in _TEXT:
            copy = path.with_name(f"{path.name}.gz")
            copy.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
            yield copy


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(f"{len(list(compress(folder)))} files compressed in {folder}")
