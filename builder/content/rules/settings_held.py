"""What mkdocs.yml lists is whole: sheets and scripts, what `extra` says, and what comes from the environment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.environment import SWITCHES
from builder.content.problems import Problem, suggest
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings

# What each list holds, in this order, and what is lost otherwise; more may stand beside.
_HELD = {
    "extra_css": {
        "tokens.css": "colours and sizes would be the theme’s",
        "site.css": "the site would look like a manual",
        "pictures.css": "charts and maps would be without form",
        "answerable.css": "the foot of the pages would be without form",
        "print.css": "paper would show what is to be pressed",
    },
    "extra_javascript": {
        "on-demand.js": "search would not open",
        "keys.js": "Escape would close nothing, and single letters would do something",
        "tooltips.js": "explanations could not be put away by the keyboard",
        "scheme.js": "nobody could change between day and night",
        "copy-quotation.js": "quotations could not be copied with their source",
        "filter.js": "lists could not be narrowed",
        "report.js": "nobody could report an error in a record",
        "moved.js": "old addresses would lead to the top of a page",
    },
}
# What comes from the environment, its variable, and what it is without one.
_FROM = {
    "site_url": ("SITE_URL", '"http://127.0.0.1:8000/"'),
    "use_directory_urls": ("DIRECTORY_URLS", "true"),
    "repository": ("REPOSITORY", '""'),
    "contact": ("CONTACT", '""'),
    **{name: (variable, "false") for name, variable in SWITCHES.items()},
}
_EXTRA = set(_FROM) - {"site_url", "use_directory_urls"}
MESSAGE = "assets/{name} is not in it: {lost}"


@rule("records", message=MESSAGE, fault=Fault(FILE, r"^ *- assets/keys\.js\n", ""))
def settings_held(project: Project) -> Iterator[Problem]:
    """A line lost from a list, or a variable misspelt, is missed by nobody until the site is published without it."""
    said = Settings.read(project.root)
    if said is None:
        return
    for setting, held in _HELD.items():
        yield from _list(said, setting, held)
    for name in (said.at(("extra",)) or {}) if isinstance(said.at(("extra",)), dict) else ():
        if name not in _EXTRA:
            right = suggest(name, _EXTRA, "delete it; the theme’s own extras count visits, or lead to other sites")
            yield Problem(FILE, said.line(name), f"extra.{name}", "the frame knows no such setting", right)
    for name, (variable, without) in _FROM.items():
        written = f"{name}: !ENV [{variable}, {without}]"
        if not re.search(rf"^\s*{re.escape(written)}\s*(?:#.*)?$", said.source, re.MULTILINE):
            wrong = f"it does not come from {variable}, as README.md says"
            yield Problem(FILE, said.line(name), name, wrong, f"write {written}")


def _list(said: Settings, setting: str, held: dict[str, str]) -> Iterator[Problem]:
    given = said.at((setting,))
    if not isinstance(given, list):
        yield Problem(FILE, said.line(setting), setting, "it is no list", "write - assets/name on a line for each")
        return
    for name, lost in held.items():
        if f"assets/{name}" not in given:
            wrong = MESSAGE.format(name=name, lost=lost)
            yield Problem(FILE, said.line(setting), setting, wrong, f"write - assets/{name}")
    ordered = [each for each in given if each.removeprefix("assets/") in held]
    if ordered != [f"assets/{name}" for name in held if f"assets/{name}" in given]:
        right = f"list them as {', '.join(held)}"
        yield Problem(FILE, said.line(setting), setting, "the order is another, and a later one counts more", right)
    for each in given:
        if not (isinstance(each, str) and each.startswith("assets/")):
            yield Problem(FILE, said.line(setting), setting, f"{each} lies elsewhere", "put it into docs/assets/")
        elif given.count(each) > 1:
            yield Problem(FILE, said.line(setting), setting, f"{each} stands twice", "keep one of the two")
