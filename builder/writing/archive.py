"""Asks the Internet Archive for a copy of every source that has none, and writes what it finds into data/sources.yml.

`make archive`, once a month. ARGS=--save also asks the archive to keep those of which it has no copy; the month after finds
them. One request at a time with a rest between, an end after some minutes, and what failed in one line each.

https://archive.org/help/wayback_api.php; https://web.archive.org/save
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from builder.content.records import Source
from builder.content.records.capture import Capture
from builder.content.records.load import load
from builder.writing.place import written

_FILE = "sources.yml"
_ASKING = {"User-Agent": "called-to-account-archive/1.0 (once a month, one request at a time)"}
_SECONDS_FOR_AN_ANSWER = 30
# So many failures in a row are the archive's, or the network's.
_MOST_FAILURES = 5

Say = Callable[[str], None]


@dataclass(frozen=True)
class Archive:
    """Where to ask, where to have pages kept, and how long to rest after each request, in seconds."""

    asked: str = "https://archive.org/wayback/available"
    saves: str = "https://web.archive.org/save/"
    rest: float = 4.0

    def capture(self, source: Source, today: datetime.date) -> Capture | None:
        """The capture nearest a source's date, or none. Raises OSError or ValueError where the answer is none."""
        date = source.issued or source.accessed
        near = {"timestamp": f"{date.end.latest:%Y%m%d}"} if date else {}
        answer = json.loads(self._get(f"{self.asked}?{urlencode({'url': source.URL, **near})}"))
        closest = answer["archived_snapshots"].get("closest")
        if not closest or closest.get("status") != "200":
            return None
        # The interface names its own captures without TLS.
        address = re.sub(r"^http:", "https:", str(closest["url"]))
        found = Capture.model_validate({"url": address, "seen": str(today)})
        return found if found.is_of(source.URL) else None

    def save(self, source: Source) -> None:
        """Asks for a copy to be made. Raises OSError where that is refused."""
        self._get(self.saves + quote(source.URL, safe=":/?&=%#"))

    def _get(self, address: str) -> bytes:
        try:
            with urlopen(Request(address, headers=_ASKING), timeout=_SECONDS_FOR_AN_ANSWER) as answer:
                content: bytes = answer.read()
                return content
        finally:
            time.sleep(self.rest)


def fill(data: Path, archive: Archive, say: Say, save: bool, until: float) -> int:
    """Writes the captures found into the file of sources, and gives how many.

    save: whether to send what has none; until: when to end, in seconds of time.monotonic().
    """
    records, _ = load(data)
    lacking = [source for source in records.of(Source).values() if not source.archived]
    found: dict[str, Capture] = {}
    try:
        for source, capture in _captures(lacking, archive, say, save, until):
            found[source.id] = capture
    finally:
        # What was found until a fault or an interruption stays found.
        lines = {records.raw["sources", key].line(["URL"]): capture for key, capture in found.items()}
        path = data / _FILE
        path.write_text(_with(path.read_text(encoding="utf-8"), lines), encoding="utf-8")
    say(f"{len(found)} captures written; {len(lacking) - len(found)} sources have none")
    return len(found)


def _captures(
    sources: list[Source], archive: Archive, say: Say, save: bool, until: float
) -> Iterator[tuple[Source, Capture]]:
    failures = 0
    for source in sources:
        if time.monotonic() > until:
            say("the time is up; the next run goes on")
            return
        try:
            capture = archive.capture(source, datetime.datetime.now(datetime.UTC).date())
            if capture:
                yield source, capture
            elif save:
                archive.save(source)
            failures = 0
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            failures += 1
            reason = error.reason if isinstance(error, URLError) else error
            say(f"{source.id}: no answer to use ({' '.join(str(reason).split())[:100]})")
        if failures == _MOST_FAILURES:
            say(f"{failures} failures in a row; the archive, or the network, is away")
            return


def _with(text: str, captures: dict[int, Capture]) -> str:
    """The file's text with a capture after each of some lines, 1-based, and all other lines as they are."""
    lines = []
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        lines.append(line)
        if number in captures:
            lines.append("  " + written({"archived": captures[number].model_dump(mode="json")}).removeprefix("- "))
    return "".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--save", action="store_true", help="send what has no copy to Save Page Now")
    parser.add_argument("--minutes", type=float, default=300, help="end after so many (default: %(default)s)")
    asked = parser.parse_args()
    fill(Path("data"), Archive(), print, asked.save, time.monotonic() + 60 * asked.minutes)
