"""Text can be read on its ground, by day, by night and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from tinycss2.ast import Declaration
from tinycss2.color4 import parse_color

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.sheets import SheetRule, rules, text

# The colours of docs/assets/tokens.css that words are written in, and those that they stand on.
_WORDS = ("--ink", "--soft", "--teal", "--warm")
_GROUNDS = ("--paper", "--shade")
# Where words stand on a colour of words: the paper itself is theirs.
_TURNED = ("--paper", "--shade")
# WCAG 1.4.3, for text of any size.
_LEAST = 4.5
MESSAGE = "{word} on {ground} has a contrast of {found:.1f} to 1"
RIGHT = "take a darker or a lighter one; text needs 4.5 to 1"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/tokens.css", r"--soft: #545047", "--soft: #a49f95"))
def css_contrast(project: Project) -> Iterator[Problem]:
    """Pale text is lost on whoever reads in the sun, on an old screen or with tired eyes (WCAG 1.4.3)."""
    for each in rules(project.root):
        said = {declared.name: declared for declared in each.declarations}
        if "--paper" in said:
            yield from _scheme(each, said)
        for name in ("color", "-webkit-text-fill-color"):
            if name in said:
                yield from _words(each, said[name], each.value("background") or each.value("background-color") or "")


def _scheme(each: SheetRule, said: Mapping[str, Declaration]) -> Iterator[Problem]:
    for name in (*_WORDS, *_GROUNDS):
        if name not in said:
            yield Problem(each.file, each.line, "", f"{each.selector} gives no {name}", "give each scheme all colours")
    for word, ground in product(_WORDS, _GROUNDS):
        if word in said and ground in said:
            found = _contrast(text(said[word].value), text(said[ground].value))
            if found is not None and found < _LEAST:
                wrong = MESSAGE.format(word=word, ground=ground, found=found)
                yield Problem(each.file, said[word].source_line, "", wrong, RIGHT)


def _words(each: SheetRule, said: Declaration, ground: str) -> Iterator[Problem]:
    """A rule that colours words takes a colour of words, and not the one of its ground."""
    given, line = text(said.value), said.source_line
    name = given.removeprefix("var(").removesuffix(")").strip()
    turned = name in _TURNED and any(f"var({word})" in ground for word in _WORDS)
    if name in ("--line", *_GROUNDS) and not turned:
        wrong = f"words in {name} cannot be read on {' or '.join(_GROUNDS)}"
        yield Problem(each.file, line, "", wrong, f"take one of {', '.join(_WORDS)}")
    elif given == "transparent" or (ground and given == ground):
        yield Problem(each.file, line, "", "the words have the colour of their ground", f"take {', '.join(_WORDS)}")
    elif (found := _contrast(given, ground or "#fbf7ef")) is not None and found < _LEAST and not each.under("print"):
        wrong = MESSAGE.format(word=given, ground=ground or "paper", found=found)
        yield Problem(each.file, line, "", wrong, RIGHT)


def _contrast(one: str, other: str) -> float | None:
    """The contrast of two colours, from 1 to 21; None where one is a variable or the system's own."""
    parsed = [parse_color(colour) for colour in (one, other)]
    if any(colour is None or isinstance(colour, str) or colour.alpha != 1 for colour in parsed):
        return None
    light, dark = sorted((_luminance(*colour.to("srgb").coordinates) for colour in parsed), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(*channels: float) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
