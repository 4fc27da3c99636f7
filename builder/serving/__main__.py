"""Serves the site while it is written: `python -m builder.serving [--port N]`, or `make serve`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from builder.serving.server import Server
from builder.serving.watching import look
from builder.serving.worker import Worker

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
# Seconds between two looks at the files, and how long they have to lie still: an editor may write one in two steps.
PACE, STILL = 0.15, 0.05


def serve(root: Path, server: Server, worker: Worker) -> None:
    """Builds whenever something changes, until the code that serves has changed itself, and can be run."""
    seen = None
    while True:
        now = look(root)
        if now == seen:
            time.sleep(PACE)
            continue
        time.sleep(STILL)
        if look(root) != now:
            continue
        started = time.monotonic()
        if seen and now.ours != seen.ours:
            faults: list[str] | None = _faults_of_ours(root)
            if not faults:
                return
        else:
            if not seen or now.code != seen.code:
                worker.restart()
            faults = worker.build(outdated=lambda now=now: look(root).code != now.code)  # type: ignore[misc]
        seen = now
        if faults is None:
            continue
        server.show(faults)
        _tell(faults, time.monotonic() - started)


def _faults_of_ours(root: Path) -> list[str]:
    """What keeps the new code that serves from running."""
    command = [sys.executable, "-c", f"import {__package__}.__main__"]
    tried = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return [tried.stderr] if tried.returncode else []


def _tell(faults: list[str], seconds: float) -> None:
    clock = time.strftime("%H:%M:%S")
    if faults:
        print(f"{clock}  not built", *faults, sep="\n", flush=True)
    else:
        print(f"{clock}  built in {seconds:.1f} s", flush=True)


def main() -> None:
    """Serves until it is stopped."""
    parser = argparse.ArgumentParser(prog="python -m builder.serving")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free")
    port = parser.parse_args().port
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="serve-") as folder:
        try:
            server = Server(HOST, port, Path(folder) / "site")
        except OSError as error:
            sys.exit(
                f"Port {port} cannot be had ({error.strerror}): stop what serves there, or choose another, make serve PORT=8001"
            )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        worker = Worker(ROOT, server.folder, server.address)
        print(f"Serving on {server.address}", flush=True)
        try:
            serve(ROOT, server, worker)
        except KeyboardInterrupt:
            return
        finally:
            worker.stop()
            server.server_close()
    os.execv(sys.executable, [sys.executable, "-m", __package__, "--port", str(server.server_port)])


if __name__ == "__main__":
    main()
