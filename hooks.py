"""Wires builder/ to MkDocs' events. No logic here: https://www.mkdocs.org/dev-guide/plugins/#events"""

import gc
import logging
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from builder import editions
from builder.cache import fingerprint, keep_in
from builder.content import environment
from builder.content.problems import ProblemsFound
from builder.content.records import Change
from builder.content.ways import NOBODY_TO_WRITE_TO, Ways
from builder.downloads import atom, downloads
from builder.downloads.page_citation import PageCitation
from builder.publishing import addresses, copies, search
from builder.publishing.finish import finish
from builder.publishing.linked import About, Linked, linked
from builder.publishing.swap import Staging
from builder.publishing.theme import theme_files
from builder.rendering import frame
from builder.rendering.page_cache import PageCache
from builder.rendering.site import Site
from builder.rendering.templates import in_words
from builder.rendering.ways_on import WaysOn

kept = PageCache()
site: Site
# A few letters for the settings, with what the environment says in them.
settings: str
navigation: Navigation
moved: WaysOn
staging: Staging | None = None
# What each page says to programs, by its path from docs/.
said: dict[str, Linked] = {}


def on_startup(*, command, dirty):
    global staging
    # A build makes hundreds of thousands of parts and drops few of them in circles: looking for these took a tenth of it.
    gc.set_threshold(100_000, 50, 100)
    root = Path(__file__).parent
    keep_in(root / ".cache", root / "builder", root / "hooks.py")
    if command != "serve":
        staging = Staging(logging.getLogger("mkdocs"))


def on_config(config):
    global settings, site
    root = Path(config.config_file_path).parent
    written = Path(config.config_file_path).read_text(encoding="utf-8")
    settings = fingerprint([written, config.site_url, config.use_directory_urls, config.extra])
    try:
        environment.check(config.site_url, config.extra)
        ways = Ways.of(config.extra, "" if addresses.notice(config.site_url) else config.site_url)
    except ProblemsFound as problems:
        raise PluginError(str(problems)) from None
    if not ways:
        logging.getLogger("mkdocs").info(NOBODY_TO_WRITE_TO)
    site = Site(root, ways, config.extra["writing"])
    config.extra |= {"ways": ways, "publisher": site.project.publisher}
    config.markdown_extensions.extend(site.extensions)
    config.extra["theme_files"] = theme_files(config.theme.dirs)
    config.extra["search_worker"], _ = search.worker()
    if staging:
        config.site_dir = str(staging.begin(Path(config.site_dir), root))
    return config


def on_files(files, config):
    try:
        site.check()
    except ProblemsFound as problems:
        raise PluginError(str(problems)) from None
    whole = partial(addresses.whole, config.site_url, not config.use_directory_urls)
    for name, text in downloads(site.project.records, config.site_url, site.chart_tables(whole)).items():
        files.append(File.generated(config, f"data/{name}", content=text))
    for name, content in site.pictures(config.site_name, whole):
        files.append(File.generated(config, name, content=content))
    name, text = search.worker()
    files.append(File.generated(config, name, content=text))
    changes = atom.feed(
        site.project.records.of(Change), config.site_name, config.site_url, lambda path: files.src_uris[path].url
    )
    files.append(File.generated(config, atom.NAME, content=changes))
    return files


def on_nav(nav, config, files):
    global navigation
    navigation = nav
    said.clear()
    around = fingerprint([settings, *((file.src_uri, file.url) for file in files)])
    made_of = {path: (site.expand(path), (around, *site.html_comes_from(path))) for path in site.project.pages}
    kept.render(made_of, config.plugins["material/search"].search_index, config, files)
    return nav


def on_page_markdown(markdown, page, config, files):
    # What the site map says of the page, for which MkDocs takes the day of the build.
    page.update_date = str(site.project.pages[page.file.src_uri].front.reviewed.end)
    return site.expand(page.file.src_uri)


def on_env(env, config, files):
    global moved
    frame.strict(env, files)
    moved = WaysOn(site.project.published, files)
    if moved.notice:
        logging.getLogger("mkdocs").info(moved.notice)
    moved.write_pages(env, navigation, config, files)
    return env


def on_page_context(context, page, config, nav):
    context["front"] = site.project.pages[page.file.src_uri].front
    context["moved"] = moved.of(page.file)
    context["citation"] = PageCitation(
        config.site_name,
        site.project.publisher,
        context["front"].title,
        context["front"].reviewed,
        "" if addresses.notice(config.site_url) else page.canonical_url,
    )
    context["history"] = site.project.history(page.file.src_uri)
    way = [(nav.homepage.title, nav.homepage.file.src_uri)] if not page.is_homepage else []
    way += [(entry.title, entry.children[0].file.src_uri) for entry in reversed(page.ancestors)]
    path = page.file.src_uri
    about = About(config.site_name, config.site_url, not config.use_directory_urls)
    context["linked"] = said[path] = linked(
        site.project, site.charts(path), about, path, [*way, (context["front"].title, path)]
    )
    return context


def on_build_error(error):
    if words := in_words(error, Path(__file__).parent):
        raise PluginError(words) from None


@event_priority(-100)
def on_post_build(config):
    flat = not config.use_directory_urls
    try:
        search.enrich(Path(config.site_dir), site.project, flat)
        if staging:
            copies.write(Path(config.site_dir), site, config.site_name, config.site_url, flat, said)
            finish(
                Path(config.site_dir),
                site.project.pages,
                urlsplit(config.site_url).path,
                editions.promised(config.extra),
                flat=flat,
                contact=site.project.ways.contact,
                lost=moved.problems,
                root=Path(config.config_file_path).parent,
            )
    except ProblemsFound as problems:
        raise PluginError(str(problems)) from None
    if staging:
        config.site_dir = str(staging.finish(config.strict))
        if notice := addresses.notice(config.site_url):
            logging.getLogger("mkdocs").info(notice)


def on_shutdown():
    if staging:
        staging.clear()
