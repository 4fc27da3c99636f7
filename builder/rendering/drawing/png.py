"""A drawing as PNG, the same on every machine: by resvg, in a font that is installed with it and no other."""

from __future__ import annotations

from importlib.resources import files

import resvg_py

from builder.kept import Kept

# Two points for one of the paper, as screens show it that are sharp. Each more costs the build as much again.
ZOOM = 2
_FONTS = [
    str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Bold")
]
_drawn: Kept[str, bytes] = Kept()


def begin() -> None:
    """Begins another build, for which only drawings that changed are drawn anew."""
    _drawn.turn()


def png(svg: str) -> bytes:
    """The picture. Raises ValueError where it is no SVG."""
    return _drawn.get(
        svg,
        lambda: bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, skip_system_fonts=True, font_files=_FONTS)),
    )
