"""Makes the lesson's sheet for pupils as a PDF of one page, to be handed out: `make sheet`.

It is the last part of the built lesson, in the site's own print styles; its notes stay behind, at the address in its foot.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from urllib.parse import urljoin

import pikepdf
import yaml
from bs4 import BeautifulSoup

from builder import editions
from builder.editions.press import press, save, styles

NAME = editions.FILES["sheet"]
_PAGE, _PART = "learn/classroom/", "sheet"
# What on the page leads around it, and is nothing on paper.
_SCREEN = ".headerlink, .next, sup:has(.footnote-ref), .copy-quotation"
_OWN_STYLES = Path(__file__).with_name("sheet.css")


def main(project: Path, site: Path) -> Path:
    """Writes the sheet of a built site into its folder and gives its path.

    Raises OSError if the site is not built, ValueError if its lesson has no such part or fills more than a page.
    """
    settings = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    html = document(site, settings["site_name"], settings["copyright"].strip())
    with press(site) as printed:
        pdf = printed(html)
    with pikepdf.open(io.BytesIO(pdf)) as pages:
        if len(pages.pages) != 1:
            raise ValueError(f"the sheet in docs/{_PAGE[:-1]}.md fills {len(pages.pages)} pages; shorten it to one")
    out = site / NAME
    save(pdf, out)
    return out


def document(site: Path, name: str, licence: str) -> str:
    """The sheet as one HTML document. name, licence: of the site, for its foot."""
    page = BeautifulSoup((site / _PAGE / "index.html").read_text(encoding="utf-8"), "html.parser")
    heading, canonical = page.select_one(f"h2#{_PART}"), page.select_one("link[rel=canonical]")
    if heading is None or canonical is None:
        raise ValueError(f"docs/{_PAGE[:-1]}.md has no part with the id {_PART}, or no address")
    address = str(canonical["href"])
    for element in page.select(_SCREEN):
        element.decompose()
    for link in page.select("a.term"):
        link.unwrap()
    for link in page.select("a[href]"):
        link["href"] = urljoin(address, str(link["href"]))
    heading.name = "h1"
    notes = heading.find_next_sibling("div", class_="footnote")
    if notes:
        notes.decompose()
    text = "".join(map(str, [heading, *heading.find_next_siblings()]))
    return f"""<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">
        <title>{name}: {heading.get_text()}</title><link rel="stylesheet" href="{styles(site)}">
        <style>{_OWN_STYLES.read_text(encoding="utf-8")}</style></head>
        <body data-md-color-scheme="default"><article class="md-typeset">{text}
        <p class="foot">{name}, {address}#{_PART}. {licence}</p></article></body></html>"""


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    print(main(root, Path(sys.argv[1]) if len(sys.argv) > 1 else root / "site"))
