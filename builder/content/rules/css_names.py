"""A property, a value, a unit, a condition and a state of an element are ones that CSS knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2.ast import Declaration, Node

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.sheets import SheetRule, rules

_EVERYWHERE = frozenset(str.split("inherit initial unset revert revert-layer"))
# What the list of MDN lacks: what is newer, and what its grammar writes another way.
_COLORS = {"transparent", "currentcolor"}
_FUNCTIONS = {"repeat", "url", "format", "local", "tech"}
_UNITS = frozenset(str.split("dvh dvw svh svw lvh lvw dvi svi vi vb lh rlh cap rcap cqw cqh cqi cqb cqmin cqmax fr"))
_VENDOR = ("-webkit-", "-moz-", "-ms-")
# https://www.w3.org/TR/mediaqueries-5/: what a condition may ask, and for which words.
_MEDIA = {
    "prefers-reduced-motion": "reduce no-preference",
    "prefers-reduced-transparency": "reduce no-preference",
    "prefers-contrast": "more less custom no-preference",
    "prefers-color-scheme": "light dark",
    "forced-colors": "active none",
    "inverted-colors": "inverted none",
    "hover": "hover none",
    "any-hover": "hover none",
    "pointer": "none coarse fine",
    "any-pointer": "none coarse fine",
    "orientation": "portrait landscape",
    "scripting": "none initial-only enabled",
    "update": "none slow fast",
    "width": "",
    "height": "",
    "inline-size": "",
    "block-size": "",
    "aspect-ratio": "",
    "resolution": "",
    "color": "",
    "monochrome": "",
    "display-mode": "browser fullscreen standalone minimal-ui",
    "color-gamut": "srgb p3 rec2020",
}
_TYPES = {"all", "print", "screen", "and", "not", "or", "only"}
MESSAGE = "{word} is {kind} that CSS does not know"
RIGHT = "correct it, or delete it; browsers drop what they do not know"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("docs/assets/site.css", r"^  scroll-padding-block:", "  scrol-padding-block:"),
)
def css_names(project: Project) -> Iterator[Problem]:
    """Of what it does not know a browser says nothing: the rule is lost, and the page without it."""
    told = set()
    for each in rules(project.root):
        yield from _states(each)
        for condition in each.conditions:
            if condition.keyword == "media" and (each.file, condition) not in told:
                told.add((each.file, condition))
                for wrong, right in _condition(condition.words):
                    yield Problem(each.file, condition.line, f"@media {condition.words}", wrong, right)
        for declaration in each.declarations:
            for wrong, right in _declaration(declaration):
                yield Problem(each.file, declaration.source_line, "", wrong, right)


@cache
def _css() -> dict[str, Any]:
    known: dict[str, Any] = json.loads((Path(__file__).parent.parent / "css.json").read_text(encoding="utf-8"))
    words = {name: frozenset(said.split()) for name, said in known.items() if isinstance(said, str)}
    more = {"colors": words["colors"] | _COLORS, "functions": words["functions"] | _FUNCTIONS}
    return {**words, **more, "units": words["units"].union(_UNITS), "properties": known["properties"]}


def _unknown(word: str, kind: str, known: Iterable[str]) -> tuple[str, str]:
    return MESSAGE.format(word=word, kind=kind), suggest(word, known, RIGHT)


def _declaration(said: Declaration) -> Iterator[tuple[str, str]]:
    name = said.lower_name
    if name.startswith("--"):
        # A variable may hold anything; only its units and its colours can be told.
        yield from _values(name, said.value, None)
        return
    known = _css()["properties"]
    if name not in known:
        if not name.startswith(_VENDOR):
            yield _unknown(said.name, "a property", known)
        return
    yield from _values(name, said.value, {*known[name].split(), *_EVERYWHERE})


def _values(name: str, tokens: list[Node], allowed: set[str] | None) -> Iterator[tuple[str, str]]:
    """allowed: the words and kinds that may stand here; None where all may."""
    css = _css()
    colors = css["colors"] if allowed and "<color>" in allowed else frozenset()
    computed = any(token.type == "function" for token in tokens)
    for token in tokens:
        if token.type == "function":
            if token.lower_name not in css["functions"] and not token.lower_name.startswith(_VENDOR):
                yield _unknown(f"{token.name}()", "a function", css["functions"])
            yield from _values(name, token.arguments, None)
        elif token.type == "dimension" and token.lower_unit not in css["units"]:
            yield _unknown(f"{token.representation}{token.unit}", "a measure", css["units"])
        elif token.type == "hash" and name != "content" and not re.fullmatch(r"(?:[\da-fA-F]{3,4}){1,2}", token.value):
            yield f"#{token.value} is no colour", "write # and three, four, six or eight digits of 0-9 and a-f"
        elif allowed is None:
            continue
        elif token.type == "ident" and (word := token.lower_value) not in allowed | colors:
            known = {each for each in allowed | colors if not each.startswith("<")}
            # Where a name of one's own may stand, one that is almost a word of CSS is a slip.
            own = "<name>" in allowed and not get_close_matches(word, known, n=1, cutoff=0.8)
            if not own and not word.startswith(_VENDOR):
                yield _unknown(token.value, f"a value of {name}", known)
        elif token.type == "number" and token.value and "<number>" not in allowed and not computed:
            yield f"{name}: {token.representation} has no unit", "write the unit beside the number, as 1rem"


def _states(said: SheetRule) -> Iterator[Problem]:
    """Pseudo-classes and pseudo-elements of a selector, as :hover."""
    for word in _after_colons(said.prelude):
        if word not in _css()["pseudo"] and not word.startswith(_VENDOR):
            wrong, right = _unknown(f":{word}", "a state of an element", _css()["pseudo"])
            yield Problem(said.file, said.line, "", wrong, right)


def _after_colons(tokens: Iterable[Node]) -> Iterator[str]:
    after = False
    for token in tokens:
        if token.type in ("ident", "function") and after:
            yield token.lower_value if token.type == "ident" else token.lower_name
        after = token == ":"
        if token.type == "function":
            yield from _after_colons(token.arguments)


def _condition(words: str) -> Iterator[tuple[str, str]]:
    for token in tinycss2.parse_component_value_list(words, skip_comments=True):
        asked = [part for part in getattr(token, "content", [token]) if part.type == "ident"]
        if token.type == "ident" and token.value not in _TYPES:
            yield _unknown(token.value, "a medium", _TYPES)
        if token.type == "ident" or not asked:
            continue
        name = re.sub(r"^(?:min|max)-", "", asked[0].value)
        if name not in _MEDIA and name not in _TYPES:
            yield _unknown(name, "a condition", _MEDIA)
        values = _MEDIA.get(name, "").split()
        for word in asked[1:]:
            if values and word.value not in values:
                yield _unknown(word.value, f"a value of {name}", values)
