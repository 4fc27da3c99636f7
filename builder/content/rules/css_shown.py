"""What a page says is shown, can be selected, and can be pressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinycss2.ast import Node

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.sheets import SheetRule, rules
from builder.content.text_files import read_or_nothing

# Declarations by which words are there and not seen or not reached.
_HIDES = {
    "display": r"none",
    "visibility": r"hidden|collapse",
    "content-visibility": r"hidden",
    "opacity": r"0(?:\.0\d*)?%?|\.0\d*",
    "font-size": r"0\w*",
    "text-indent": r"-\d{3,}\w*",
    "pointer-events": r"none",
    "user-select": r"none",
    "-webkit-user-select": r"none",
}
# Elements that hold a page's words, and the parts of the theme's frame around them.
_ELEMENTS = frozenset(
    str.split(
        "html body main article section p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption a "
        "table td th"
    )
)
_FRAME = frozenset(
    str.split("md-container md-main md-main__inner md-grid md-content md-content__inner md-typeset footnote")
)
_MARKDOWN = {"footnote", "footnote-ref", "admonition", "abstract", "md-header", "md-footer", "answerable"}
_CLASS = re.compile(r"class=\"([\w -]+)|/// html \| [a-z]+((?:\.[\w-]+)+)|\{:? ?((?:\.[\w-]+ ?)+)\}")
_WORD = re.compile(r"[\w-]+")
# What an element is only now and then: a rule for it hides no words for good.
_STATES = {"target", "checked", "has", "not", "nth-child", "empty", "open", "placeholder-shown", "first-child"}
MESSAGE = "{selector} is hidden from readers by {declaration}"
RIGHT = "delete it, or show the same words elsewhere by a rule of their own"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/assets/site.css", r"\Z", "\n.md-typeset .footnote {\n  display: none;\n}\n"),
)
def css_shown(project: Project) -> Iterator[Problem]:
    """Notes, warnings and statements that a sheet hides are published, and nobody reads them."""
    every = list(rules(project.root))
    words = _classes(project)
    shown = {name for each in every if _shows(each) for parts in each.selectors() for name in _subject(parts)[0]}
    for each in every:
        for name, pattern in _HIDES.items():
            value = each.value(name)
            if value is None or not re.fullmatch(pattern, value):
                continue
            for parts in each.selectors():
                names, conditional = _subject(parts)
                # On paper there is nothing to press.
                held = _ELEMENTS | _FRAME if each.under("print") else _ELEMENTS | _FRAME | words
                told = {found.lstrip(".") for found in names if found.lstrip(".") in held and found not in shown}
                if told and not conditional:
                    wrong = MESSAGE.format(selector=each.selector, declaration=f"{name}: {value}")
                    yield Problem(each.file, each.line, "", wrong, RIGHT)
                    break


def _classes(project: Project) -> set[str]:
    """The classes of what pages and templates of records say."""
    found = set(_MARKDOWN)
    for path in sorted((project.root / "templates").rglob("*.md")):
        if "charts" not in path.parts:
            found |= _written(read_or_nothing(path))
    for page in project.pages.values():
        found |= _written(page.body)
    return found


def _written(text: str) -> set[str]:
    return {word for groups in _CLASS.findall(text) for group in groups for word in _WORD.findall(group)}


def _shows(each: SheetRule) -> bool:
    """Whether a rule under some condition shows what another hides."""
    return bool(each.conditions) and each.value("display") not in (None, "none")


def _subject(parts: list[Node]) -> tuple[set[str], bool]:
    """The element and classes that a selector is about, as li and .year, and whether it is only sometimes, or a part of it."""
    names: set[str] = set()
    conditional, before = False, ""
    for token in parts:
        if token.type == "whitespace" or (token.type == "literal" and token.value in ">+~"):
            if before and token is not parts[-1]:
                names, conditional = set(), False
        elif token.type == "[] block":
            conditional = True
        elif token.type in ("ident", "function") and before == ":":
            # Two colons: ::before.
            word = token.lower_value if token.type == "ident" else token.lower_name
            conditional = conditional or word in _STATES or word in ("before", "after") or word.startswith("-")
            if token.type == "function" and word in ("is", "where"):
                names |= {f".{part.value}" for part in token.arguments if part.type == "ident"}
        elif token.type == "ident":
            names.add(f".{token.value}" if before == "." else token.lower_value)
        before = token.value if token.type == "literal" else " "
    return names, conditional
