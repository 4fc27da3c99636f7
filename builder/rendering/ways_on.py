"""Pages at addresses that were left, each leading on by a link, and the lists by which a page leads on from parts it lost.

No page leaves by itself: a refresh would lose the part that the address names, and take the reader somewhere unasked.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from builder.content.published import LIST, Published, address_of

_ID = re.compile(r"<[a-z][^<>]*?\sid=\"([^\"]+)\"")
# Parts whose ids are counted along the page, and the words of drawings: nobody was given these as addresses.
_PASSING = re.compile(r"fn(?:ref\d*)?:.*|.*_\d+|.*-(?:title|text)")
_NEW = "{count} addresses are new, such as {first}; make addresses lists them in {list}, so that they are kept"


def parts(html: str) -> set[str]:
    """The parts of a page's text that readers may be given as addresses."""
    return {part for part in _ID.findall(html) if not _PASSING.fullmatch(part)}


def text_of(html: str) -> str:
    """What a whole built page holds of its own, without the frame around it."""
    return html.partition("<article")[2].rpartition("</article>")[0]


class WaysOn:
    """The ways on from what is not there any more, once every page is rendered.

    problems: the addresses that lead nowhere.
    """

    def __init__(self, published: Published, files: Files):
        self._published = published
        self._files = {address_of(file.src_uri): file for file in files.documentation_pages()}
        there = {address: parts((file.page and file.page.content) or "") for address, file in self._files.items()}
        self._ways, self.problems = published.ways_on(there)
        self._new = published.lacks(there)

    @property
    def notice(self) -> str:
        """What to tell whoever builds; empty where every address is listed."""
        return _NEW.format(count=len(self._new), first=self._new[0], list=LIST) if self._new else ""

    def of(self, file: File) -> list[dict[str, str]]:
        """The ways on from parts that a page lost: the part, the address where it is, and that page's title.

        Parts that one line of data/moved.yml leads on have one way together, whose part is empty.
        """
        page = address_of(file.src_uri)
        rest, _ = self._published.moved.get(page, ("", 0))
        together = [{"part": "", **self._place(rest)}] if rest else []
        return together + [way for way in self._named(page) if f"{page}#{way['part']}" in self._published.moved]

    def write_pages(self, env: Environment, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Writes a page at every address that a page left. A build whose pages are files has no such addresses."""
        if not config.use_directory_urls:
            return
        for page in self._ways.keys() - self._files.keys():
            root = "/".join([".."] * (page.count("/") - 1))
            context: dict[str, Any] = {**get_context(nav, files, config, base_url=root), "moved": self._named(page)}
            path = Path(config.site_dir, page.strip("/"), "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(env.get_template("moved.html").render(context), encoding="utf-8")

    def _named(self, page: str) -> list[dict[str, str]]:
        found = []
        for part, new in self._ways.get(page, {}).items():
            found.append({"part": part, **self._place(new)})
        return found

    def _place(self, address: str) -> dict[str, str]:
        page, mark, part = address.partition("#")
        file = self._files[page]
        return {"url": f"{file.url}{mark}{part}", "title": str(file.page.meta["title"]) if file.page else ""}
