"""A built site over HTTP as a host would serve it, gzip and all, with a record of what was sent."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Of the types a site consists of, those that are compressed already.
_PACKED = {".png", ".jpg", ".webp", ".woff2", ".gz", ".pdf"}
LEVEL = 6


@functools.cache
def packed(path: Path) -> bytes:
    """A file's bytes as they are sent."""
    content = path.read_bytes()
    return content if path.suffix in _PACKED else gzip.compress(content, LEVEL, mtime=0)


@dataclass
class Server:
    """address: with a slash at its end; sent: every file and its bytes in the order in which they were sent."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serves a folder on a free port until the block ends."""

    class Handler(_Handler):
        root = folder
        sent: list[tuple[str, int]] = []

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}/", Handler.sent)
    finally:
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Or the last packet of an answer waits for the one before to be acknowledged.
    disable_nagle_algorithm = True
    root: Path
    sent: list[tuple[str, int]]

    def do_GET(self) -> None:
        path = self.root / self.path.partition("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix not in _PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((path.relative_to(self.root).as_posix(), len(body)))

    def log_message(self, *_: object) -> None:
        pass
