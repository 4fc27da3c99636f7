"""Puts a finished build in place of the last one, whole or not at all."""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sys
from pathlib import Path


class Staging:
    """A folder beside the site's in which a build is made, and which takes its place only if nothing complained.

    MkDocs empties its output before it reads the first page and counts warnings after it wrote the last, so a build
    that fails, or is killed, would otherwise leave half a site.
    """

    def __init__(self, logger: logging.Logger):
        self._complaints = _Complaints()
        logger.addHandler(self._complaints)

    def begin(self, site: Path) -> Path:
        """Gives the folder to build in, on the same file system as the site's."""
        self._complaints.any = False
        self._site, self._stage = site, site.with_name(f".{site.name}.building")
        former = self._former
        if former.exists() and not site.exists():
            # A build was killed between the two steps of `_exchange`.
            former.rename(site)
        for left in (former, self._stage):
            shutil.rmtree(left, ignore_errors=True)
        return self._stage

    def finish(self, strict: bool) -> Path:
        """Swaps the new build in, unless `strict` and something complained. Gives the folder the site is in."""
        if not (strict and self._complaints.any):
            if not self._site.exists():
                self._stage.rename(self._site)
            elif not _exchange(self._stage, self._site):
                self._site.rename(self._former)
                self._stage.rename(self._site)
            for left in (self._former, self._stage):
                shutil.rmtree(left, ignore_errors=True)
        return self._site

    def clear(self) -> None:
        """Removes what a failed build left."""
        if hasattr(self, "_stage"):
            shutil.rmtree(self._stage, ignore_errors=True)

    @property
    def _former(self) -> Path:
        return self._site.with_name(f".{self._site.name}.former")


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
