"""What a page makes a reader download before the reader does anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from builder.editions.browser import launch
from tests.bench.serve import served

PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Weight:
    """Bytes as sent, with gzip: the page's own, and of all else it loads; and how many files that is."""

    page: int
    beside: int
    files: int

    @property
    def total(self) -> int:
        return self.page + self.beside


def addresses(site: Path) -> list[str]:
    """Every page's address from the site's root."""
    return sorted(str(path.parent.relative_to(site) / "_")[:-1] for path in site.rglob("index.html"))


def weights(site: Path) -> dict[str, Weight]:
    """Each page's weight, loaded by a browser that has seen nothing yet."""
    with served(site) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        found = {}
        for address in addresses(site):
            server.sent.clear()
            context = browser.new_context(viewport=PHONE)
            # Until nothing has been asked for, for half a second.
            context.new_page().goto(server.address + address, wait_until="networkidle")
            context.close()
            (_, page), *others = server.sent
            found[address] = Weight(page, sum(size for _, size in others), len(others) + 1)
        browser.close()
    return found
