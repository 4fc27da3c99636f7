"""Google's Lighthouse on pages of a built site: a phone on a slow network, simulated."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from builder.editions.browser import FLAGS, PROGRAM

NPX = shutil.which("npx")
# npm keeps it in npx's own cache; the project does not depend on it.
COMMAND = (NPX or "", "--yes", "lighthouse@12")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


class LighthouseError(Exception):
    """Lighthouse could not be had or could not judge a page."""


@dataclass(frozen=True)
class Report:
    """scores: one for each of CATEGORIES, of 100; metrics: one for each of METRICS, in ms, the last in no unit;
    lost: what took points away, as (category, audit, its words)."""

    scores: tuple[float, ...]
    metrics: tuple[float, ...]
    lost: tuple[tuple[str, str, str], ...]


def median(reports: Sequence[Report]) -> Report:
    """Of each number the median, and everything that took points away in any run."""
    return Report(
        tuple(map(statistics.median, zip(*(report.scores for report in reports), strict=True))),
        tuple(map(statistics.median, zip(*(report.metrics for report in reports), strict=True))),
        tuple(dict.fromkeys(lost for report in reports for lost in report.lost)),
    )


def run(address: str) -> Report:
    """One run on one page. Raises LighthouseError."""
    flags = f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}"
    command = [*COMMAND, address, "--quiet", "--output=json", "--output-path=stdout", flags]
    environment = {**os.environ, "CHROME_PATH": PROGRAM}
    done = subprocess.run(command, env=environment, text=True, capture_output=True, check=False)
    if done.returncode:
        raise LighthouseError(" ".join(done.stderr.split()[-20:]))
    said = json.loads(done.stdout)
    if "runtimeError" in said:
        raise LighthouseError(said["runtimeError"]["message"])
    return Report(
        tuple(round((said["categories"][name]["score"] or 0) * 100) for name in CATEGORIES),
        tuple(said["audits"][name]["numericValue"] for name in METRICS),
        tuple(_lost(said)),
    )


def _lost(said: dict) -> list[tuple[str, str, str]]:
    """The audits that keep a category below 100."""
    return [
        (name, audit["id"], audit.get("displayValue") or audit["title"])
        for name in CATEGORIES
        if (said["categories"][name]["score"] or 0) < 1
        for reference in said["categories"][name]["auditRefs"]
        for audit in [said["audits"][reference["id"]]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1
    ]
