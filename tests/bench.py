"""How long a build takes and what a reader downloads. Measures, no verdict: `make bench`."""

import gzip
import statistics
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.__main__ import cli


def build(folder):
    """One build in this process; seconds."""
    started = time.perf_counter()
    cli.main(["build", "--quiet", "--site-dir", str(folder)], standalone_mode=False)
    return time.perf_counter() - started


def weight(folder, *patterns):
    """Bytes of the files that match, as sent with gzip."""
    return sum(len(gzip.compress(path.read_bytes())) for pattern in patterns for path in folder.glob(pattern))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        times = [build(folder) for _ in range(3)]
        pages = sorted(folder.rglob("*.html"))
        print(f"build: {statistics.median(times):.2f} s (median of {len(times)}), {len(pages)} pages")
        shared = weight(
            folder, "assets/stylesheets/*.css", "assets/*.css", "assets/*.js", "assets/javascripts/bundle*.js"
        )
        print(f"styles and scripts every page loads: {shared / 1024:.0f} KB gzip")
        print(f"search index, loaded beside the page: {weight(folder, 'search/search_index.json') / 1024:.0f} KB gzip")
        for page in sorted(pages, key=lambda page: -page.stat().st_size)[:5]:
            print(f"{len(gzip.compress(page.read_bytes())) / 1024:6.0f} KB gzip  {page.relative_to(folder)}")


if __name__ == "__main__":
    sys.exit(main())
