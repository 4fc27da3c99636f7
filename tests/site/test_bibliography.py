"""The bibliography as a reader gets it from the programs that render it: pandoc's citeproc and citation-js, in two styles."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from builder.content.records.load import load
from tests.conftest import ROOT

SOURCES = load(ROOT / "data")[0].sources
NODE = Path(sys.executable).with_name("node")
MODULES = Path(sys.executable).parent.parent / "node"
SCRIPT = ROOT / "tests" / "node" / "bibliography.js"
STYLES = ("apa", "harvard1")
CITATION_JS = [("citation-js", file) for file in ("sources.json", "sources.bib", "sources.ris")]
# Debian's pandoc reads no RIS.
EVERY = [*CITATION_JS, ("pandoc", "sources.json"), ("pandoc", "sources.bib")]


@pytest.fixture(scope="module")
def bibliography(site, once):
    """What the programs make of our files: issued, by file and source's id the date as citation-js reads it; rendered, by
    program, file and style each source's entry in words, by id.
    """

    def make(folder):
        texts, issued = {}, {}
        for program, name in CITATION_JS:
            command = [NODE, SCRIPT, site.folder / "data" / name, *STYLES]
            said = json.loads(subprocess.run(command, cwd=MODULES, capture_output=True, text=True, check=True).stdout)
            issued[name] = said["issued"]
            for style, entries in said["rendered"].items():
                texts[f"{program} {name} {style}"] = {key: " ".join(text.split()) for key, text in entries.items()}
        for style, csl in said["styles"].items():
            (folder / f"{style}.csl").write_text(csl, encoding="utf-8")
            for name in ("sources.json", "sources.bib"):
                command = ["pandoc", "--from=markdown", "--to=html", "--citeproc"]
                options = [f"--bibliography={site.folder / 'data' / name}", f"--csl={folder / style}.csl"]
                everything = "---\nnocite: '@*'\n---\n"
                result = subprocess.run(
                    [*command, *options], input=everything, capture_output=True, text=True, check=True
                )
                assert result.stderr == ""
                entries = BeautifulSoup(result.stdout, "html.parser").select("[id^=ref-]")
                texts[f"pandoc {name} {style}"] = {
                    entry["id"][4:]: " ".join(entry.get_text().split()) for entry in entries
                }
        (folder / "made.json").write_text(json.dumps({"issued": issued, "rendered": texts}), encoding="utf-8")

    return json.loads((once("bibliography", make) / "made.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rendered(bibliography):
    return bibliography["rendered"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("program, name", EVERY)
def test_every_source_comes_out_with_its_title_and_address_and_nothing_foreign(rendered, program, name, style):
    texts = rendered[f"{program} {name} {style}"]
    assert sorted(texts) == sorted(SOURCES)
    for key, text in texts.items():
        source = SOURCES[key]
        assert source.URL in text or (source.DOI or "-") in text, text
        # The archive's address as a shelf mark, an American statute, a body cut or parted at its "and", TeX left over.
        for foreign in ("web.archive.org", "Pub. L.", "co-author", "echreport", "\\", "{"):
            assert foreign in f"{source.URL}{source.title}" or foreign not in text, text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("program, name", EVERY)
def test_bodies_whose_name_holds_an_and_stay_whole(rendered, program, name, style):
    chosen = [source for source in SOURCES.values() if source.type == "report" and " and " in (source.publisher or "")]
    assert chosen
    for source in chosen:
        assert source.publisher in rendered[f"{program} {name} {style}"][source.id]


@pytest.mark.parametrize("program, name", EVERY)
def test_documents_of_the_united_nations_come_out_with_their_symbol_and_their_body(rendered, program, name):
    for key in ("sres-2379", "coi-2016"):
        text = rendered[f"{program} {name} apa"][key]
        assert SOURCES[key].number in text and SOURCES[key].publisher in text and "UN Document" in text, text


@pytest.mark.parametrize("name", ["sources.json", "sources.bib"])
def test_newspapers_and_pages_come_out_with_their_day(rendered, name):
    text = rendered[f"pandoc {name} apa"]
    assert "(2020, April 24)" in text["abendblatt-2020-04-24"]
    assert "(2021, February 3)" in text["clooney-yazda-2021"]


@pytest.mark.parametrize("name", ["sources.json", "sources.bib", "sources.ris"])
def test_dates_are_read_as_precisely_as_they_are_known(bibliography, name):
    # From RIS citation-js takes the year of PY where it could take the day of DA, but for pages.
    issued = bibliography["issued"][name]
    for key, source in SOURCES.items():
        if source.issued and (name != "sources.ris" or source.type == "webpage"):
            start = source.issued.start
            known = [part for part in (start.year, start.month, start.day) if part]
            assert [int(part) for part in issued[key]["date-parts"][0]] == known, key


def test_a_ris_entry_begins_with_its_type_and_ends_with_its_end(site):
    """As https://en.wikipedia.org/wiki/RIS_(file_format) tells it: a tag of two signs, two spaces, a dash, a space."""
    entries = (site.folder / "data/sources.ris").read_text(encoding="utf-8").strip("\n").split("\n\n")
    assert len(entries) == len(SOURCES)
    for entry in entries:
        lines = entry.split("\n")
        assert lines[0].startswith("TY  - ") and lines[-1] == "ER  - "
        assert all(line[:2].isalnum() and line[2:6] == "  - " for line in lines), entry
        # Zotero takes it for the day on which a page was visited, or for the issue of a journal.
        assert not any(line.startswith("M1") for line in lines), entry
    numbered = {source.id for source in SOURCES.values() if source.number}
    assert len(numbered) > 50
    assert [
        key
        for key, entry in zip(SOURCES, entries, strict=True)
        if key in numbered
        and not re.search(rf"^(SN|SV|T2|N1)  - {re.escape(SOURCES[key].number)}$", entry, re.MULTILINE)
    ] == []
