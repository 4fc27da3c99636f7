"""`make preview-check` says what a reader would find changed, the gravest first, in ten lines."""

import json

import pytest

from builder.reports.preview import Built, changes


def site(folder, pages, figures, frame="Home"):
    for name, html in pages.items():
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        page = f"<!doctype html><title>T</title><script>var a = 1</script><nav id={frame}>{frame}</nav><article>{html}</article>"
        path.write_text(page, encoding="utf-8")
    (folder / "data").mkdir()
    listed = [{"id": name, "value": value, "asof": "2025"} for name, value in figures.items()]
    (folder / "data" / "figures.json").write_text(json.dumps(listed), encoding="utf-8")
    return Built.read(folder)


def test_pages_figures_totals_and_lost_addresses_are_told(tmp_path):
    old = site(
        tmp_path / "old", {"": "<h1>Home</h1>", "a": '<h2 id="x">One two three</h2>', "b": "<p>Gone</p>"}, {"n": 1}
    )
    new = site(tmp_path / "new", {"": "<h1>Home</h1>", "a": '<h2 id="y">One two four</h2>'}, {"n": 2, "m": 3})
    assert changes(old, new) == [
        "addresses that lead nowhere now: a/#x, b/",
        "figure m: not there -> 3 2025",
        "figure n: 1 2025 -> 2 2025",
        "records: figures 1 -> 2",
        "new addresses: a/#y; make addresses lists them, last of all",
        "page a/: 3 -> 3 words, first at “One two four”",
    ]


def test_a_change_of_navigation_is_one_line_and_its_ids_are_no_addresses(tmp_path):
    pages = {name: f"<h1>{name}</h1>" for name in ("", *"abcdefghijkl")}
    old, new = site(tmp_path / "old", pages, {}), site(tmp_path / "new", pages, {}, "House")
    assert changes(old, new) == ["navigation and frame: changed on 13 pages, first at “T House”"]


def test_ten_lines_at_most_and_nothing_is_said_plainly(tmp_path):
    old = site(tmp_path / "old", {"": "a"}, {f"n{number}": 1 for number in range(20)})
    new = site(tmp_path / "new", {"": "a"}, {f"n{number}": 2 for number in range(20)})
    assert len(changes(old, new)) == 10 and changes(old, new)[-1] == "and 11 more lines"
    assert changes(old, old) == ["nothing changed for readers"]


def test_a_folder_without_a_site_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="make build writes one"):
        Built.read(tmp_path)
