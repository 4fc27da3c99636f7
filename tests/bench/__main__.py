"""Prints what the site weighs, costs to build and scores, beside an unmodified Material build of the same pages.

`python -m tests.bench [--scale] [--lighthouse-runs N]`
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from builder.editions.browser import MISSING, PROGRAM
from tests.bench import cost, lighthouse, projects
from tests.bench.serve import served
from tests.bench.weight import addresses, weights

BUILDS = 3
SCALES = (1, 10, 40)
# An article, and the two longest lists.
COMPARED = ("background/genocide/", "since/timeline/", "about/sources/")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--scale", action="store_true", help="build copies 10 and 40 times as large instead")
    parser.add_argument("--lighthouse-runs", type=int, default=3, metavar="N", help="runs a page; 0 for none")
    options = parser.parse_args()
    if not PROGRAM:
        parser.exit(1, f"{MISSING}\n")
    with tempfile.TemporaryDirectory() as name:
        ours = projects.copy(Path(name) / "ours")
        if options.scale:
            growth(ours)
            return
        stock = projects.stock(ours, Path(name) / "stock")
        builds(ours, stock)
        page_weights(ours / "site", stock / "site")
        if options.lighthouse_runs:
            scores(ours / "site", stock / "site", options.lighthouse_runs)


def builds(ours: Path, stock: Path) -> None:
    # In turn, so that other work on the machine falls on all.
    rounds = [
        (
            cost.build(projects.forgetful(ours)),
            cost.build(projects.edited(ours, number)),
            cost.build(ours),
            cost.build(stock),
        )
        for number in range(BUILDS)
    ]
    *mine, theirs = (cost.median(costs) for costs in zip(*rounds, strict=True))
    named = list(zip(("from nothing", "after an edited page", "nothing edited"), mine, strict=True))
    rows = [(name, *_costs(each), *each.over(theirs)) for name, each in named]
    rows.append(("Material", *_costs(theirs), "", "", ""))
    heads = ("", "seconds", "processor s", "peak MB", "ratios", "", "")
    table(f"Build, median of {BUILDS}", heads, rows)


def page_weights(ours: Path, stock: Path) -> None:
    mine, theirs = weights(ours), weights(stock)
    rows = [
        (
            address or "(home)",
            _kb(weight.page),
            _kb(weight.beside),
            weight.files,
            _kb(weight.total),
            _kb(theirs[address].total),
            f"{weight.total / theirs[address].total:.2f}",
        )
        # A page that only leads on has none to be compared with.
        for address, weight in mine.items()
        if address in theirs
    ]
    heads = ("page", "HTML", "beside it", "files", "total", "Material", "ratio")
    table("First view, KB with gzip", heads, rows)


def scores(ours: Path, stock: Path, runs: int) -> None:
    if not lighthouse.NPX:
        print("\nLighthouse: not run, because npx is not there (it comes with Node).")
        return
    try:
        reports = {address or "(home)": report for address, report in judged(ours, addresses(ours), runs)}
        reports |= {f"{address} (Material)": report for address, report in judged(stock, COMPARED, runs)}
    except lighthouse.LighthouseError as error:
        print(f"\nLighthouse: did not finish: {error}")
        return
    heads = ("page", *lighthouse.CATEGORIES, "FCP s", "LCP s", "TBT ms", "CLS")
    rows = [(page, *map(round, report.scores), *_metrics(report.metrics)) for page, report in reports.items()]
    table(f"Lighthouse, mobile, median of {runs}", heads, rows)
    lost = [(page, *each) for page, report in reports.items() for each in report.lost]
    if lost:
        table("What took points away, in any run", ("page", "category", "audit", ""), lost)


def judged(site: Path, pages: Iterable[str], runs: int) -> Iterable[tuple[str, lighthouse.Report]]:
    with served(site) as server:
        for page in pages:
            progress(f"Lighthouse: {page or '(home)'}")
            yield page, lighthouse.median([lighthouse.run(server.address + page) for _ in range(runs)])


def growth(ours: Path) -> None:
    found = []
    for times in SCALES:
        progress(f"growth: {times}x")
        project = projects.scaled(ours, ours.with_name(f"times-{times}"), times)
        found.append((projects.size(project), cost.build(project)))
        shutil.rmtree(project)
    rows = [
        (f"{times}x", pages, *_costs(each), f"{each.seconds / pages:.3f}")
        for times, (pages, each) in zip(SCALES, found, strict=True)
    ]
    heads = ("size", "pages", "seconds", "processor s", "peak MB", "seconds a page")
    table("Growth", heads, rows)
    for smaller, larger in ((0, 1), (1, 2)):
        points = [(found[index][0], found[index][1].processor) for index in (larger, smaller)]
        print(f"from {SCALES[smaller]}x to {SCALES[larger]}x: pages to the power of {cost.exponent(*points):.2f}")


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows in columns: words to the left, numbers to the right."""
    cells = [heads, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    words = [any(row[column][:1].isalpha() for row in cells[1:]) for column in range(len(heads))]
    print(f"\n{title}\n")
    for row in cells:
        aligned = zip(row, widths, words, strict=True)
        print("  ".join(f"{cell:{'<' if left else '>'}{width}}" for cell, width, left in aligned).rstrip())


def progress(words: str) -> None:
    """Says on the terminal what is being measured: some of it takes long."""
    print(words, file=sys.stderr)


def _costs(each: cost.Cost) -> tuple[str, ...]:
    return f"{each.seconds:.2f}", f"{each.processor:.2f}", f"{each.memory:.0f}"


def _metrics(metrics: Sequence[float]) -> tuple[str, ...]:
    first, largest, blocked, shift = metrics
    return f"{first / 1000:.2f}", f"{largest / 1000:.2f}", f"{blocked:.0f}", f"{shift:.3f}"


def _kb(size: int) -> str:
    return f"{size / 1024:.1f}"


if __name__ == "__main__":
    main()
