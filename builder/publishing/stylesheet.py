"""One small stylesheet out of many: the rules that the site's pages and scripts can meet, and nothing else.

CSS is read and written by tinycss2 (CSS Syntax Level 3); no text of a rule is searched or replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, ParenthesesBlock, QualifiedRule, SquareBracketsBlock

from builder.publishing.html import Listener

# Rules that hold rules, by their condition.
_CONDITIONAL = {"media", "supports", "layer", "container"}
# Pseudo-classes that ask for one of the selectors in them.
_ANY_OF = {"is", "where", "has", "host", "-webkit-any", "-moz-any"}
# What stands before a name in a selector.
_BEFORE = {".": "classes", ":": None, "::": None}
_GLUED = {",", ">", "~", "+"}


@dataclass
class Names(Listener):
    """The names that pages and scripts use: element types, classes, ids and attributes.

    in_scripts: every word of the scripts, which may make an element, a class or an attribute of it.
    """

    types: set[str] = field(default_factory=lambda: {"html", "body"})
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)
    in_scripts: set[str] = field(default_factory=set)

    def start(self, tag: str, said: Mapping[str, str], raw: str, opens: bool) -> None:
        """Adds the names of an element."""
        self.types.add(tag)
        for name, value in said.items():
            self.attributes.setdefault(name, set()).add(value)
        self.classes.update(said.get("class", "").split())
        self.ids.add(said.get("id", ""))

    def read_script(self, script: str, but: tuple[str, ...] = ()) -> None:
        """Adds the words of a script, those left out that begin with one of `but`."""
        self.in_scripts.update(word for word in re.findall(r"[\w-]+", script) if not word.startswith(but))

    def all(self) -> list[Any]:
        """Every name in order, to tell whether two builds use the same."""
        attributes = [(name, sorted(values)) for name, values in sorted(self.attributes.items())]
        return [*map(sorted, (self.types, self.classes, self.ids, self.in_scripts)), attributes]

    def knows(self, kind: str, name: str) -> bool:
        """Whether some page or script can have it."""
        return name in getattr(self, kind) or name in self.in_scripts


def merged(pages: Iterable[Names]) -> Names:
    """The names of all pages."""
    names = Names()
    for page in pages:
        names.types |= page.types
        names.classes |= page.classes
        names.ids |= page.ids
        for name, values in page.attributes.items():
            names.attributes.setdefault(name, set()).update(values)
    return names


def purge(sheets: Iterable[str], names: Names) -> str:
    """The sheets as one, without rules that match nothing, and without variables nobody asks for."""
    rules = [
        rule
        for sheet in sheets
        for rule in _kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), names)
    ]
    return "".join(_written(rules, _asked_for(rules)))


@dataclass
class _Rule:
    """A rule as it will be written: `opening{...}` with declarations, or with rules inside."""

    opening: str
    declarations: list[Declaration] = field(default_factory=list)
    inside: list[_Rule] = field(default_factory=list)
    verbatim: str = ""


def _kept(rules: Iterable[Node], names: Names) -> Iterator[_Rule]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _split(rule.prelude) if _matches(part, names)]
            if selectors:
                yield _Rule(",".join(_text(part) for part in selectors), _declarations(rule.content))
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _CONDITIONAL and rule.content is not None:
            parsed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            inside = list(_kept(parsed, names))
            if inside:
                yield _Rule(f"@{rule.at_keyword} {_text(rule.prelude)}", inside=inside)
        elif isinstance(rule, AtRule):
            yield _Rule("", verbatim=f"@{rule.at_keyword}{_text([*rule.prelude])}{_block(rule.content)}")


def _block(content: list[Node] | None) -> str:
    return ";" if content is None else f"{{{_text(content)}}}"


def _declarations(content: list[Node]) -> list[Declaration]:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return [node for node in parsed if isinstance(node, Declaration)]


def _split(tokens: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _matches(selector: list[Node], names: Names) -> bool:
    """Whether every name the selector asks for is known. What `:not()` excludes is not asked for."""
    before = ""
    for token in selector:
        if token.type == "literal":
            before = before + token.value if token.value == ":" else token.value
            continue
        if token.type == "ident":
            kind = _BEFORE.get(before, "types")
            if kind and not names.knows(kind, token.value if kind == "classes" else token.lower_value):
                return False
        elif (
            (token.type == "hash" and not names.knows("ids", token.value))
            or (isinstance(token, SquareBracketsBlock) and not _has_attribute(token, names))
            or (_is_choice(token) and not any(_matches(part, names) for part in _split(token.arguments)))
        ):
            return False
        before = ""
    return True


def _is_choice(token: Node) -> bool:
    return isinstance(token, FunctionBlock) and token.lower_name in _ANY_OF


def _has_attribute(test: SquareBracketsBlock, names: Names) -> bool:
    """Whether an element can have the attribute, and the value where one is named. Scripts change data-* and state."""
    name, *rest = (part for part in test.content if part.type != "whitespace")
    if not names.knows("attributes", name.lower_value):
        return False
    if not rest or not _is(rest[0], {"="}) or name.lower_value.startswith("aria-"):
        return True
    return rest[1].value in names.attributes.get(name.lower_value, ()) or rest[1].value in names.in_scripts


def _asked_for(rules: list[_Rule]) -> set[str]:
    """Every variable whose value can reach a property."""
    wanted: set[str] = set()
    defined: dict[str, set[str]] = {}
    for declaration in _all(rules):
        used = set(_variables(declaration.value))
        if declaration.name.startswith("--"):
            defined.setdefault(declaration.name, set()).update(used)
        else:
            wanted |= used
    for rule in _flat(rules):
        wanted |= set(_variables(tinycss2.parse_component_value_list(rule.verbatim)))
    waiting = list(wanted)
    while waiting:
        for name in defined.get(waiting.pop(), ()):
            if name not in wanted:
                wanted.add(name)
                waiting.append(name)
    return wanted


def _flat(rules: Iterable[_Rule]) -> Iterator[_Rule]:
    for rule in rules:
        yield rule
        yield from _flat(rule.inside)


def _all(rules: Iterable[_Rule]) -> Iterator[Declaration]:
    return (declaration for rule in _flat(rules) for declaration in rule.declarations)


def _variables(tokens: Iterable[Node]) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, FunctionBlock):
            if token.lower_name == "var":
                yield from (part.value for part in token.arguments if part.type == "ident" and part.value[:2] == "--")
            yield from _variables(token.arguments)
        elif isinstance(token, (ParenthesesBlock, SquareBracketsBlock)) or token.type == "{} block":
            yield from _variables(token.content)


def _written(rules: Iterable[_Rule], wanted: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.verbatim:
            yield rule.verbatim
            continue
        body = "".join(_written(rule.inside, wanted)) or ";".join(
            f"{each.name}:{_text(each.value)}{'!important' if each.important else ''}"
            for each in rule.declarations
            if not each.name.startswith("--") or each.name in wanted
        )
        if body:
            yield f"{rule.opening}{{{body}}}"


def _text(tokens: list[Node]) -> str:
    """CSS text without white space that means nothing."""
    kept: list[Node] = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace" and (not kept or kept[-1].type == "whitespace" or _is(kept[-1], {","})):
            continue
        if _is(token, {","}) and kept and kept[-1].type == "whitespace":
            kept.pop()
        kept.append(token)
    while kept and kept[-1].type == "whitespace":
        kept.pop()
    return "".join(" " if token.type == "whitespace" else tinycss2.serialize([token]) for token in kept)


def _is(token: Node, literals: set[str]) -> bool:
    return token.type == "literal" and token.value in literals
