"""The downloads, opened with the libraries their users would open them with."""

import csv
import json

import bibtexparser
import frictionless
import pytest

from builder.content.records.load import load
from builder.downloads.columns import LIST_SEPARATOR, TABLES, holds
from tests.conftest import ROOT

RECORDS, _ = load(ROOT / "data")
# https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json, property `type`
CSL_TYPES = set(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)


def rows(site, name):
    with (site.folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_data_package_is_valid(site):
    report = frictionless.validate(str(site.folder / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == list(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_record_is_in_its_table_and_its_json(site, name):
    ids = list(getattr(RECORDS, name))
    assert [row["id"] for row in rows(site, name)] == ids
    content = json.loads((site.folder / "data" / f"{name}.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in content] == ids


def test_numbers_dates_and_lists_are_written_as_described(site):
    figure = next(row for row in rows(site, "figures") if row["id"] == "killed-2014")
    assert (float(figure["value"]), float(figure["low"]), float(figure["high"])) == (3100, 2100, 4400)
    event = next(iter(RECORDS.timeline.values()))
    row = rows(site, "timeline")[0]
    assert row["date"] == str(event.date)
    assert row["threads"].split(LIST_SEPARATOR) == event.threads


def test_the_csl_items_have_what_the_schema_requires(site):
    for item in json.loads((site.folder / "data/sources.json").read_text(encoding="utf-8")):
        assert item["id"] and item["type"] in CSL_TYPES
        for name in item.get("author", []):
            assert set(name) in ({"literal"}, {"family", "given"})
        for parts in item.get("issued", {}).get("date-parts", []):
            assert all(isinstance(part, int) for part in parts) and 1 <= len(parts) <= 3


def test_a_reference_manager_reads_the_bibtex(site):
    library = bibtexparser.parse_file(str(site.folder / "data/sources.bib"))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == list(RECORDS.sources)
    for entry in library.entries:
        assert entry["title"] and entry["url"].startswith("http")


def test_every_column_is_explained_on_the_figures_page(site):
    article = site.article("about/figures/index.html").get_text()
    for name, columns in TABLES.items():
        assert f"{name}.csv" in article
        for column in columns:
            assert holds(name, column) in article
