"""Puts a finished build in place of the last one, whole or not at all, whoever else builds at the same time."""

from __future__ import annotations

import ctypes
import logging
import os
import re
import shutil
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.content.problems import Problem, ProblemsFound
from builder.publishing import security

# What people and hosts keep in a published folder: a repository, a domain's name, proofs that it is theirs.
_KEPT = re.compile(r"\..+|CNAME")
_SOURCES = {".md", ".py", ".yml", ".yaml", ".toml", ".in"}


class Staging:
    """A folder beside the site's in which a build is made, and which takes its place only if nothing complained.

    MkDocs empties its output before it reads the first page and counts warnings after it wrote the last, so a build
    that fails, or is killed, would otherwise leave half a site. Each process has a stage of its own.
    """

    def __init__(self, logger: logging.Logger):
        self._complaints = _Complaints()
        logger.addHandler(self._complaints)

    def begin(self, site: Path, root: Path) -> Path:
        """Gives the folder to build in, on the same file system as the site's. root: of the project.

        Raises ProblemsFound where the site's folder may not be replaced, OSError where it cannot be written beside it.
        """
        self._complaints.any = False
        if fault := _not_ours(site, root):
            raise ProblemsFound([fault])
        self._site, self._stage = site, site.with_name(f".{site.name}.{os.getpid()}.building")
        site.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            if self._former.exists() and not site.exists():
                # A build was killed between the two steps of `_swap`.
                self._former.rename(site)
            for left in (self._former, *self._abandoned(), self._stage):
                # What another user left stays; it is in nobody's way.
                shutil.rmtree(left, ignore_errors=True)
            self._stage.mkdir()
        return self._stage

    def finish(self, strict: bool) -> Path:
        """Swaps the new build in, unless `strict` and something complained. Gives the folder the site is in."""
        if not (strict and self._complaints.any):
            with self._alone():
                former = set(security.written_in(self._site))
                for entry in self._site.iterdir() if self._site.exists() else ():
                    if _KEPT.fullmatch(entry.name):
                        _carry(entry, self._stage / entry.name, former)
                self._swap()
            for left in (self._former, self._stage):
                shutil.rmtree(left, ignore_errors=True)
        return self._site

    def clear(self) -> None:
        """Removes what a failed build left."""
        if hasattr(self, "_stage"):
            shutil.rmtree(self._stage, ignore_errors=True)

    def _swap(self) -> None:
        if not self._site.exists():
            self._stage.rename(self._site)
        elif not _exchange(self._stage, self._site):
            self._site.rename(self._former)
            self._stage.rename(self._site)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Waits until no other build swaps or clears beside the same site, and lets none until it is done."""
        if sys.platform == "win32":
            yield
            return
        import fcntl

        # The folder itself is locked, so that no file of the lock is left in it.
        folder = os.open(self._site.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _abandoned(self) -> Iterator[Path]:
        """The stages of builds that run no more."""
        for path in self._site.parent.glob(f".{self._site.name}.*.building"):
            process = path.name.split(".")[-2]
            if process.isdigit() and not _runs(int(process)):
                yield path

    @property
    def _former(self) -> Path:
        return self._site.with_name(f".{self._site.name}.former")


def _not_ours(site: Path, root: Path) -> Problem | None:
    """Why a folder may not be replaced by a site, if there is a reason."""

    def problem(wrong: str, right: str) -> Problem:
        return Problem(str(site), 0, "", wrong, right)

    elsewhere = "build into a folder of its own: mkdocs build --site-dir /a/new/folder"
    if site.is_symlink():
        return problem(
            "the site’s folder is a link, which a build would replace", f"{elsewhere}, or the folder it leads to"
        )
    if os.path.ismount(site):
        return problem("the site’s folder is a mount point, which cannot be replaced", f"{elsewhere}, below the mount")
    if site.exists() and not site.is_dir():
        return problem("there is a file where the site’s folder should be", elsewhere)
    if root.resolve().is_relative_to(site.resolve()) or any(
        site.resolve().is_relative_to(each) for each in _inputs(root)
    ):
        return problem("it holds the sources of the site, which a build would delete", elsewhere)
    # A page's copy in Markdown has the page's whole name before its ending.
    found = (path for path in site.glob("*") if path.suffix in _SOURCES and not path.name.endswith(".html.md"))
    sources = sorted(path.name for path in found) if site.is_dir() else []
    there = sorted(path.name for path in site.iterdir() if not _KEPT.fullmatch(path.name)) if site.is_dir() else []
    foreign = sources or ([] if any(name.endswith(".html") for name in there) else there)
    if foreign:
        return problem(f"it holds {foreign[0]}, which no build has written and this one would delete", elsewhere)
    return None


def _inputs(root: Path) -> Iterator[Path]:
    """The folders of a project that hold what people wrote: those with a source somewhere in them."""
    for path in root.iterdir():
        site = path.name == "site" or path.name.startswith(".site")
        if path.is_dir() and not site and (path.name.startswith(".") or any(map(_written, path.rglob("*")))):
            yield path.resolve()


def _written(path: Path) -> bool:
    return path.suffix in _SOURCES and path.is_file()


def _carry(entry: Path, to: Path, former: Container[Path]) -> None:
    """Puts what people keep in place of what the build wrote under the same name, but nothing that an earlier build wrote."""
    if entry in former:
        return
    if entry.is_dir() and not entry.is_symlink():
        to.mkdir(exist_ok=True)
        for each in entry.iterdir():
            _carry(each, to / each.name, former)
        shutil.copystat(entry, to)
    else:
        # Copying into a folder, or along a link, would leave it where it is.
        shutil.rmtree(to) if to.is_dir() and not to.is_symlink() else to.unlink(missing_ok=True)
        shutil.copy2(entry, to, follow_symlinks=False)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        # Another user's.
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in a single step, where the system can: renameat2(2), RENAME_EXCHANGE. Says whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    here, exchange = -100, 2
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True
