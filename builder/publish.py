"""Puts a finished build in place of the last one, whole or not at all."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path


class Staging:
    """A folder beside the site's in which a build is made, and which takes its place only if nothing complained.

    MkDocs empties its output before it reads the first page and counts warnings after it wrote the last, so a build
    that fails would otherwise leave half a site.
    """

    def __init__(self, logger: logging.Logger):
        self._complaints = _Complaints()
        logger.addHandler(self._complaints)

    def begin(self, site: Path) -> Path:
        """Gives the folder to build in, on the same file system as the site's."""
        self._site, self._stage = site, site.with_name(f".{site.name}.building")
        shutil.rmtree(self._stage, ignore_errors=True)
        return self._stage

    def finish(self, strict: bool) -> Path:
        """Swaps the new build in, unless `strict` and something complained. Gives the folder the site is in."""
        if not (strict and self._complaints.any):
            former = self._site.with_name(f".{self._site.name}.former")
            shutil.rmtree(former, ignore_errors=True)
            if self._site.exists():
                self._site.rename(former)
            self._stage.rename(self._site)
            shutil.rmtree(former, ignore_errors=True)
        return self._site

    def clear(self) -> None:
        """Removes what a failed build left."""
        if hasattr(self, "_stage"):
            shutil.rmtree(self._stage, ignore_errors=True)


class _Complaints(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True
