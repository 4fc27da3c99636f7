"""A picture is whole, says nothing of who made it, and has the measures that its place asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from builder.content.png import read
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import Settings

_FRAME = "overrides/base.html"
# Where the frame says how large the picture is that it offers for previews.
_SIZE = {name: re.compile(rf'og:image:{name}" content="(\d+)"') for name in ("width", "height")}
_CARD = re.compile(r"og:image\" content=\"[^\"]*?(assets/[\w.-]+)\"")
# A phone asks for an icon of 180 pixels: https://developer.apple.com/library/archive/documentation/AppleApplications
_TOUCH = re.compile(r"apple-touch-icon\" href=\"\{\{ '(assets/[\w.-]+)'")
_LEAST_TOUCH = 120
_LARGEST = 4000
_DRAWS = re.compile(r"<(?:path|rect|circle|ellipse|line|polyline|polygon|text|use)\b")
MESSAGE = "it has {width} by {height} pixels, and {place} says {asked}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault(_FRAME, 'og:image:width" content="1200"', 'og:image:width" content="1280"'),
)
def picture_files(project: Project) -> Iterator[Problem]:
    """A picture cut short shows grey, a preview of the wrong measure is cropped, and metadata names people and places."""
    root = project.root
    try:
        frame = (root / _FRAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        frame = ""
    card, touch = _CARD.search(frame), _TOUCH.search(frame)
    size = tuple(int(found[1]) for pattern in _SIZE.values() if (found := pattern.search(frame)))
    for path in sorted((root / "docs").rglob("*.png")):
        name = path.relative_to(root).as_posix()
        if not path.is_file() or path.stat().st_size == 0:
            continue
        picture = read(path.read_bytes())
        for wrong, right in picture.faults:
            yield Problem(name, 0, "", wrong, right)
        measures, here = (picture.width, picture.height), name.removeprefix("docs/")
        told = {"width": picture.width, "height": picture.height}
        if not picture.width:
            continue
        if card and here == card[1] and measures != size:
            asked = " by ".join(map(str, size)) or "nothing of its size"
            yield Problem(name, 0, "", MESSAGE.format(**told, place=_FRAME, asked=asked), "draw it again: make artwork")
        elif touch and here == touch[1] and (picture.width != picture.height or picture.width < _LEAST_TOUCH):
            asked = f"that it is an icon: square, of at least {_LEAST_TOUCH} pixels"
            yield Problem(name, 0, "", MESSAGE.format(**told, place=_FRAME, asked=asked), "draw it again: make artwork")
        elif max(measures) > _LARGEST:
            wrong = f"it has {picture.width} by {picture.height} pixels, more than any screen shows"
            yield Problem(name, 0, "", wrong, f"export it with at most {_LARGEST} on a side")
    yield from _drawings(project)


def _drawings(project: Project) -> Iterator[Problem]:
    """What the rule on drawings leaves: whether they draw, and what editors leave in them."""
    said = Settings.read(project.root)
    icon = said.at(("theme", "favicon")) if said else None
    for path in sorted((project.root / "docs").rglob("*.svg")):
        name = path.relative_to(project.root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
            root = ElementTree.fromstring(text)
        except (OSError, UnicodeDecodeError, ElementTree.ParseError):
            # The rule on drawings says so.
            continue
        for found in re.finditer(
            r"<!--.*?-->|\s(?:sodipodi|inkscape|sketch|serif):[\w-]+=|/(?:home|Users)/\w+", text, re.DOTALL
        ):
            line = text.count("\n", 0, found.start()) + 1
            wrong = f"{found[0].strip()[:60]} is left by whoever drew it"
            yield Problem(name, line, "", wrong, "delete it; a drawing holds shapes and words")
        if not _DRAWS.search(text):
            yield Problem(name, 0, "", "the drawing draws nothing", "export it again")
        for part in re.findall(r"(?:url\(|href=\")#([^)\"]+)", text):
            if f'id="{part}"' not in text:
                yield Problem(name, 0, "", f"it asks for its part #{part}, which is not there", "export it again")
        box = [float(part) for part in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
        if name == f"docs/{icon}" and (len(box) != 4 or box[2] != box[3]):
            yield Problem(name, 0, "", "the icon is not square", 'give it a square, as viewBox="0 0 32 32"')
