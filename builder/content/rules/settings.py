"""What mkdocs.yml must say for the promises of this project to hold, whoever edits it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.settings_file import FILE, Settings

# Where a setting stands, what it must be, and what would be lost otherwise.
_MUST_BE = (
    (("strict",), "true", "a warning would no longer stop a build"),
    (("validation", "nav", "omitted_files"), "warn", "a page could be missing from the navigation"),
    (("validation", "nav", "not_found"), "warn", "the navigation could lead nowhere"),
    (("validation", "nav", "absolute_links"), "warn", "the navigation could lead out of the site"),
    (("validation", "links", "not_found"), "warn", "a link could lead nowhere"),
    (("validation", "links", "anchors"), "warn", "a link could lead to no part of a page"),
    (("validation", "links", "unrecognized_links"), "warn", "a link could be misspelt"),
    (("validation", "links", "absolute_links"), "relative_to_docs", "links of templates would break"),
    (("theme", "font"), "false", "every reader would be sent to a font service"),
    (("plugins",), ["search"], "plugins may fetch from elsewhere; what is ours is an extension or the hook"),
    (("hooks",), ["hooks.py"], "records and citations would not be read"),
    (("docs_dir",), "docs", "the rules would read other pages than those that are built"),
    (("site_dir",), "site", "what is published would lie elsewhere than README says"),
    (("theme", "name"), "material", "the frame is written for it"),
    (("theme", "custom_dir"), "overrides", "the theme’s own frame would take the place of ours"),
    (("theme", "language"), "en", "pages would name another language than they are in"),
    (("theme", "favicon"), "assets/mark.svg", "browsers would show another mark, or none"),
    (
        ("theme", "features"),
        ["content.footnote.tooltips", "content.tooltips", "toc.follow", "search.highlight", "search.suggest"],
        "notes and terms would no longer be explained where they stand, or the theme would load pages by its script",
    ),
    (("watch",), ["data", "templates", "overrides", "hooks.py"], "make serve would not see what changes"),
    (
        ("markdown_extensions",),
        [
            "attr_list",
            {"footnotes": {"BACKLINK_TITLE": "Back to the text at note {}"}},
            "md_in_html",
            "sane_lists",
            "tables",
            {"toc": {"permalink": "#", "permalink_title": "Link to this section", "toc_depth": "3"}},
            {"pymdownx.blocks.admonition": {"types": ["abstract", "plain"]}},
            "pymdownx.blocks.details",
            "pymdownx.blocks.html",
            "pymdownx.superfences",
        ],
        "pages are held to rules for this Markdown and no other",
    ),
)
_MUST_NOT_BE = (
    ("repo_url", "the theme would ask the host of the repository for its numbers"),
    ("edit_uri", "pages would lead to an editor that needs an account"),
    ("exclude_docs", "pages could be left out without a word"),
    ("not_in_nav", "pages could be left out of the navigation without a word"),
    ("draft_docs", "make serve would show what is not published"),
    ("INHERIT", "settings would stand in a file that no rule reads"),
    ("extra_templates", "a template of theirs is published unread"),
)


MESSAGE = "it is {given}: {lost}"


@rule("pages", message=MESSAGE, fault=Fault(FILE, "^strict: true", "strict: false"))
def settings(project: Project) -> Iterator[Problem]:
    """MkDocs lets pass what this project may not let pass."""
    said = Settings.read(project.root)
    if said is None:
        return
    for path, expected, lost in _MUST_BE:
        given = said.at(path)
        if given != expected:
            wrong = MESSAGE.format(given=repr(given), lost=lost) if given is not None else f"it is missing: {lost}"
            yield Problem(FILE, said.line(path[-1]), ".".join(path), wrong, f"write {path[-1]}: {expected}")
    for name, line in said.twice():
        yield Problem(FILE, line, name, "it is set twice, and only the last counts", "keep one of the two")
    for name, lost in _MUST_NOT_BE:
        if said.at((name,)) is not None:
            yield Problem(FILE, said.line(name), name, f"it is set: {lost}", "delete it")
