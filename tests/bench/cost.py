"""What a build costs: time and memory of a process of its own."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """seconds: by the clock; processor: seconds of a processor, which other work on the machine changes less;
    memory: the peak, in MB.
    """

    seconds: float
    processor: float
    memory: float

    def over(self, other: Cost) -> list[str]:
        """This cost as a multiple of another's."""
        return [f"{mine / theirs:.2f}" for mine, theirs in zip(astuple(self), astuple(other), strict=True)]


def build(project: Path) -> Cost:
    """Builds a project into its own site/, in a fresh process. Stops everything where the build fails."""
    # Linux counts into the peak of a child what its parent held when it started the child. So the build's parent is
    # this file by itself, which holds next to nothing.
    done = subprocess.run([sys.executable, __file__, project], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the build of {project} failed:\n{done.stderr}")
    return Cost(**json.loads(done.stdout))


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*map(astuple, costs), strict=True)))


def exponent(larger: tuple[float, float], smaller: tuple[float, float]) -> float:
    """By which power of its size a cost grows, from two (size, cost): 1 is in proportion."""
    return math.log(larger[1] / smaller[1]) / math.log(larger[0] / smaller[0])


def _measure(project: str) -> int:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=sys.stderr, stderr=sys.stderr
    )
    _, status, usage = os.wait4(process.pid, 0)
    cost = Cost(
        time.perf_counter() - started,
        usage.ru_utime + usage.ru_stime,
        # Kilobytes, but bytes on macOS.
        usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
    )
    process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps(asdict(cost)))
    return process.returncode


if __name__ == "__main__":
    sys.exit(_measure(sys.argv[1]))
