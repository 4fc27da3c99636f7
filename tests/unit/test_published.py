"""An address that was published leads somewhere for ever, or the build says which does not."""

import shutil

import pytest
import yaml

from builder.content.published import Published, address_of
from builder.reports.addresses import add
from tests.conftest import ROOT

STANDING = {"/": set(), "/a/": {"one"}, "/b/": {"one", "two"}}


def told(listed=(), **moved):
    found = Published(
        {address: line for line, address in enumerate(listed, 1)},
        {old: (new, line) for line, (old, new) in enumerate(moved.get("moved", {}).items(), 1)},
    )
    ways, problems = found.ways_on(STANDING)
    return {page: dict(parts) for page, parts in ways.items()}, problems


@pytest.mark.parametrize(
    ("path", "part", "address"),
    [
        ("index.md", "", "/"),
        ("index.md", "top", "/#top"),
        ("help.md", "", "/help/"),
        ("about/index.md", "x", "/about/#x"),
        ("about/press.md", "x", "/about/press/#x"),
    ],
)
def test_a_page_has_one_address(path, part, address):
    assert address_of(path, part) == address


def test_what_stands_needs_no_way_on():
    assert told(["/", "/a/", "/a/#one"]) == ({}, [])


def test_a_page_that_moved_leads_on_with_its_parts_and_a_part_has_a_way_of_its_own():
    listed = ["/old/", "/old/#one", "/old/#three", "/a/#two"]
    moved = {"/old/": "/older/", "/older/": "/b/", "/old/#three": "/a/#one", "/a/": "/b/"}
    ways, problems = told(listed, moved=moved)
    assert problems == []
    assert ways["/old/"] == {"": "/b/", "one": "/b/#one", "three": "/a/#one"} and ways["/a/"] == {"two": "/b/#two"}


def test_all_parts_that_are_gone_from_a_page_may_lead_to_its_top_by_one_line():
    listed = ["/a/", "/a/#one", "/a/#gone", "/a/#lost", "/old/#gone"]
    ways, problems = told(listed, moved={"/a/#": "/a/", "/old/": "/a/"})
    assert problems == [] and ways["/a/"] == {"gone": "/a/", "lost": "/a/"} and ways["/old/"]["gone"] == "/a/"


@pytest.mark.parametrize(
    ("listed", "moved", "where", "said"),
    [
        (["/a/#one"], {"/a/#": "/a/"}, ("data/moved.yml", 1), "/a/# leads the parts of /a/ that are gone to /a/"),
        (["/a/#gone"], {"/a/#": "/b/"}, ("data/moved.yml", 1), "/a/# leads the parts of /a/ that are gone to /b/"),
        (["/", "/gone/"], {}, ("data/addresses.txt", 2), "/gone/ was published and leads nowhere any more"),
        (["/a/#gone"], {}, ("data/addresses.txt", 1), "/a/#gone was published and leads nowhere any more"),
        (["/x/"], {"/x/": "/y/", "/y/": "/x/"}, ("data/addresses.txt", 1), "/x/ was published and leads nowhere"),
        ([], {"/x/": "/nowhere/"}, ("data/moved.yml", 1), "/x/ is said to be at /nowhere/, which leads nowhere"),
        ([], {"/a/#one": "/b/#one"}, ("data/moved.yml", 1), "/a/#one has not moved: it is there"),
    ],
)
def test_an_address_without_a_way_on_is_told_with_its_line(listed, moved, where, said):
    _, problems = told(listed, moved=moved)
    assert (problems[0].file, problems[0].line) == where and said in problems[0].wrong and problems[0].right


def test_files_that_are_lost_or_malformed_are_told_with_their_line(tmp_path):
    (tmp_path / "data").mkdir()
    assert {each.file for each in Published.read(tmp_path)[1]} == {"data/addresses.txt", "data/moved.yml"}
    (tmp_path / "data" / "addresses.txt").write_text("/\nabout/press.md\n", encoding="utf-8")
    (tmp_path / "data" / "moved.yml").write_text("# Nothing\n/x/: https://example.org/\n", encoding="utf-8")
    found = [(each.file, each.line, each.wrong) for each in Published.read(tmp_path)[1]]
    assert found == [
        ("data/addresses.txt", 2, "'about/press.md' is no address of ours"),
        ("data/moved.yml", 2, "'https://example.org/' is no address of ours"),
    ]


def test_new_addresses_join_the_list_in_order_and_none_leaves_it(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "data" / "addresses.txt").write_text("/\n/gone/\n", encoding="utf-8")
    page = tmp_path / "site" / "about" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<main id="content"><article><h2 id="why">Why</h2><sup id="fnref:a"></sup></article><p id="foot"></p></main>',
        encoding="utf-8",
    )
    assert add(tmp_path, tmp_path / "site") == ["/about/", "/about/#why"]
    text = (tmp_path / "data" / "addresses.txt").read_text(encoding="utf-8")
    assert text == "/\n/about/\n/about/#why\n/gone/\n"
    assert add(tmp_path, tmp_path / "site") == []


def test_the_citation_file_has_what_its_schema_requires():
    # https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema.json
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"authors", "cff-version", "message", "title"} <= found.keys()
    assert found.keys() <= {
        "authors",
        "cff-version",
        "message",
        "title",
        "abstract",
        "keywords",
        "license",
        "type",
        "version",
        "date-released",
    }
    # What YAML takes for a date is no text, as its schema has it.
    assert isinstance(found["version"], str) and isinstance(found["date-released"], str)
    assert found["cff-version"] == "1.2.0" and found["type"] in ("dataset", "software")
    assert all(author.keys() <= {"name", "website"} and author["name"] for author in found["authors"])
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_name: {found['title']}\n" in settings
