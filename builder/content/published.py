"""Every address that was ever published, and the way on from those where nothing stands any more.

data/addresses.txt lists them, a line each; `make addresses` adds what is new and takes nothing away. data/moved.yml says
where what moved has gone. https://www.w3.org/Provider/Style/URI
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from builder.content.problems import Problem
from builder.content.text_files import UnreadableError, read
from builder.content.yaml_files import YamlFault, read_yaml

LIST = "data/addresses.txt"
MOVED = "data/moved.yml"
_ADDRESS = re.compile(r"/(?:[a-z0-9_-]+/)*(?:#\S+)?")
# The parts of a page that stand nowhere any more, all of them: /about/press/#. Whoever asks for one lands on the page.
_GONE = "#"
_RIGHT = "write it from the site’s root on, as /about/press/ or /about/press/#bbc-2017"
# A way that goes through more moves than this goes in a circle.
_MOST_MOVES = 9


def address_of(path: str, part: str = "") -> str:
    """The address of a page, by its path from docs/, or of a part of it: about/press.md is at /about/press/."""
    page = re.sub(r"(?:^|(?<=/))index$", "", path.removesuffix(".md"))
    return f"/{page}{'/' if page and not page.endswith('/') else ''}{f'#{part}' if part else ''}"


@dataclass(frozen=True)
class Published:
    """listed: by address, its line in the list; moved: by address, where it went, and the line that says so."""

    listed: dict[str, int] = field(default_factory=dict)
    moved: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path) -> tuple[Published, list[Problem]]:
        """Both files of a project, and what is wrong with them."""
        found, problems = cls(), []
        try:
            lines = read(root / LIST, LIST, root / "data").splitlines()
            found.listed.update({line: number for number, line in enumerate(lines, 1)})
        except UnreadableError as error:
            problems.append(error.problem)
        try:
            raw = read_yaml(root / MOVED, MOVED, root / "data")
            for old, new in (raw.value if isinstance(raw.value, dict) else {}).items():
                found.moved[str(old)] = (str(new), raw.line([str(old)]))
        except YamlFault as fault:
            problems.append(fault.problem)
        written = [(LIST, line, old) for old, line in found.listed.items()]
        written += [(MOVED, line, each) for old, (new, line) in found.moved.items() for each in (old, new)]
        for file, line, address in written:
            if not _ADDRESS.fullmatch(address.removesuffix(_GONE) if file == MOVED else address):
                problems.append(Problem(file, line, "", f"{address!r} is no address of ours", _RIGHT))
        return found, problems

    def ways_on(self, standing: Mapping[str, Set[str]]) -> tuple[dict[str, dict[str, str]], list[Problem]]:
        """The ways on that readers need: by page, by part (empty for the page itself), the address where it is now.

        standing: by address, the parts of each page that is there. The problems are the addresses that lead nowhere.
        """
        ways: dict[str, dict[str, str]] = defaultdict(dict)
        problems = []
        for old in dict.fromkeys([*self.listed, *self.moved]):
            page, _, part = old.partition("#")
            if old.endswith(_GONE):
                problems += self._idle(old, standing)
                continue
            if _stands(old, standing):
                # Of a page that stands, its line says where the parts went that it lacks.
                if part and old in self.moved:
                    wrong, right = f"{old} has not moved: it is there", "delete the line, or rename the part"
                    problems.append(Problem(MOVED, self.moved[old][1], "", wrong, right))
                continue
            new = self._end(old, standing)
            if new:
                ways[page][part] = new
            elif old in self.listed:
                wrong = f"{old} was published and leads nowhere any more"
                right = f"restore it, or write where it went into {MOVED}: {old}: /the/new/#place"
                problems.append(Problem(LIST, self.listed[old], "", wrong, right))
            else:
                wrong = f"{old} is said to be at {self.moved[old][0]}, which leads nowhere"
                problems.append(Problem(MOVED, self.moved[old][1], "", wrong, "correct the address where it is now"))
        return ways, problems

    def lacks(self, standing: Mapping[str, Set[str]]) -> list[str]:
        """What stands and is not listed yet, in order. standing: as in `ways_on`."""
        there = {f"{page}#{part}" if part else page for page, parts in standing.items() for part in ("", *parts)}
        return sorted(there - self.listed.keys())

    def _end(self, old: str, standing: Mapping[str, Set[str]]) -> str:
        """Where the moves lead from an address; empty where that is nowhere."""
        for _ in range(_MOST_MOVES):
            page, _, part = old.partition("#")
            if old in self.moved:
                old = self.moved[old][0]
            elif part and page in self.moved:
                old = f"{self.moved[page][0]}#{part}"
            elif part and f"{page}{_GONE}" in self.moved:
                old = self.moved[f"{page}{_GONE}"][0]
            else:
                return ""
            if _stands(old, standing):
                return old
        return ""

    def _idle(self, gone: str, standing: Mapping[str, Set[str]]) -> list[Problem]:
        """What is wrong with a line for all parts of a page that are gone."""
        page, line = gone.removesuffix(_GONE), self.moved[gone][1]
        lost = [old for old in self.listed if old.startswith(gone) and not _stands(old, standing)]
        if page in standing and self.moved[gone][0] == page and lost:
            return []
        wrong = f"{gone} leads the parts of {page} that are gone to {self.moved[gone][0]}"
        right = f"let it lead to {page}, where that page stands and {LIST} has parts that it lost; else delete the line"
        return [Problem(MOVED, line, "", wrong, right)]


def _stands(address: str, standing: Mapping[str, Set[str]]) -> bool:
    page, _, part = address.partition("#")
    return page in standing and (not part or part in standing[page])
