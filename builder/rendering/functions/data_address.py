"""Where a program finds the downloads."""

from __future__ import annotations

from builder.rendering.functions import page_function
from builder.rendering.renderer import Renderer

# Beside the program, where the copy is not published.
_HERE = "./"


@page_function
def data_address(renderer: Renderer) -> str:
    """The address of the folder of downloads; of one beside the program where this copy is not published."""
    site = renderer.project.ways.site
    return f"{site}data/" if site else _HERE
