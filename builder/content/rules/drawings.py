"""A drawing of docs/ is a drawing and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

_SVG = "{http://www.w3.org/2000/svg}"
# The elements of SVG 2 that draw, group or name; none that runs, animates, embeds or links.
_DRAWS = set(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "marker",
        "pattern",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ]
)
MESSAGE = "there is <{tag}> in the drawing"


@rule("records", message=MESSAGE, fault=Fault("docs/assets/mark.svg", "<rect", "<script>go()</script>\n  <rect"))
def drawings(project: Project) -> Iterator[Problem]:
    """Opened by itself, a drawing is a page: what it runs or asks for is run and asked for."""
    for path in sorted((project.root / "docs").rglob("*.svg")):
        name = path.relative_to(project.root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
            # No drawing needs a declaration of its own, and entities can swell without bound.
            if found := re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text):
                line = text.count("\n", 0, found.start()) + 1
                yield Problem(name, line, "", f"there is {found[0]} in the drawing", "delete it")
                continue
            root = ElementTree.fromstring(text)
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(name, 0, "", f"the drawing cannot be read: {error}", "restore it, or delete it")
            continue
        except ElementTree.ParseError as error:
            yield Problem(name, error.position[0], "", f"the drawing does not parse: {error}", "export it again")
            continue
        for element in root.iter():
            tag = str(element.tag).removeprefix(_SVG)
            line = text.count("\n", 0, max(text.find(f"<{tag}"), 0)) + 1
            if tag not in _DRAWS:
                yield Problem(name, line, "", MESSAGE.format(tag=tag), "keep shapes and words alone")
            for attribute, value in element.items():
                short = attribute.rpartition("}")[2]
                elsewhere = short in ("href", "src") and not value.startswith("#")
                if short.startswith("on") or short == "style" or elsewhere or re.search(r"url\((?!['\"]?#)", value):
                    wrong = f'<{tag} {short}="{value[:40]}"> runs or asks for something'
                    yield Problem(name, line, "", wrong, "delete it, or write its effect as attributes of the shape")
