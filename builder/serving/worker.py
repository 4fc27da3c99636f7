"""Builds the site whenever asked, in a process of its own, which is started anew when the code changes.

`python -m builder.serving.worker OUT ADDRESS`: for each line it reads it builds once and writes one line, the faults as JSON.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

PATIENCE = 0.2


class Worker:
    """The process, seen from the one that serves. out: where the site is built; address: under which it is served."""

    def __init__(self, root: Path, out: Path, address: str):
        self._root = root
        self._command = [sys.executable, "-m", __name__, str(out), address]
        self._process: subprocess.Popen[str] | None = None

    def restart(self) -> None:
        """Starts the process, in place of the one that runs."""
        self.stop()
        self._complaints = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 # as long as the process
        self._process = subprocess.Popen(
            self._command,
            cwd=self._root,
            env={**os.environ, "WRITING": "true"},
            text=True,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()

    def stop(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._complaints.close()
            self._process = None

    def build(self, outdated: Callable[[], bool]) -> list[str] | None:
        """Builds once. Gives the faults, none where all is well; None where the code became outdated meanwhile."""
        assert self._process and self._process.stdin
        try:
            self._process.stdin.write("build\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            # It ended by itself; the answer is what it complained of.
            pass
        while True:
            try:
                answer = self._answers.get(timeout=PATIENCE)
            except queue.Empty:
                if outdated():
                    return None
                continue
            return list(json.loads(answer)) if answer else [self._last_words()]

    def _last_words(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read() or "The builder ended without a word."


def _listen(process: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    assert process.stdout
    for line in process.stdout:
        answers.put(line)
    # It ended, and will not answer any more.
    answers.put("")


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


class _Builds:
    """Builds as `mkdocs build` does, strictly, again and again."""

    def __init__(self, out: str, address: str):
        self._given = {"config_file": "mkdocs.yml", "site_dir": out, "site_url": address, "strict": True}
        self._started = False

    def faults(self) -> list[str]:
        """Builds once, and gives all that is wrong."""
        complaints = _Complaints()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(complaints)
        try:
            config = load_config(**self._given)  # type: ignore[arg-type] # it takes any setting by its name
            if not self._started:
                config.plugins.on_startup(command="build", dirty=False)
                self._started = True
            build(config)
        except MkDocsException as error:
            return complaints.said or [str(error)]
        except (Exception, SystemExit):
            return [*complaints.said, traceback.format_exc()]
        finally:
            logger.removeHandler(complaints)
        return []


def main() -> None:
    """Answers each line with a build."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answers:
        # Whatever prints must not speak between the answers.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        builds = _Builds(*sys.argv[1:])
        # What is kept would be walked again and again during a build; between two there is time.
        gc.disable()
        for _ in sys.stdin:
            print(json.dumps(builds.faults()), file=answers, flush=True)
            gc.collect()


if __name__ == "__main__":
    main()
