"""A report of what may have grown old. `make stale`, or `make stale MONTHS=6`.

Figures and open cases by their date, pages by their review; what rests on words that nobody read; sentences that age.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator
from pathlib import Path

from builder.content.coverage import PROVEN, proven
from builder.content.pages import Page
from builder.content.pages import load as load_pages
from builder.content.records.load import Records, load
from builder.reports.ageing_sentences import ageing, idle


def months_between(earlier: datetime.date, later: datetime.date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def stale(records: Records, pages: list[Page], months: int, today: datetime.date) -> Iterator[tuple[int, str]]:
    """Each record or page older than `months`, with its age in months. Figures that were replaced are left out."""
    replaced = {figure.supersedes for figure in records.figures.values()}
    for figure in records.figures.values():
        age = months_between(figure.asof.end.latest, today)
        if age > months and figure.id not in replaced:
            yield age, f"data/figures.yml: {figure.id}, as of {figure.asof.words}: {figure.counts}"
    for case in records.cases.values():
        age = months_between(case.asof.end.latest, today)
        if age > months and case.status != "final":
            yield age, f"data/cases.yml: {case.id}, {case.status} as of {case.asof.words}"
    for page in pages:
        age = months_between(page.front.reviewed.end.latest, today)
        if age > months:
            yield age, f"docs/{page.path}, reviewed {page.front.reviewed.words}"


def unread(records: Records) -> Iterator[str]:
    """Each record, or decision of a court, whose sources' words nobody could read, with the reason."""
    for kind in PROVEN:
        for name, part in proven(records, kind):
            if part.unread:
                yield f"data/{kind.file}.yml: {name}: {part.unread}"


def main() -> None:
    """Prints the report: first what is oldest, then what was not read, then sentences without a ruling."""
    parser = argparse.ArgumentParser(description="List figures, open cases and pages older than a number of months.")
    parser.add_argument("--months", type=int, default=12)
    months = parser.parse_args().months
    root = Path(__file__).resolve().parents[2]
    records, _ = load(root / "data")
    pages, _ = load_pages(root / "docs")
    found = sorted(stale(records, list(pages.values()), months, datetime.date.today()), reverse=True)
    for age, what in found:
        print(f"{age:4} months  {what}")
    print(f"{len(found)} older than {months} months")
    without_words = list(unread(records))
    for what in without_words:
        print(f"unread  {what}")
    print(f"{len(without_words)} rest on words that nobody read")
    sentences = list(ageing(pages.values(), records))
    for sentence, why in sentences:
        print(f"{sentence.key}  {sentence.place}: {sentence.text} ({', '.join(why)})")
    print(f"{len(sentences)} sentences may age; rule on them in data/rulings.yml, or mend them")
    for key in idle(pages.values(), records):
        print(f"{key}  data/rulings.yml: the sentence does not stand anywhere any more; delete the ruling")


if __name__ == "__main__":
    main()
