"""What one build leaves for the next is what it made of the same, whole, or nothing."""

import errno
import os

import pytest

from builder import cache
from builder.cache import Cache, keep_in


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder in which results are kept, as long as a test runs."""
    monkeypatch.setattr(cache, "_folder", None)
    (tmp_path / "code.py").write_text("1", encoding="utf-8")
    keep_in(tmp_path / "kept", tmp_path / "code.py")
    return tmp_path / "kept"


def made(key, name="pages"):
    """What a cache of a new process gives for a key, and whether it had to be made."""
    anew = []
    return Cache(name).get(key, lambda: anew.append(key) or f"made of {key}"), bool(anew)


def test_what_one_process_made_the_next_one_finds():
    assert made("a") == ("made of a", True)
    assert made("a") == ("made of a", False)


def test_another_key_and_another_name_are_made_anew():
    made("a")
    assert made("b") == ("made of b", True)
    assert made("a", "charts") == ("made of a", True)


def test_a_cache_without_a_name_leaves_nothing_behind(folder):
    made("a", "")
    assert list(folder.iterdir()) == []
    assert made("a", "") == ("made of a", True)


def test_other_code_makes_all_anew(folder, tmp_path):
    made("a")
    (tmp_path / "code.py").write_text("2", encoding="utf-8")
    keep_in(folder, tmp_path / "code.py")
    assert made("a") == ("made of a", True)


def test_what_python_leaves_beside_the_code_changes_nothing(folder, tmp_path):
    made("a")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "code.pyc").write_bytes(b"1")
    keep_in(folder, tmp_path / "code.py", tmp_path / "__pycache__")
    assert made("a") == ("made of a", False)


@pytest.mark.parametrize("spoilt", [b"", b"x", lambda whole: whole[:-1], lambda whole: whole[:-1] + b"\0"])
def test_what_was_half_written_or_changed_is_made_anew(folder, spoilt):
    made("a")
    (entry,) = folder.iterdir()
    entry.write_bytes(spoilt(entry.read_bytes()) if callable(spoilt) else spoilt)
    assert made("a") == ("made of a", True)
    assert made("a") == ("made of a", False)


def test_what_lies_under_another_name_is_not_taken_for_it(folder):
    made("a")
    (entry,) = folder.iterdir()
    entry.replace(cache._folder.entry("pages", "b"))
    assert made("b") == ("made of b", True)


def test_a_folder_of_somebody_else_is_left_alone(folder, tmp_path, monkeypatch):
    made("a")
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    keep_in(folder, tmp_path / "code.py")
    assert made("a") == ("made of a", True)


def test_where_an_entry_cannot_be_put_nothing_half_written_is_left(folder, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(type(folder), "write_bytes", full)
    assert made("a") == ("made of a", True)
    assert list(folder.iterdir()) == []


def test_a_place_where_nothing_can_be_kept_stops_nobody(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    keep_in(tmp_path / "taken", tmp_path / "code.py")
    assert made("a") == ("made of a", True)
    assert made("a") == ("made of a", True)


def test_the_folder_does_not_grow_for_ever(folder, tmp_path, monkeypatch):
    for number in range(6):
        made(number)
    size = sum(path.stat().st_size for path in folder.iterdir())
    # Room for five, and two and a half once it is too much.
    monkeypatch.setattr(cache, "MOST_BYTES", size * 5 // 6)
    entry = {number: cache._folder.entry("pages", number) for number in range(6)}
    for number, age in enumerate((10, 60, 50, 40, 30, 20)):
        os.utime(entry[number], (1_000 - age, 1_000 - age))
    keep_in(folder, tmp_path / "code.py")
    # The newest two: what was asked for last is as new as what was made last.
    assert {number for number, path in entry.items() if path.exists()} == {0, 5}
