"""Puts a new record, or what one changes in another, into its file, and leaves every other line as it is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import yaml

from builder.content.records import Record
from builder.content.records.load import Records
from builder.content.yaml_files import Loader

# What else keeps records together in a file.
_GROUPS = ("country", "group")


def written(fields: dict[str, Any]) -> str:
    """A record as its file writes it: a list of one item, every field on a line of its own."""
    text: str = yaml.dump([fields], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text


class _Dumper(yaml.SafeDumper):
    """Short lists and pairs on one line, dates without quotation marks, as people write them."""


def _list(dumper: _Dumper, items: list[Any]) -> yaml.Node:
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", items, not any(isinstance(item, dict) for item in items))
    for part in node.value:
        # A crime and its mode stand on one line.
        if isinstance(part, yaml.MappingNode) and len(part.value) == 2:
            part.flow_style = all(isinstance(value, yaml.ScalarNode) for _, value in part.value)
    return node


_Dumper.add_representer(list, _list)
_Dumper.yaml_implicit_resolvers = Loader.yaml_implicit_resolvers


def follower(records: Records, record: Record) -> Record | None:
    """The record of its kind before which a new one belongs; None where it belongs at the end.

    By date where the file is in the order of dates, else after the last of its country or group.
    """
    there = list(records.by_file[record.file].values())
    dates = [getattr(each, "date", None) for each in there]
    known = [date for date in dates if date]
    # As rules/order_of_events.py has it.
    if known and len(known) == len(there) and all(a.start.earliest <= b.end.latest for a, b in pairwise(known)):
        own = getattr(record, "date")  # noqa: B009 # only some kinds have one
        earlier = [n for n, date in enumerate(known) if date.start.earliest <= own.start.earliest]
        return there[earlier[-1] + 1] if earlier and earlier[-1] + 1 < len(there) else None
    for name in _GROUPS:
        alike = [n for n, each in enumerate(there) if getattr(each, name, "") == getattr(record, name, None)]
        if alike and alike[-1] + 1 < len(there):
            return there[alike[-1] + 1]
    return None


def put(text: str, item: str, line: int) -> tuple[str, int]:
    """A file's text with an item before the record on a line (1-based; 0 is the end), and the line it then stands on."""
    lines = text.rstrip("\n").split("\n")
    at = line - 1 if line else len(lines)
    # Comments and empty lines above a record are its own.
    while line and at and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    after = lines[at:]
    while after and not after[0].strip():
        after.pop(0)
    before = [*lines[:at], ""]
    return "\n".join([*before, *item.rstrip("\n").split("\n"), *([""] if after else []), *after]) + "\n", len(
        before
    ) + 1


def line_of(text: str, key: str) -> int:
    """The line of a file's text, 1-based, on which the record of an id begins; 0 where there is none."""
    begins = re.search(rf"^- \{{?id: ['\"]?{re.escape(key)}['\"]?\s*(?:[,#].*)?$", text, re.MULTILINE)
    return text.count("\n", 0, begins.start()) + 1 if begins else 0


def with_value(text: str, node: yaml.Node, value: object) -> str:
    """A file's text with another value where a node of it stands."""
    said = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=10_000).removesuffix("\n...\n").strip()
    return text[: node.start_mark.index] + said + text[node.end_mark.index :]


def with_item(text: str, node: yaml.SequenceNode, item: str) -> str:
    """A file's text with one item more in the list that a node of it is."""
    last = node.value[-1]
    if node.flow_style:
        return f"{text[: last.end_mark.index]}, {item}{text[last.end_mark.index :]}"
    start = text.rindex("\n", 0, last.start_mark.index) + 1
    indent = text[start : last.start_mark.index]
    return f"{text[: last.end_mark.index]}\n{indent}{item}{text[last.end_mark.index :]}"
