"""The site, built once for all tests that read it, and copies of the project for tests that break it."""

import fcntl
import functools
import gc
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from builder.content.inputs import copy_inputs
from builder.editions.browser import launch
from builder.serving.server import header_rules

ROOT = Path(__file__).resolve().parent.parent
HOME = "https://example.org/called/"
# As in a build: what is made is many parts, of which few are dropped in circles.
gc.set_threshold(100_000, 50, 100)


def pytest_terminal_summary(terminalreporter):
    """How many corruptions were tried, how many were caught, how many with their place named, how many change nothing."""
    # The last report of each test has all that it told.
    reports = [report for report in terminalreporter.stats.get("", []) if getattr(report, "when", "") == "teardown"]
    said = [value for report in reports for name, value in report.user_properties if name == "fault"]
    if said:
        counts = ", ".join(f"{said.count(word)} {word}" for word in ("tried", "caught", "named", "harmless"))
        terminalreporter.write_line(f"corruptions: {counts}")


def mkdocs(project, *arguments, **variables):
    """Runs MkDocs in a project as a contributor would and returns what happened, output and errors together."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", **variables}
    return subprocess.run(
        command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def build_site(folder, **variables):
    """Builds the project's site into site/ of a folder, with what the build said beside it, in log."""
    result = mkdocs(ROOT, "build", "--site-dir", str(folder / "site"), **variables)
    assert result.returncode == 0, result.stdout
    (folder / "log").write_text(result.stdout, encoding="utf-8")


class BuiltSite:
    """A site that `build_site` built: its folder, what the build said, and each page parsed once."""

    def __init__(self, folder):
        self.folder = folder / "site"
        self.log = (folder / "log").read_text(encoding="utf-8")
        self._pages = {}
        self._by_id = {}

    @property
    def paths(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))

    @property
    def headers(self):
        """What the site asks its host to send, by path."""
        return header_rules((self.folder / "_headers").read_text(encoding="utf-8"))

    def html(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path):
        if path not in self._pages:
            self._pages[path] = BeautifulSoup(self.html(path), "html.parser")
            # A page parsed is kept: the collector need not walk its many parts again and again.
            gc.freeze()
        return self._pages[path]

    def with_id(self, path, name):
        """The elements of a page that have an id: one, if all is well."""
        if path not in self._by_id:
            found = self._by_id[path] = {}
            for element in self.page(path).select("[id]"):
                found.setdefault(element["id"], []).append(element)
        return self._by_id[path].get(name, [])

    def article(self, path):
        return self.page(path).select_one("article")


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Has a folder that many tests read made by the first process that asks for it: once(name, make) gives its path."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made(name, make):
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                unfinished = shared / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                make(unfinished)
                unfinished.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def site(once):
    return BuiltSite(once("built", build_site))


@pytest.fixture(scope="session")
def hosted(once):
    """The site as it is hosted: at an address that others can reach, below its root, with every edition promised in its footer."""
    variables = dict.fromkeys(("HANDBOOK", "EPUB", "OFFLINE", "SHEET"), "true")
    return BuiltSite(once("hosted", functools.partial(build_site, SITE_URL=HOME, **variables)))


def forget_reading(folder):
    """Leaves one page of a copy as it was proofread: what is changed or added elsewhere is tried for what else there is to say."""
    path = folder / "data" / "proofread.txt"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if line.startswith("docs/about/press.md ")), encoding="utf-8")


def copy_project(folder):
    """Puts a copy of the project's inputs, which a test may break, into a folder."""
    copy_inputs(ROOT, folder)
    # What builds keep for each other is kept by all that it was made of, wherever that lies.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    forget_reading(folder)
    return folder


@pytest.fixture
def project(tmp_path):
    """A copy of the project's inputs that a test may break."""
    return copy_project(tmp_path)


class _Published(http.server.SimpleHTTPRequestHandler):
    """Serves a site with the headers it asks its host for."""

    rules: dict = {}

    def end_headers(self):
        for path in ("/*", self.path.partition("?")[0]):
            for name, value in self.rules.get(path, {}).items():
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    served = type("Served", (_Published,), {"rules": site.headers})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(served, directory=str(site.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def browser(chromium):
    """A browser in which whatever a page's policy forbids, and whatever its scripts fail at, fails the test."""
    complaints = []

    class Watched:
        def new_context(self, **options):
            context = chromium.new_context(**options)
            context.on("weberror", lambda error: complaints.append(str(error.error)))
            context.on("console", lambda said: said.type == "error" and complaints.append(said.text))
            return context

        def new_page(self, **options):
            return self.new_context(**options).new_page()

    yield Watched()
    assert complaints == []


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2
    )
    yield context.new_page()
    context.close()
