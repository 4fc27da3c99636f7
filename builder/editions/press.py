"""Prints HTML to tagged PDF with the styles of a built site, through Chromium."""

from __future__ import annotations

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pikepdf
from playwright.sync_api import sync_playwright

from builder.editions import browser


class Press(Protocol):
    """Prints a document. tagged: with what reads it aloud and leads through it, which takes a third of the time."""

    def __call__(self, html: str, tagged: bool = True) -> bytes: ...


@contextmanager
def press(site: Path) -> Iterator[Press]:
    """Gives what prints an HTML document, whose addresses count from the folder of the built site, to a PDF.

    Raises RuntimeError where no browser is installed.
    """
    with _served(site) as address, sync_playwright() as playwright:
        chromium = browser.launch(playwright)

        def printed(html: str, tagged: bool = True) -> bytes:
            page = chromium.new_page()
            page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
            page.goto(address)
            pdf = page.pdf(prefer_css_page_size=True, tagged=tagged, outline=tagged)
            page.close()
            return pdf

        yield printed
        chromium.close()


def styles(site: Path) -> str:
    """The address of a built site's stylesheet, from its folder on."""
    return "/" + next(site.glob("assets/site.*.css")).relative_to(site).as_posix()


def save(pdf: bytes, out: Path) -> None:
    """Writes a PDF, compressed: Chromium leaves the tags as they are, two thirds of the file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for element in document.objects:
            # What HTML calls a figure holds its caption and its table too: in a PDF a part of the text, where only the
            # picture is a figure, and has words in its place (PDF/UA, ISO 14289-1, 7.3).
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure" and "/Alt" not in element:
                element.S = pikepdf.Name.Div
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/printed.html"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
