"""Serves a built folder as a host would, with its headers; beside it a script that reloads a page when there is news.

What is published is not touched: the line that asks for the script is added to a page on its way out.
"""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import Environment

from builder.publishing.policy import HEADERS, content_policy

HERE = Path(__file__).parent
# Nothing on the site begins with a dot.
BESIDE = "/.serve/"
_BESIDE = {"reload.js": "text/javascript", "faults.css": "text/css"}
# How long a page's question for news stays open.
PATIENCE = 20


class Server(ThreadingHTTPServer):
    """folder: the last good build. Raises OSError where the port is taken."""

    def __init__(self, host: str, port: int, folder: Path):
        super().__init__((host, port), partial(_Handler, directory=str(folder)))
        self.folder = folder
        self.address = f"http://{host}:{self.server_port}/"
        self.faults: list[str] = []
        self.rules: dict[str, dict[str, str]] = {}
        self.version = _now()
        self._news = threading.Condition()
        self._page = Environment(autoescape=True).from_string((HERE / "faults.html").read_text(encoding="utf-8"))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that left before its answer is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def show(self, faults: list[str]) -> None:
        """Shows the build that has just been made, or what is wrong."""
        with self._news:
            self.faults, self.version = faults, _now()
            headers = self.folder / "_headers"
            self.rules = header_rules(headers.read_text(encoding="utf-8")) if headers.exists() else {}
            self._news.notify_all()

    def news(self, since: str) -> str:
        """The version that is shown, once it is another than a page has, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.version != since, PATIENCE)
            return self.version

    def fault_page(self) -> bytes:
        """What stands in place of every page while a fault is open, or before the first build is made."""
        return self._page.render(faults=self.faults, script=_script(self.version), beside=BESIDE).encode()


def header_rules(text: str) -> dict[str, dict[str, str]]:
    """A `_headers` file as its hosts read it: for each path, or for `/*`, the headers and their values."""
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        name, _, value = line.strip().partition(": ")
        if line.startswith(" "):
            rules[path][name] = value
        else:
            path = line
            rules[path] = {}
    return rules


def _now() -> str:
    return str(time.time_ns())


def _script(version: str) -> str:
    return f'<script src="{BESIDE}reload.js" data-version="{version}"></script>\n'


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path.startswith(BESIDE):
            self._beside(path.removeprefix(BESIDE))
            return
        wanted = Path(self.translate_path(self.path))
        if wanted.is_dir() and path.endswith("/"):
            wanted /= "index.html"
        is_page = wanted.suffix in (".html", "")
        if is_page and (self.server.faults or not self.server.rules):
            self._send(503, "text/html", self.server.fault_page(), self._fault_headers())
        elif wanted.is_dir():
            # To its address with a slash.
            super().do_GET()
        elif wanted.is_file() and not is_page:
            self._send(200, self.guess_type(wanted), wanted.read_bytes(), self._site_headers(path))
        else:
            found = wanted.is_file()
            page = wanted if found else self.server.folder / "404.html"
            self._send(
                200 if found else 404,
                "text/html",
                self._with_script(page.read_text(encoding="utf-8")),
                self._site_headers(path),
            )

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """The terminal is for faults."""

    def _with_script(self, html: str) -> bytes:
        before, end, after = html.rpartition("</body>")
        return (before + _script(self.server.version) + end + after).encode()

    def _beside(self, name: str) -> None:
        if name == "news":
            self._send(200, "text/plain", self.server.news(urlsplit(self.path).query).encode(), {})
        elif name in _BESIDE:
            self._send(200, _BESIDE[name], (HERE / name).read_bytes(), {})
        else:
            self.send_error(404)

    def _site_headers(self, path: str) -> Mapping[str, str]:
        return self.server.rules.get("/*", {}) | self.server.rules.get(path, {})

    def _fault_headers(self) -> Mapping[str, str]:
        return {"Content-Security-Policy": f"{content_policy([])}; frame-ancestors 'none'", **HEADERS}

    def _send(self, status: int, kind: str, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        text = re.match(r"text/|application/(?:json|xml|atom)", kind)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in ({"Cache-Control": "no-store"} | dict(headers)).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
