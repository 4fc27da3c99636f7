"""`make serve` in a project, as a contributor and a browser meet it."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

SCRIPT = re.compile(rb'<script src="/\.serve/reload\.js" data-version="(\d+)"></script>\n')
# Never a verdict: only when to give up on a machine that is busy with something else.
PATIENCE = 120


class Serving:
    """address: of the site, with a slash at its end."""

    def __init__(self, process, log):
        self._process, self._log = process, log
        self.address = self.told(r"Serving on (\S+)\n")[1]

    @property
    def log(self):
        return self._log.read_text(encoding="utf-8")

    def told(self, pattern):
        """Waits until the terminal shows something."""
        return self._until(lambda: re.search(pattern, self.log), f"{pattern} in\n{self.log}")

    def get(self, path=""):
        """An answer's status, headers and body; status 0 where nobody answers, as between two starts."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()
        except OSError:
            return 0, {}, b""

    def file(self, path):
        """A file as it is served, without the line that asks for the script."""
        return SCRIPT.sub(b"", self.get(path)[2])

    def shows(self, status, path="", words=""):
        """Waits until a page is answered with a status, and some words in it, and gives its text."""

        def answered():
            given, _, page = self.get(path)
            text = page.decode()
            # Even a page without a word is one.
            return [text] if given == status and words in text else None

        return self._until(answered, f"{status} for {path} in\n{self.log}")[0]

    @contextmanager
    def change(self):
        """Waits, after an edit, until its outcome is shown."""
        before = self._version()
        yield
        self._until(lambda: self._version() not in (None, before), f"a build in\n{self.log}")

    def _version(self):
        found = SCRIPT.search(self.get("index.html")[2])
        return found and found[1]

    def _until(self, holds, awaited):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = holds()
            if found:
                return found
            assert self._process.poll() is None, self.log
            time.sleep(0.2)
        raise AssertionError(f"never came: {awaited}")


def command(port):
    return [sys.executable, "-m", "builder.serving", "--port", str(port)]


@contextmanager
def serving(project):
    log = project / ".serve.log"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    with log.open("w") as output:
        process = subprocess.Popen(command(0), cwd=project, env=environment, stdout=output, stderr=output)
    try:
        yield Serving(process, log)
    finally:
        process.terminate()
        process.wait()
