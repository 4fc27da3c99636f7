"""Where a hole in the site is reported, for programs and people who look at the place that is agreed on: security.txt, RFC 9116."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from builder.content.ways import Ways
from builder.rendering.site import Site

# The second is where it stood before the first was agreed on, and some still look there.
NAMES = (".well-known/security.txt", "security.txt")
# The RFC wants less than a year ahead; this is never more, leap years included.
_HOLDS = datetime.timedelta(days=365)


def write(folder: Path, site: Site) -> None:
    """Writes it into a folder that holds the built pages, where there is somebody to write to. site: checked."""
    ways = site.project.ways
    if not _can_be_found(ways):
        return
    # Not from the clock: the same pages always make the same file.
    reviewed = max(page.front.reviewed.end.latest for page in site.project.pages.values())
    text = site.render(
        "page/security.md",
        contact=ways.inbox(ways.site),
        expires=reviewed + _HOLDS,
        address=ways.site,
        policy=f"{ways.repository}/blob/HEAD/SECURITY.md" if _secure(ways.repository) else "",
    )
    for name in NAMES:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{text}\n", encoding="utf-8")


def written_in(site: Path) -> Iterator[Path]:
    """The files in a built site that begin with a dot and that a build put there, beside what people keep."""
    known, former = (site / name for name in NAMES)
    # At the root nobody but a build writes: one that says something else is somebody's own.
    if known.is_file() and former.is_file() and known.read_bytes() == former.read_bytes():
        yield from (known, known.with_name(f"{known.name}.gz"))


def _can_be_found(ways: Ways) -> bool:
    """Whether there is somebody to write to, at a site that begins where its host does: below a path nobody looks."""
    at_the_root = _secure(ways.site) and urlsplit(ways.site).path == "/"
    return at_the_root and bool(ways.contact) and urlsplit(ways.inbox(ways.site)).scheme in ("https", "mailto")


def _secure(address: str) -> bool:
    """Whether the RFC takes an address of the web."""
    return urlsplit(address).scheme == "https"
