"""A sign of Markdown deleted, doubled or swapped with its neighbour, anywhere on any page, is no way to mislead a reader.

The slip is refused with its place, or the page reads the same, or it is of a kind that is accepted for a reason.
PAGE_SLIPS in the environment says how many are tried.
"""

import functools
import os
import re

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.content.markdown_text import without_code
from builder.content.pages import Page
from builder.content.project import Project
from builder.content.records.load import Records
from builder.content.rules import all_rules, links
from builder.content.settings_file import Settings
from builder.publishing.audit import PageAudit
from builder.publishing.html import hear
from builder.publishing.paragraphs import UncitedParagraphs, states_facts
from builder.rendering.expander import Expander, ExpandError
from builder.rendering.site import Site
from tests.conftest import ROOT
from tests.faults.conftest import COUNTED

SITE = Site(ROOT)
SITE.check()
RECORDS, EXPANDER = SITE.project.records, Expander(SITE.project)
PATHS = sorted(SITE.project.pages)
SIGNS = '[](){}@#*_|`<>!"“”/\\-;\n'
# The sign, what happened to it, what stands around it; and why a reader is not misled.
ACCEPTED = (
    (r"-", "any", r"\w-+\w", "a hyphen within a word or an address is spelling, which codespell and the link rules read"),
    (r"[-–]", "any", r"\d", "a hyphen between numbers is spelling"),
    (r"\n", "any", r"", "a line or a paragraph begins elsewhere, and every word of it stands"),
    (r"[()/;!]", "any", r"", "a stop in a sentence; the words around it stand"),
    (r"[“”\"]", "swapped", r"", "the mark stands one letter further, and is seen"),
    (r"[\]\[*)(]", "swapped", r"", "the mark stands one letter further, and the words stand"),
    (r"#", "any", r"", "a heading one level deeper or higher, where the outline allows it"),
)  # fmt: skip
ONCE = settings(
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ.get("PAGE_SLIPS", "20")),
    suppress_health_check=[HealthCheck.too_slow],
)


def problems(path, text):
    """What the rules say of one page, its records left out."""
    project = Project(ROOT, Records(), {path: Page(path, text)})
    cited = Project(ROOT, RECORDS, {path: Page(path, text)})
    found = [problem for rule in all_rules() if rule.stage == "pages" for problem in rule.check(project)]
    found += [problem for rule in all_rules() if rule.name == "citations" for problem in rule.check(cited)]
    whole = Project(ROOT, Records(), {**SITE.project.pages, path: Page(path, text)}, expanded=SITE.project.expanded)
    found += links.links.check(whole)
    return {problem for problem in found if problem.file == f"docs/{path}"}


def rendered(path, text):
    """The page as HTML, and what the last look says of it. Raises ExpandError."""
    expanded = EXPANDER.expand(Page(path, text).body)
    extensions, configs = [], {}
    for each in Settings.read(ROOT).at(("markdown_extensions",)):
        name, config = next(iter(each.items())) if isinstance(each, dict) else (each, {})
        extensions.append(name)
        configs[name] = config if name.startswith("pymdownx") else {}
    html = markdown.markdown(expanded, extensions=[*extensions, *SITE.extensions], extension_configs=configs)
    audit, facts = PageAudit(), UncitedParagraphs()
    hear(f"<article>{html}</article>", audit, facts)
    return " ".join(html.split()), {*audit.faults, *(facts.found if states_facts(path) else ())}


@functools.cache
def before(path):
    text = SITE.project.pages[path].text
    return problems(path, text), rendered(path, text)


@st.composite
def slips(draw):
    path = draw(st.sampled_from(PATHS))
    page = SITE.project.pages[path]
    start = len(page.text) - len(page.body)
    places = [place for place in range(start, len(page.text) - 1) if page.text[place] in SIGNS]
    place = draw(st.sampled_from(places))
    return path, place, draw(st.sampled_from(["deleted", "doubled", "swapped"]))


def slipped(text, place, how):
    sign, following = text[place], text[place + 1]
    return (
        text[:place]
        + {"deleted": following, "doubled": sign * 2 + following, "swapped": following + sign}[how]
        + text[place + 2 :]
    )


def outcome(path, place, how):
    """refused, the same, or what was accepted."""
    found = _outcome(path, place, how)
    COUNTED.extend(["tried", *(("caught", "named") if found == "refused" else ("harmless",))])
    return found


def _outcome(path, place, how):
    text = SITE.project.pages[path].text
    changed = slipped(text, place, how)
    known, (html, looks) = before(path)
    if new := problems(path, changed) - known:
        assert all(problem.line for problem in new)
        return "refused"
    try:
        after, faults = rendered(path, changed)
    except ExpandError as error:
        assert error.faults
        return "refused"
    if faults - looks:
        return "refused"
    return "the same" if after == html else "accepted"


@ONCE
@given(slips())
def test_a_slip_of_markup_is_refused_or_harmless(slip):
    path, place, how = slip
    if outcome(path, place, how) != "accepted":
        return
    text = SITE.project.pages[path].text
    if without_code(text)[place] != text[place]:
        # Code is printed as it stands.
        return
    around = text[max(0, place - 1) : place + 2]
    kinds = [
        why
        for sign, done, near, why in ACCEPTED
        if re.fullmatch(sign, text[place]) and done in ("any", how) and re.search(near, around)
    ]
    assert kinds, f"{path}: {text[place]!r} {how} in {text[max(0, place - 30) : place + 30]!r}"


@pytest.mark.parametrize("how", ["deleted", "doubled"])
def test_the_slips_that_cost_a_reader_most_are_refused(how):
    """A bracket of a citation, a brace of a call, an emphasis, a quotation mark."""
    path = "background/isis.md"
    text = SITE.project.pages[path].text
    for signs in ("[@", "{{", "}}", "“", "”"):
        assert outcome(path, text.index(signs, len(text) - len(SITE.project.pages[path].body)), how) == "refused", signs
