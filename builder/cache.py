"""What one build leaves for the next in the same process, so that `make serve` makes anew only what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")
Owner = TypeVar("Owner")


class Cache(Generic[Key, Made]):
    """What was made, by all that it was made of: a key leaves nothing out on which the result depends.

    What is kept is never changed by whoever gets it.
    """

    def __init__(self) -> None:
        self._former: dict[Key, Made] = {}
        self._asked_for: dict[Key, Made] = {}

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """What was made of the same before, or what is made now."""
        if key not in self._asked_for:
            self._asked_for[key] = self._former[key] if key in self._former else make()
        return self._asked_for[key]

    def get_all(
        self, keys: Iterable[Key], make: Callable[[list[Key]], list[Made]], size: Callable[[Key], int]
    ) -> dict[Key, Made]:
        """What was made of each before; what was not is made together, the largest first, for that shares out best."""
        keys = list(dict.fromkeys(keys))
        new = sorted((key for key in keys if key not in self), key=size, reverse=True)
        made = dict(zip(new, make(new), strict=True))
        return {key: self.get(key, partial(made.__getitem__, key)) for key in keys}

    def __contains__(self, key: Key) -> bool:
        """Whether it was made before."""
        return key in self._asked_for or key in self._former

    def __bool__(self) -> bool:
        """Whether there was a build before."""
        return bool(self._former)

    def turn(self) -> None:
        """Begins another build: lets go of what the last one did not ask for, or memory would grow with every save."""
        if self._asked_for:
            self._former, self._asked_for = self._asked_for, {}


def once(owner: Owner, make: Callable[[Owner], Made]) -> Made:
    """What is made of an object that does not change, made when it is first asked for and kept as long as the object."""
    kept: dict[Callable[[Owner], Made], Made] = vars(owner).setdefault("_once", {})
    if make not in kept:
        kept[make] = make(owner)
    return kept[make]


def fingerprint(parts: Iterable[object]) -> str:
    """A few letters for what many results have in common, so that it is not compared for each of them."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


def fingerprint_of(*paths: Path) -> str:
    """A few letters for the names and contents of files, and of all files below folders, wherever these lie."""
    files = ((path, file) for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]))
    return fingerprint((file.relative_to(path.parent).as_posix(), _digest(file)) for path, file in files)


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
