"""The downloads, opened with the libraries their users would open them with."""

import csv
import json
import re
from dataclasses import replace

import bibtexparser
import frictionless
import jsonschema
import pytest

from builder.content.records.load import load
from builder.downloads import downloads
from builder.downloads.columns import LIST_SEPARATOR, SHAPE, TABLES, holds
from builder.downloads.datapackage import ChartTable
from tests.conftest import ROOT
from tests.site.test_site import html_of

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
    with (site.folder / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_data_package_is_valid(site):
    report = frictionless.validate(str(site.folder / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    charts = [path.stem for path in (site.folder / "data/pictures").glob("*.csv")]
    names = [task.name for task in report.tasks]
    assert names[: len(TABLES)] == list(TABLES) and sorted(names[len(TABLES) :]) == sorted(charts)


def test_the_data_package_is_one_of_version_2_and_says_whence_it_is(site):
    """By the profile https://datapackage.org publishes, which is free of copyright: datapackage-2.0.json."""
    package = json.loads((site.folder / "data" / "datapackage.json").read_text(encoding="utf-8"))
    profile = json.loads((ROOT / "tests/site/datapackage-2.0.json").read_text(encoding="utf-8"))
    faults = [
        f"{list(fault.path)}: {fault.message}" for fault in jsonschema.Draft7Validator(profile).iter_errors(package)
    ]
    assert faults == []
    newest = max(str(change.date.end) for change in RECORDS.changes.values())
    assert package["created"] == f"{newest}T00:00:00Z"
    assert package["version"] == f"{SHAPE}.{newest.replace('-', '')}.0"
    assert package["homepage"] == "http://127.0.0.1:8000/"
    assert package["contributors"] and package["sources"] and package["licenses"]
    references = {
        (resource["name"], field): key["reference"].get("resource", resource["name"])
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", [])
        for field in key["fields"]
    }
    assert references == {
        ("figures", "supersedes"): "figures",
        ("figures", "part_of"): "figures",
        ("claims", "quote"): "quotes",
        ("quotes", "source"): "sources",
        ("citations", "source"): "sources",
    }


def test_a_package_that_was_kept_is_not_taken_for_that_of_other_charts():
    chart = ChartTable("a-chart", "What it shows", "How to read it", "https://example.org/#a-chart", ("What",), ())
    for charts in ((), (chart,), (replace(chart, title="What else it shows"),)):
        package = json.loads(downloads(RECORDS, "https://example.org/", charts)["datapackage.json"])
        assert [resource["title"] for resource in package["resources"] if "title" in resource] == [each.title for each in charts]  # fmt: skip


def test_the_columns_are_those_that_programs_out_there_read():
    """Where a column was dropped, renamed or given another meaning, raise SHAPE; then write the columns into the file."""
    frozen = json.loads((ROOT / "tests/site/columns.json").read_text(encoding="utf-8"))
    columns = {name: {column.name: column.type for column in columns} for name, columns in TABLES.items()}
    assert frozen == {"shape": SHAPE, "columns": columns}
    assert [[*frozen["columns"][name]] for name in TABLES] == [
        [column.name for column in TABLES[name]] for name in TABLES
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_spreadsheet_knows_the_signs_and_takes_no_cell_for_a_formula_or_unannounced_for_a_date(site, name):
    assert (site.folder / "data" / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    told = {code.get_text() for code in site.article("about/figures/index.html").select("#in-a-spreadsheet ~ p code")}
    month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    date = re.compile(
        rf"\d{{1,4}}[-/.]\d{{1,2}}([-/.]\d{{1,4}})?|({month})[a-z]*[ -]\d+|\d+[ -]({month})[a-z]*([ -]\d+)?",
        re.IGNORECASE,
    )
    types = {column.name: column.type for column in TABLES[name]}
    for row in rows(site, name):
        for column, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (name, row["id"], column)
            if date.fullmatch(cell) and types[column] == "string":
                assert column in told, (name, row["id"], column, cell)


def test_every_citation_has_a_row(site):
    cited = {(row["record"], row["field"], row["source"], row["locator"]) for row in rows(site, "citations")}
    for name in TABLES:
        for record in getattr(RECORDS, name, {}).values():
            for field, citation in record.citations():
                assert (record.id, re.sub(r"\.\d+", "", field), citation.key, citation.locator) in cited


@pytest.mark.parametrize("name", [name for name in TABLES if name != "citations"])
def test_every_record_is_in_its_table_and_its_json(site, name):
    ids = list(getattr(RECORDS, name))
    assert [row["id"] for row in rows(site, name)] == ids
    content = json.loads((site.folder / "data" / f"{name}.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in content] == ids


def test_the_list_of_changes_is_data_in_its_own_words_and_each_row_leads_to_its_page(site):
    written = [[change.id, str(change.date), change.page, change.what, change.why] for change in RECORDS.changes.values()]  # fmt: skip
    assert [list(row.values()) for row in rows(site, "changes")] == written
    content = json.loads((site.folder / "data/changes.json").read_text(encoding="utf-8"))
    assert [list(item.values()) for item in content] == written
    for name, _, page, *_ in written:
        path, _, part = page.partition("#")
        assert site.with_id("about/changes/index.html", name)
        assert not part or site.with_id(html_of(path), part), name
    there = {link["href"] for link in site.article("about/changes/index.html").select("a[href*='/data/']")}
    assert there == {"../../data/changes.csv", "../../data/changes.json"}


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
