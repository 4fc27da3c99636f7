"""An element, an id and an attribute that a style sheet selects are ones that something writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tinycss2.ast import Node

from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.sheets import rules

# https://html.spec.whatwg.org/multipage/#toc-semantics, without what no page of ours may hold; and SVG's.
_ELEMENTS = frozenset(
    str.split(
        "html body head title address article aside footer h1 h2 h3 h4 h5 h6 header hgroup main nav section "
        "search blockquote dd div dl dt figcaption figure hr li menu ol p pre ul a abbr b bdi bdo br cite "
        "code data dfn em i kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr del ins img "
        "picture source caption col colgroup table tbody td tfoot th thead tr button datalist fieldset form "
        "input label legend meter optgroup option output progress select textarea details dialog summary "
        "template svg g defs symbol use desc path rect circle ellipse line polyline polygon text tspan marker "
        "pattern stop mask clippath lineargradient radialgradient textpath"
    )
)
# Functions whose brackets hold selectors.
_CHOICES = {"is", "where", "has", "not"}
# Who writes pages, and the words of each that may be an id or an attribute.
_WRITERS = (
    ("overrides", "*.html"),
    ("templates", "*.md"),
    ("docs/assets", "*.js"),
    ("builder/rendering/markdown", "*.py"),
    ("builder/rendering/functions", "*.py"),
)
_WORD = re.compile(r"[\w:-]+")
_ALWAYS = {"id", "class", "dir", "lang", "href", "open", "hidden", "type", "value"}
MESSAGE = "nothing on the site is {name}"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/site.css", r"^\.menu summary \{", ".menu summaryy {"))
def css_selectors(project: Project) -> Iterator[Problem]:
    """A rule for what nothing is forms nothing; classes have a rule of their own."""
    written: frozenset[str] = frozenset()
    for each in rules(project.root):
        for name, kind in _names(each.prelude):
            if kind == "element":
                known = _ELEMENTS
            else:
                written = written or frozenset(_written(project.root))
                known = written
            if name not in known:
                shown = {"element": f"<{name}>", "id": f"#{name}", "attribute": f"[{name}]"}[kind]
                right = suggest(name, known, "correct the selector, or delete the rule")
                yield Problem(each.file, each.line, "", MESSAGE.format(name=shown), right)


def _names(tokens: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Every element, id and attribute that a selector names, with what it is."""
    before = ""
    for token in tokens:
        if token.type == "ident" and before not in (".", ":"):
            yield token.lower_value, "element"
        elif token.type == "hash":
            yield token.value, "id"
        elif token.type == "[] block":
            yield from ((part.lower_value, "attribute") for part in token.content[:1] if part.type == "ident")
        elif token.type == "function" and token.lower_name in _CHOICES:
            yield from _names(token.arguments)
        before = token.value if token.type == "literal" else ""


def _written(root: Path) -> set[str]:
    """Every word of what writes pages."""
    found = set(_ALWAYS)
    for folder, pattern in _WRITERS:
        for path in sorted((root / folder).rglob(pattern)):
            try:
                found.update(_WORD.findall(path.read_text(encoding="utf-8")))
            except (OSError, UnicodeDecodeError):
                continue
    # What a script calls dataset.mdColorScheme is the attribute data-md-color-scheme.
    found.update(f"data-{re.sub('[A-Z]', lambda big: f'-{big[0].lower()}', word)}" for word in list(found))
    return found
