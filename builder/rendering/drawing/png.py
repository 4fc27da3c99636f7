"""A drawing as PNG, the same on every machine: by resvg, in a font that is installed with it and no other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib.resources import files

import resvg_py

from builder.cache import Cache
from builder.parallel import in_parallel

# Two points for one of the paper, as screens show it that are sharp. Each more costs the build as much again.
ZOOM = 2
_FONTS = [
    str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Bold")
]
_drawn: Cache[str, bytes] = Cache("png")


def pngs(drawings: Sequence[str]) -> list[bytes]:
    """The picture of each SVG; of those that the last build drew, the same again. Raises ValueError for what is no SVG."""
    _drawn.turn()
    made = _drawn.get_all(drawings, partial(in_parallel, _png), len)
    return [made[svg] for svg in drawings]


def _png(svg: str) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, skip_system_fonts=True, font_files=_FONTS))
