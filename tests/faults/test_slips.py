"""A slip stops the build with one clear message, and the site that stood before still stands."""

import pytest

from builder.content.problems import ProblemsFound
from builder.rendering.site import Site
from tests.conftest import copy_project, mkdocs
from tests.faults.conftest import COUNTED
from tests.faults.slips import FAULTS

PAGE = "docs/background/isis.md"


def check(project):
    """What a build of the project would be refused for."""
    try:
        Site(project).check()
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


def edit(project, file, old, new):
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(project, file, text):
    with (project / file).open("a", encoding="utf-8") as stream:
        stream.write(text)


def test_the_project_itself_has_no_problem(project):
    assert check(project) == []


def told(project, found_by):
    """What a project is told by the gate that finds its faults, line by line."""
    problems = check(project)
    if found_by == "check":
        return problems
    assert problems == [], "the check finds it before a build does"
    result = mkdocs(project, "build")
    assert result.returncode != 0, "the build went through"
    assert not (project / "site").exists()
    assert "Traceback" not in result.stdout
    return [line.strip() for line in result.stdout.splitlines()]


def told_of(fault, problems):
    return {problem for problem in problems if fault.place in problem and fault.said in problem}


def together(faults, most=60):
    """The faults in groups that one project can have at once: of one gate, a slip of each kind to a group."""
    groups = []
    for fault in faults:
        fits = (
            group
            for group in groups
            if fault.found_by != "halt"
            and len(group) < most
            and all(fault.found_by == other.found_by and fault.said != other.said for other in group)
        )
        group = next(fits, None)
        if group is None:
            groups.append([fault])
        else:
            group.append(fault)
    return groups


def unnamed(faults, folder):
    """Those of some faults that are not named where a project has them all at once, each with what is told instead."""
    project, committed = copy_project(folder), []
    for fault in faults:
        try:
            fault.corrupt(project)
        except (AssertionError, OSError, ValueError):
            if len(faults) == 1:
                raise
            # Another took its place.
            continue
        committed.append(fault)
    problems = told(project, faults[0].found_by)
    others = {fault: [told_of(other, problems) for other in committed if other is not fault] for fault in committed}
    named = {fault for fault in committed if told_of(fault, problems).difference(*others[fault])}
    return [(fault, problems) for fault in faults if fault not in named]


def missed_by(faults, folder):
    """Those of some faults that are not named: all at once, then without those that were, in the end each alone."""
    folder.mkdir(exist_ok=True)
    missed = unnamed(faults, folder / "all")
    if len(faults) == 1:
        return missed
    others = [fault for fault, _ in missed]
    # Where most were hidden, one hides them all: the half without it is told as it should be.
    halves = [others] if 2 * len(others) <= len(faults) else [others[::2], others[1::2]]
    return [each for n, half in enumerate(halves) if half for each in missed_by(half, folder / f"half-{n}")]


@pytest.mark.parametrize("faults", together(FAULTS), ids=lambda faults: f"{faults[0].name}, {len(faults)} in all")
def test_corruptions_are_caught_and_their_places_named(tmp_path, faults):
    """All at once, as a build promises; then those that others hid or are told as, without the others."""
    missed = missed_by(faults, tmp_path)
    for fault in faults:
        COUNTED.append("tried")
        found = next((problems for other, problems in missed if other is fault), None)
        if found is None or found:
            COUNTED.append("caught")
        if found is None:
            COUNTED.append("named")
    assert [(fault.name, problems) for fault, problems in missed] == []


ASKED = [
    ('\n{{ figure("misssing") }}\n', "no figure has the id misssing (did you mean missing"),
    ('\n{{ figure("missing", "bare") }}\n', "a figure has no form 'bare' (write one of full, cited, value)"),
    ('\n{{ map("m", "A map", "sinjarr") }}\n', "no place has the id sinjarr (did you mean sinjar"),
    ('\n{{ next("story/quots.md") }}\n', "there is no page story/quots.md (write its path from docs/"),
    (
        '\n{{ spans("s", "T", "R", ("Set up", "2017-09-21-resolution")) }}\n',
        "no event has the id 2017-09-21-resolution",
    ),
    ('\n{{ callouts(misssng="Missing") }}\n', "no figure has the id misssng (did you mean missing"),
    ('\n{{ quote("harowing") }}\n', "no quotation has the id harowing (did you mean harrowing?)"),
]
WRITTEN = [
    ("\nText.[@no-such-source]\n", "no source has the id no-such-source"),
    ("\nText.[@sc-12998, page 3]\n", "malformed locator 'page 3' for sc-12998"),
    ("\nText.[@sc-12998\n", "is not closed"),
    ("\n# A title\n", "the page's title stands in its text (it comes from the front matter; start with ##)"),
]


@pytest.mark.parametrize(
    "slips",
    [
        ASKED,
        WRITTEN,
        # After these nothing of the page can be read.
        [('\n{{ figur("missing") }}\n', "'figur' is undefined (did you mean figure")],
        [("\n{{ figure( }}\n", "the expression does not parse")],
    ],
    ids=lambda slips: slips[0][1],
)
def test_each_slip_in_a_page_names_the_page_and_the_line(project, slips):
    lines = []
    for text, _ in slips:
        lines.append(len((project / PAGE).read_text(encoding="utf-8").splitlines()) + 2)
        append(project, PAGE, text)
    problems = check(project)
    assert all(problem.startswith(f"{PAGE}:") for problem in problems)
    for line, (_, said) in zip(lines, slips, strict=True):
        (problem,) = [problem for problem in problems if said in problem]
        assert problem.startswith(f"{PAGE}:{line}:")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title:", "titel:", "field titel: there is no such field (did you mean title?)"),
        ("title:", "titel:", "field title: the field is missing (every page has one)"),
        ("reviewed: 2026-11-", "reviewed: 2026-19-", "has no such month"),
        ("description: ", "description: short # ", "the description is too short or too long"),
        ("skip_to: ", "skip_to: nowhere-", "no heading has the id nowhere-"),
        ("title: ", "title: [", "the YAML does not parse"),
        ("---\n", "", "the field is missing"),
    ],
)
def test_a_slip_in_the_front_matter_names_the_field(project, old, new, said):
    edit(project, PAGE, old, new)
    problems = check(project)
    assert all(problem.startswith(PAGE) for problem in problems)
    assert any(said in problem for problem in problems)


def test_a_source_nobody_cites_is_refused(project):
    append(
        project,
        "data/sources.yml",
        "\n- {id: idle, type: webpage, title: Idle, publisher: Nobody, URL: 'https://example.org', grade: reference}\n",
    )
    (problem,) = check(project)
    assert "source idle: no page cites it (cite it or delete it)" in problem


def test_a_term_explained_on_a_page_that_is_not_there_is_refused(project):
    edit(project, "data/glossary.yml", "explained: background/", "explained: backgrounds/")
    (problem,) = check(project)
    assert "there is no page backgrounds/" in problem and "did you mean background/" in problem


def test_a_claim_that_leads_to_a_page_that_is_not_there_is_refused(project):
    edit(project, "data/claims.yml", "see: since/evidence.md", "see: since/evidense.md")
    (problem,) = check(project)
    assert "there is no page since/evidense.md" in problem and "did you mean since/evidence.md" in problem


def test_faults_in_data_and_pages_are_told_together(project):
    edit(project, "data/figures.yml", "  asof:", "  as_of:")
    edit(project, "data/people.yml", "- id: ", "- id: Nobody ")
    append(project, PAGE, '\nText.[@no-such-source]\n\n{{ figure("nothing-like-it") }}\n')
    problems = check(project)
    for file in ("data/figures.yml", "data/people.yml", PAGE):
        assert any(problem.startswith(file) for problem in problems)
    assert sum(problem.startswith(PAGE) for problem in problems) == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("data/figures.yml", "  asof:", "  as_of:", "there is no such field (did you mean asof"),
        ("data/sources.yml", "- id:", "- id: [", "data/sources.yml:"),
        (PAGE, "genocide-in-law.md)", "genocide-in-lore.md)", "genocide-in-lore.md"),
        (PAGE, "genocide-in-law.md)", "genocide-in-law.md#no-such-part)", "no-such-part"),
    ],
)
def test_a_failed_build_leaves_the_site_that_stood_before(project, file, old, new, said):
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good build", encoding="utf-8")
    edit(project, file, old, new)
    result = mkdocs(project, "build")
    assert result.returncode != 0
    assert said in result.stdout
    assert "Traceback" not in result.stdout
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good build"
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_one_round_shows_templates_pages_links_styles_files_and_data_together(project):
    edit(project, "templates/lists/case.md", "| md", "| mdd")
    edit(project, PAGE, "genocide-in-law.md)", "genocide-in-lore.md)")
    append(project, PAGE, "\nThis is **bold.[@no-such-source]\n")
    append(project, "docs/assets/site.css", "\n.broken { color red; }\n")
    edit(project, "data/figures.yml", "  asof:", "  as_of:")
    edit(project, "overrides/base.html", "| url", "| urls")
    (project / "docs" / "help.md~").write_text("Old.", encoding="utf-8")
    problems = check(project)
    for file, said in (
        ("templates/lists/case.md", "No filter named 'mdd'"),
        (PAGE, "genocide-in-lore.md, and there is none"),
        (PAGE, "** is never closed"),
        (PAGE, "no source has the id no-such-source"),
        ("docs/assets/site.css", "browsers drop"),
        ("data/figures.yml", "there is no such field"),
        ("overrides/base.html", "No filter named 'urls'"),
        ("docs/help.md~", "has no place in docs/"),
    ):
        assert any(problem.startswith(file) and said in problem for problem in problems), (file, said)
    assert len(problems) < 20, "one fault makes no others"


def test_more_places_than_a_map_can_name_are_told_in_one_line(project):
    more = "\n".join(
        f"- id: p{number}\n  name: P{number}\n  kind: village\n  what: Village.\n  lat: 36.1\n  lon: 42.1\n"
        "  precision: village\n  sources: [geonames]\n"
        for number in range(300)
    )
    append(project, "data/places.yml", f"\n{more}")
    (problem,) = [problem for problem in check(project) if "on the map" in problem or "the map has" in problem]
    assert "more than 100 names can be read on" in problem
