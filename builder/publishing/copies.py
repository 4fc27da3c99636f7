"""What programs ask a site for: robots.txt, security.txt, llms.txt (https://llmstxt.org), and beside each page its text as
Markdown and what it says as JSON-LD.

Nothing is in them that search engines are not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from pathlib import Path

from builder.cache import Cache
from builder.content.settings_file import Settings
from builder.downloads.columns import TABLES
from builder.publishing import security
from builder.publishing.addresses import built_path
from builder.publishing.addresses import whole as whole_address
from builder.publishing.linked import Linked
from builder.rendering.plain import bare
from builder.rendering.site import Site

_kept: Cache[Hashable, str] = Cache("copies")


def write(folder: Path, site: Site, name: str, address: str, flat: bool, said: Mapping[str, Linked]) -> None:
    """Writes them into a folder that holds the built pages.

    site: checked; name: what it is called; address: where it is published, with a slash at its end; flat: whether pages
    are files, not folders; said: what each page says to programs, by its path from docs/.
    """
    whole = partial(whole_address, address, flat)
    _kept.turn()
    for path, page in site.project.pages.items():
        text = _kept.get((site.html_comes_from(path), whole(path), flat), partial(bare, site, path, whole))
        copy = site.render("page/copy.md", text=text.strip(), site=name, address=whole(path), front=page.front)
        (folder / f"{built_path(path, flat)}.md").write_text(f"{copy}\n", encoding="utf-8")
        (folder / f"{built_path(path, flat).removesuffix('.html')}.jsonld").write_text(
            said[path].file, encoding="utf-8"
        )
    robots = site.render("page/robots.md", address=address)
    (folder / "robots.txt").write_text(f"{robots}\n", encoding="utf-8")
    security.write(folder, site)
    (folder / "llms.txt").write_text(_llms(site, name, address, whole, flat), encoding="utf-8")


def _llms(site: Site, name: str, address: str, whole: Callable[[str], str], flat: bool) -> str:
    def sections(settings: Settings) -> Iterator[tuple[str, list[tuple[object, str]]]]:
        for title, paths in settings.sections():
            yield title, [(site.project.pages[path].front, f"{address}{built_path(path, flat)}.md") for path in paths]

    settings = Settings.read(site.project.root)
    home = site.project.pages["index.md"].front
    listed = list(sections(settings)) if settings else []
    text = site.render(
        "page/llms.md", site=name, description=home.description, sections=listed, address=address, tables=TABLES
    )
    return f"{text}\n"
