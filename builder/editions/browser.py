"""The browser that prints the handbook, draws the pictures that must be PNG, and is driven by the tests."""

import shutil

from playwright.sync_api import Browser, Playwright

# Without a window Debian's headless shell costs least; the others are the same engine. Chrome before chromium, which on
# Ubuntu is a snap that starts no browser from a test.
PROGRAMS = ("chromium-headless-shell", "google-chrome", "chromium")
PROGRAM = next(filter(None, map(shutil.which, PROGRAMS)), None)
# A browser that asks nobody for anything it was not told to.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = f"a browser is missing: apt-get install {PROGRAMS[0]}"


def launch(playwright: Playwright) -> Browser:
    """A browser of a running Playwright. Raises RuntimeError where none is installed."""
    if not PROGRAM:
        raise RuntimeError(MISSING)
    return playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
