"""What one build leaves for the next, so that only what changed is made anew: in the same process, as under `make serve`, and,
of what costs most, in a folder for builds to come. Whoever deletes that folder loses nothing but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")
Owner = TypeVar("Owner")
Given = ParamSpec("Given")


# Some ten builds of which each changed all pages; what was not asked for longest goes first.
MOST_BYTES = 150_000_000


@dataclass(frozen=True)
class _Folder:
    """Where results lie, one a file. made_by: a few letters for the code and the libraries that made them."""

    path: Path
    made_by: str

    def entry(self, name: str, key: Hashable) -> Path:
        return self.path / f"{name}-{fingerprint([self.made_by, key])}"

    def load(self, name: str, key: Hashable) -> list[Any]:
        """The result as the one item of a list, which is empty where there is none that can be read."""
        path = self.entry(name, key)
        try:
            content = path.read_bytes()
            digest, pickled = content[:32], content[32:]
            if _digest_of(path, pickled) != digest:
                return []
            os.utime(path)
            return [pickle.loads(pickled)]
        except (OSError, EOFError, pickle.UnpicklingError):
            return []

    def save(self, name: str, key: Hashable, made: object) -> None:
        """Keeps a result where that can be done: whole, or not at all."""
        pickled, path = pickle.dumps(made, pickle.HIGHEST_PROTOCOL), self.entry(name, key)
        # A full disk, or a folder nobody may write to, makes the next build slower and no worse.
        with contextlib.suppress(OSError):
            with tempfile.NamedTemporaryFile(dir=self.path, prefix=".", delete=False) as file:
                beside = Path(file.name)
            try:
                beside.write_bytes(_digest_of(path, pickled) + pickled)
                beside.replace(path)
            except OSError:
                beside.unlink()

    def sweep(self) -> None:
        """Leaves half of what may be kept, the newest, where there is more."""
        entries = [
            (found.st_mtime, found.st_size, entry.path)
            for entry in os.scandir(self.path)
            if entry.is_file()
            for found in [entry.stat()]
        ]
        kept = sum(size for _, size, _ in entries)
        if kept > MOST_BYTES:
            for _, size, path in sorted(entries):
                if kept <= MOST_BYTES / 2:
                    break
                Path(path).unlink(missing_ok=True)
                kept -= size


def _digest_of(path: Path, pickled: bytes) -> bytes:
    """32 bytes for a result and the name under which it lies."""
    return hashlib.sha256(path.name.encode() + pickled).digest()


_folder: _Folder | None = None


def keep_in(path: Path, *code: Path) -> None:
    """Has caches with a name keep their results in a folder too, which is made where that can be done.

    code: the files and folders that make the results, beside the libraries that are installed, by their versions.
    """
    global _folder
    _folder = None
    installed = sorted(found.name for found in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    others = os.environ.get("PYTHONPATH", "")
    folder = _Folder(path, fingerprint([fingerprint_of(*code), sys.version, installed, others]))
    # Where it cannot be made or read, nothing is found in it and nothing kept.
    with contextlib.suppress(OSError):
        path.mkdir(exist_ok=True)
        folder.sweep()
        # What lies there is run as it is loaded: only from whoever builds.
        if not hasattr(os, "getuid") or path.stat().st_uid == os.getuid():
            _folder = folder


def forget() -> None:
    """Lets go of all that is kept in this process."""
    for each in _caches:
        each.forget()


class Cache(Generic[Key, Made]):
    """What was made, by all that it was made of: a key leaves nothing out on which the result depends.

    What is kept is never changed by whoever gets it. name: under which results are kept in a folder too; their keys are
    then written by `repr` alike in every process, and the results can be pickled.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._former: dict[Key, Made] = {}
        self._asked_for: dict[Key, Made] = {}
        _caches.append(self)

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """What was made of the same before, or what is made now."""
        if key not in self._asked_for:
            if key in self:
                self._asked_for[key] = self._former[key]
            else:
                self._asked_for[key] = made = make()
                if self._name and _folder:
                    _folder.save(self._name, key, made)
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
        if key in self._asked_for or key in self._former:
            return True
        for made in _folder.load(self._name, key) if self._name and _folder else ():
            self._former[key] = made
        return key in self._former

    def __bool__(self) -> bool:
        """Whether there was a build before in this process."""
        return bool(self._former)

    def forget(self) -> None:
        """Lets go of all that is kept in this process."""
        self._former, self._asked_for = {}, {}

    def turn(self) -> None:
        """Begins another build: lets go of what the last one did not ask for, or memory would grow with every save."""
        if self._asked_for:
            self._former, self._asked_for = self._asked_for, {}


_caches: list[Cache[Any, Any]] = []


# Some ten times the lines that there are, and few enough to stay in memory under `make serve`.
_MOST_TEXTS = 32_768


def by_text(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Has a function remember what it made of each text, for a text is held to the rules again with every save.

    make: of texts, and of what can be a key beside them; nobody changes what it gives.
    """
    # The library's type forgets which arguments the function takes.
    return cast(Callable[Given, Made], lru_cache(maxsize=_MOST_TEXTS)(make))


def once(owner: Owner, make: Callable[[Owner], Made]) -> Made:
    """What is made of an object that does not change, made when it is first asked for and kept as long as the object."""
    kept: dict[Callable[[Owner], Made], Made] = vars(owner).setdefault("_once", {})
    if make not in kept:
        kept[make] = make(owner)
    return kept[make]


def fingerprint(parts: Iterable[object]) -> str:
    """A few letters for what many results have in common, so that it is not compared for each of them."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


def fingerprint_of(*paths: Path, but: str = "") -> str:
    """A few letters for the names and contents of files, and of all files below folders, wherever these lie; what Python
    makes of its own beside them is left out, and files whose name ends with `but`.
    """
    files = ((path, file) for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]))
    written = (
        (path, file) for path, file in files if "__pycache__" not in file.parts and not (but and file.suffix == but)
    )
    return fingerprint(
        (file.relative_to(path.parent).as_posix(), file.is_symlink(), _digest(file)) for path, file in written
    )


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
