"""What a script looks for in a page is what something writes there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tree_sitter import Node

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.scripts import WORKER, Script, said, scripts, words

_LOOKS = {"querySelector", "querySelectorAll", "closest", "matches", "getElementById", "getElementsByClassName"}
_CLASS, _ID = re.compile(r"\.([A-Za-z_][\w-]*)"), re.compile(r"#([A-Za-z_][\w-]*)")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OF_THE_THEME = "md-"
_WRITERS = (
    ("overrides", "*.html"),
    ("templates", "*.md"),
    ("builder/rendering/markdown", "*.py"),
    ("builder/rendering/functions", "*.py"),
)
_OF_MARKDOWN = {"footnote", "footnote-ref", "headerlink"}
MESSAGE = "nothing on the site is {name}"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/scheme.js", r'"\.change-scheme"', '".change-sheme"'))
def script_targets(project: Project) -> Iterator[Problem]:
    """A script that finds nothing does nothing, or stops all that come after it."""
    pages = [script for script in scripts(project.root) if script.file != WORKER]
    written = _written(project.root) | {word for script in pages for word in _gives(script)}
    for script in pages:
        for node in script.nodes():
            for name, word in _asks(node):
                if word not in written and not word.startswith(_OF_THE_THEME):
                    right = suggest(word, written, "correct it, or write it where the script looks")
                    yield Problem(script.file, script.line(node), "", MESSAGE.format(name=name), right)


def _asks(node: Node) -> Iterator[tuple[str, str]]:
    """Every class, id and data attribute that a part asks for: as it is shown, and the word that has to be written."""
    if node.type == "call_expression":
        called = words(node.child_by_field_name("function")).rpartition(".")[2].lstrip("?")
        arguments = node.child_by_field_name("arguments")
        text = said(arguments.named_children[0]) if arguments and arguments.named_children else None
        if called in _LOOKS and text is not None:
            yield from _of_selector(f"#{text}" if called == "getElementById" else text)
    elif node.type == "string" and _is_selector(node):
        yield from _of_selector(words(node)[1:-1])
    elif node.type == "member_expression" and _is_data(node.child_by_field_name("object")) and not _is_given(node):
        yield _data(words(node.child_by_field_name("property")))
    elif node.type == "variable_declarator" and _is_data(node.child_by_field_name("value")):
        pattern = node.child_by_field_name("name")
        for each in pattern.named_children if pattern else ():
            if each.type == "shorthand_property_identifier_pattern":
                yield _data(words(each))


def _of_selector(selector: str) -> Iterator[tuple[str, str]]:
    plain = _BRACKETS.sub("", selector)
    yield from ((f".{name}", name) for name in _CLASS.findall(plain))
    yield from ((f"#{name}", name) for name in _ID.findall(plain))
    for name in re.findall(r"\[(data-[\w-]+)", selector):
        yield f"[{name}]", name


def _is_selector(node: Node) -> bool:
    """Whether a string that is kept in a name is one: it has a class and no word beside."""
    return node.parent is not None and node.parent.type == "variable_declarator" and words(node)[1:2] == "."


def _is_data(node: Node | None) -> bool:
    return words(node).endswith(".dataset")


def _is_given(node: Node) -> bool:
    """Whether an attribute is set here, and not asked for."""
    above = node.parent
    return (
        above is not None and above.type.endswith("assignment_expression") and above.child_by_field_name("left") == node
    )


def _data(name: str) -> tuple[str, str]:
    attribute = f"data-{re.sub('[A-Z]', lambda big: f'-{big[0].lower()}', name)}"
    return f"[{attribute}]", attribute


def _gives(script: Script) -> Iterator[str]:
    """Every class, id and data attribute that a script gives to what it makes."""
    for node in script.nodes():
        if node.type.endswith("assignment_expression"):
            left = node.child_by_field_name("left")
            name = words(left)
            if _is_data(left.child_by_field_name("object") if left else None):
                yield _data(name.rpartition(".")[2])[1]
            elif name.endswith((".className", ".id")):
                yield from re.findall(r"[\w-]+", words(node.child_by_field_name("right")))
        elif node.type == "call_expression" and ".classList." in words(node.child_by_field_name("function")):
            yield from re.findall(r"[\w-]+", words(node.child_by_field_name("arguments")))


def _written(root: Path) -> frozenset[str]:
    """Every word of what writes pages, in which classes, ids and attributes are."""
    found = set(_OF_MARKDOWN)
    for folder, pattern in _WRITERS:
        for path in sorted((root / folder).rglob(pattern)):
            try:
                found |= _words(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):
                continue
    return frozenset(found)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)))
