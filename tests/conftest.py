"""The site, built once for all tests that read it, and copies of the project for tests that break it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ("mkdocs.yml", "hooks.py", "builder", "data", "docs", "overrides", "templates")


def mkdocs(project, *arguments):
    """Runs MkDocs in a project as a contributor would and returns what happened, output and errors together."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    return subprocess.run(
        command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


class BuiltSite:
    """A built site: its folder, and each page parsed once."""

    def __init__(self, folder):
        self.folder = folder
        self.log = ""
        self._pages = {}

    @property
    def paths(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))

    def html(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path):
        if path not in self._pages:
            self._pages[path] = BeautifulSoup(self.html(path), "html.parser")
        return self._pages[path]

    def article(self, path):
        return self.page(path).select_one("article")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "site"
    result = mkdocs(ROOT, "build", "--site-dir", str(folder))
    assert result.returncode == 0, result.stdout
    built = BuiltSite(folder)
    built.log = result.stdout
    return built


@pytest.fixture
def project(tmp_path):
    """A copy of the project's inputs that a test may break."""
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path
