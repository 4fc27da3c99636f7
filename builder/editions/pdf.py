"""Makes one PDF of the built site, in reading order: `make handbook`.

The pages are those of the site, printed by its own print stylesheet through Chromium, which writes tagged PDF.
Printed twice: only after the first time is it known on which sheet each page begins, so that the first goes without tags.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, cast

import pikepdf
import yaml

from builder import editions
from builder.editions.book import chapters
from builder.editions.press import press, save, styles

NAME = editions.FILES["handbook"]
_OWN_STYLES = Path(__file__).with_name("pdf.css")


def main(project: Path, site: Path) -> Path:
    """Writes the handbook of a built site into its folder and gives its path. Raises OSError if the site is not built."""
    settings = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    book = Book(settings["site_name"], settings["site_description"].strip(), settings["nav"], site)
    with press(site) as printed:
        sheets = _sheets(printed(book.html({}), tagged=False))
        pdf = printed(book.html(sheets))
    if _sheets(pdf) != sheets:
        raise RuntimeError("the contents moved the pages they list")
    out = site / NAME
    save(pdf, out)
    return out


class Book:
    """The pages of a site as one document.

    nav: the navigation of mkdocs.yml. site: the folder of the built site.
    """

    def __init__(self, title: str, subtitle: str, nav: list[Any], site: Path):
        self._title, self._subtitle = title, subtitle
        self._chapters = chapters(nav, site)
        self._styles = styles(site)

    def html(self, sheets: dict[str, int]) -> str:
        """The whole document. sheets: the number of the sheet on which each page begins, by its id."""
        contents, part = [], ""
        for chapter in self._chapters:
            if chapter.section != part:
                part = chapter.section
                contents.append(f"<li class='part'>{part}</li>")
            sheet = sheets.get(chapter.name, "")
            contents.append(f"<li><a href='#{chapter.name}'>{chapter.title}</a><span>{sheet}</span></li>")
        body = "".join(str(chapter.article) for chapter in self._chapters)
        return f"""<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>{self._title}</title>
            <link rel="stylesheet" href="{self._styles}"><style>{_OWN_STYLES.read_text(encoding="utf-8")}</style></head>
            <body class="handbook" data-md-color-scheme="default">
            <div class="md-typeset cover"><h1>{self._title}</h1><p>{self._subtitle}</p></div>
            <nav class="md-typeset book-contents"><h2>Contents</h2><ol>{"".join(contents)}</ol></nav>{body}</body></html>"""


def _sheets(pdf: bytes) -> dict[str, int]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        places = {
            key.lstrip("/"): cast(Any, place)[0].objgen for key, place in document.Root.Dests.items() if "--" not in key
        }
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        return {name: numbers[page] for name, page in places.items()}


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    print(main(root, Path(sys.argv[1]) if len(sys.argv) > 1 else root / "site"))
