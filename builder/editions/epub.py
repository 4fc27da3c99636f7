"""Makes one EPUB of the built site, in reading order: `make epub`. https://www.w3.org/TR/epub-33/

Written by hand, a page a file: pandoc, tried on the same pages, drops the ids that three thousand notes lead back to, and
takes the drawings out of the text. The same site always makes the same file.
"""

from __future__ import annotations

import sys
import uuid
import xml.etree.ElementTree as ET
import zipfile
from html import escape
from itertools import groupby
from pathlib import Path

from bs4 import Tag

from builder import editions
from builder.content.settings_file import Settings
from builder.editions.book import Chapter, chapters

NAME = editions.FILES["epub"]
_STYLES = Path(__file__).with_name("epub.css")
# What leads about in a page on a screen: a book has its own contents, and no script to narrow its lists.
_FOR_SCREENS = "a.headerlink, a.permalink, form, details:has(nav), nav, button, .address, .files"
# What the parser of HTML takes for small letters, and XML does not.
_SVG_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
_IDENTIFIER = uuid.uuid5(uuid.NAMESPACE_URL, "tag:called-to-account.example,2026:book").urn
# The least a zip can say of a file's age.
_DATE = (1980, 1, 1, 0, 0, 0)
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""


def main(project: Path, site: Path) -> Path:
    """Writes the EPUB of a built site into its folder and gives its path. Raises OSError if the site is not built."""
    settings = Settings.read(project)
    if settings is None:
        raise ValueError("mkdocs.yml cannot be read")
    title = settings.said["site_name"]
    parts = chapters(settings.said["nav"], site)
    pages = {f"{chapter.name}.xhtml": _page(chapter.title, _text(chapter.article)) for chapter in parts}
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/book.opf": _package(title, settings.said["site_description"].strip(), _changed(site), pages),
        "EPUB/contents.xhtml": _page(title, _contents(title, parts)),
        "EPUB/book.css": _STYLES.read_text(encoding="utf-8"),
        **{f"EPUB/{name}": text for name, text in pages.items()},
    }
    out = site / NAME
    with zipfile.ZipFile(out, "w") as book:
        # First and as it is, so that a program knows the file by its first bytes.
        book.writestr(zipfile.ZipInfo("mimetype", _DATE), "application/epub+zip")
        for name, text in files.items():
            book.writestr(zipfile.ZipInfo(name, _DATE), text, zipfile.ZIP_DEFLATED)
    return out


def _text(article: Tag) -> str:
    """A page's text as XML, its links naming files."""
    for element in article.select(_FOR_SCREENS):
        element.decompose()
    for link in article.select("a[href^='#']"):
        fragment = str(link["href"])[1:]
        name, _, part = fragment.partition("--")
        link["href"] = f"{name}.xhtml#{fragment}" if part else f"{name}.xhtml"
    for drawing in article.select("svg"):
        drawing["xmlns"] = "http://www.w3.org/2000/svg"
        for small, right in _SVG_NAMES.items():
            if small in drawing.attrs:
                drawing[right] = drawing.attrs.pop(small)
    return article.decode()


def _page(title: str, body: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{escape(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body>{body}</body></html>
"""


def _contents(title: str, parts: list[Chapter]) -> str:
    lines = []
    for section, within in groupby(parts, lambda chapter: chapter.section):
        links = "".join(f'<li><a href="{one.name}.xhtml">{escape(one.title)}</a></li>' for one in within)
        lines.append(f"<li><span>{escape(section)}</span><ol>{links}</ol></li>" if section else links)
    return f'<nav epub:type="toc"><h1>{escape(title)}</h1><ol>{"".join(lines)}</ol></nav>'


def _package(title: str, subtitle: str, changed: str, pages: dict[str, str]) -> str:
    def item(number: int, name: str, text: str) -> str:
        drawn = ' properties="svg"' if "<svg" in text else ""
        return f'<item id="page{number}" href="{name}" media-type="application/xhtml+xml"{drawn}/>'

    items = "".join(item(number, name, text) for number, (name, text) in enumerate(pages.items()))
    order = "".join(f'<itemref idref="page{number}"/>' for number in range(len(pages)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{_IDENTIFIER}</dc:identifier><dc:title>{escape(title)}</dc:title><dc:language>en</dc:language>
<dc:creator>{escape(title)}</dc:creator><dc:description>{escape(subtitle)}</dc:description>
<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights><meta property="dcterms:modified">{changed}</meta>
</metadata>
<manifest><item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="styles" href="book.css" media-type="text/css"/>{items}</manifest>
<spine><itemref idref="contents"/>{order}</spine></package>
"""


def _changed(site: Path) -> str:
    """The moment of the newest change, as the site's feed tells it."""
    return ET.parse(site / "changes.xml").getroot().findtext("{http://www.w3.org/2005/Atom}updated") or ""


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    print(main(root, Path(sys.argv[1]) if len(sys.argv) > 1 else root / "site"))
