"""A name in a script is declared, and once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.scripts import WORKER, Script, scripts, words

# What browsers give to every script of ours; whatever else one needs is added here.
_GIVEN = frozenset(
    str.split(
        "window document location history navigator self globalThis screen console performance crypto undefined NaN Infinity "
        "Object Array String Number Boolean Symbol BigInt Function Promise Proxy Reflect Math JSON Date RegExp Intl Error "
        "TypeError RangeError Map Set WeakMap WeakSet WeakRef Iterator Uint8Array Uint16Array Uint32Array Int32Array "
        "Float32Array Float64Array ArrayBuffer DataView TextEncoder TextDecoder URL URLSearchParams Blob File FormData Headers "
        "Request Response AbortController Event CustomEvent KeyboardEvent MouseEvent PointerEvent MessageEvent EventTarget "
        "Element HTMLElement SVGElement Node NodeList Text Range Selection CSS IntersectionObserver ResizeObserver "
        "MutationObserver XMLHttpRequest Worker localStorage matchMedia getComputedStyle getSelection setTimeout clearTimeout "
        "setInterval clearInterval requestAnimationFrame cancelAnimationFrame requestIdleCallback queueMicrotask "
        "structuredClone addEventListener removeEventListener dispatchEvent postMessage importScripts fetch scrollTo scrollBy "
        "scrollX scrollY innerWidth innerHeight devicePixelRatio encodeURIComponent decodeURIComponent encodeURI decodeURI "
        "parseInt parseFloat isNaN isFinite alert confirm prompt eval open print arguments onmessage MiniSearch"
    )
)
_SCOPES = {
    "program",
    "statement_block",
    "for_statement",
    "for_in_statement",
    "catch_clause",
    "class_body",
    "switch_body",
}
_FUNCTIONS = set(
    str.split(
        "function_declaration function_expression arrow_function method_definition generator_function_declaration"
    )
)
_PATTERNS = {"identifier", "shorthand_property_identifier_pattern"}
MESSAGE = "{name} is declared nowhere"


@dataclass
class _Scope:
    """What is declared between two brackets: by name, where, and whether it may be declared again."""

    above: _Scope | None
    function: bool = False
    names: dict[str, tuple[Node, bool]] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        return name in self.names or (self.above is not None and self.above.knows(name))


@rule("records", message=MESSAGE, fault=Fault("docs/assets/filter.js", r"^    items\.forEach", "    itemz.forEach"))
def script_names(project: Project) -> Iterator[Problem]:
    """A name misspelt stops the script when a reader comes to it, a second declaration before it begins."""
    # The scripts of a page share what each declares outside all brackets; the worker runs by itself.
    page = _Scope(None, function=True)
    for script in scripts(project.root):
        top = _Scope(None, function=True) if script.file == WORKER else page
        before = dict(top.names)
        reader = _Reader(script, top, set(before))
        reader.declare(script.root, top)
        yield from reader.problems
        yield from reader.undeclared()


class _Reader:
    """One script. elsewhere: what the scripts before it declare for the whole page."""

    def __init__(self, script: Script, top: _Scope, elsewhere: set[str]):
        self.problems: list[Problem] = []
        self._script = script
        self._elsewhere = elsewhere
        self._top = top
        self._used: list[tuple[Node, _Scope]] = []

    def declare(self, node: Node, scope: _Scope) -> None:
        """Notes what a part declares, and which names it uses in which scope."""
        if node.type in _FUNCTIONS or (node.type in _SCOPES and node.type != "program"):
            if node.type.endswith("_declaration"):
                self._add(node.child_by_field_name("name"), scope, again=True)
            scope = _Scope(scope, function=node.type in _FUNCTIONS)
            parameters = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
            self._add(parameters, scope, again=True)
            if node.type in ("for_in_statement", "function_expression"):
                self._add(node.child_by_field_name("left") or node.child_by_field_name("name"), scope, again=True)
        elif node.type == "class_declaration":
            self._add(node.child_by_field_name("name"), scope)
        elif node.type == "variable_declarator":
            again = node.parent is not None and node.parent.type == "variable_declaration"
            self._add(node.child_by_field_name("name"), scope, again)
        elif node.type in ("identifier", "shorthand_property_identifier"):
            self._used.append((node, scope))
        for child in node.children:
            self.declare(child, scope)

    def undeclared(self) -> Iterator[Problem]:
        """The names that are used and declared nowhere above."""
        for node, scope in self._used:
            name = words(node)
            if name not in _GIVEN and not scope.knows(name):
                known = {*_GIVEN, *self._declared()}
                right = suggest(name, known, "declare it, or correct it")
                yield Problem(self._script.file, self._script.line(node), "", MESSAGE.format(name=name), right)

    def _declared(self) -> set[str]:
        scopes = {id(scope): scope for _, scope in self._used}.values()
        return {name for scope in scopes for name in scope.names}

    def _add(self, pattern: Node | None, scope: _Scope, again: bool = False) -> None:
        """Declares the names of a pattern: a name, or those taken apart from {...} or [...]."""
        if pattern is None:
            return
        if pattern.type in _PATTERNS:
            name = words(pattern)
            if name in scope.names and not (again and scope.names[name][1]):
                there = "by another script of the page" if scope is self._top and name in self._elsewhere else "before"
                wrong = f"{name} is declared {there} already, and the script would not run"
                line = self._script.line(pattern)
                self.problems.append(Problem(self._script.file, line, "", wrong, "give one of the two another name"))
            scope.names.setdefault(name, (pattern, again))
        elif pattern.type in ("pair_pattern", "assignment_pattern", "object_assignment_pattern"):
            self._add(pattern.child_by_field_name("value" if pattern.type == "pair_pattern" else "left"), scope, again)
        else:
            for child in pattern.named_children:
                self._add(child, scope, again)
