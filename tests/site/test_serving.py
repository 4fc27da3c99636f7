"""`make serve` shows what will be published, as soon as it is written, or what keeps it from being built."""

import re
import subprocess

from tests.conftest import mkdocs
from tests.serving import command, serving
from tests.site.test_build import files

PAGE = "docs/background/isis.md"


def edit(project, file, pattern, becomes):
    path = project / file
    text, times = re.subn(pattern, becomes, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert times, f"{file} has nothing like {pattern!r} any more; the edit needs another place"
    path.write_text(text, encoding="utf-8")


def assert_same_as_a_fresh_build(served, project):
    (project / ".cache").unlink()
    result = mkdocs(project, "build", SITE_URL=served.address)
    assert result.returncode == 0, result.stdout
    site = project / "site"
    hidden = {"_headers"}
    different = [name for name in sorted(files(site) - hidden) if served.file(name) != (site / name).read_bytes()]
    assert different == []


def test_after_any_edit_the_same_is_served_as_a_fresh_build_makes(project):
    """What is kept between builds must never be what an edit has changed."""
    with serving(project) as served:
        served.shows(200)
        # From what changes every page to what changes one: what is kept wrongly of an edit is not made anew by the next.
        for edits in (
            [("mkdocs.yml", "what was true, and", "what held, and")],
            [
                ("data/vocabulary.yml", "Courts: judgments", "Courts: what they judged"),
                ("data/glossary.yml", r"^  definition: (?=[A-Z]\w+ )", "  definition: Put anew, "),
            ],
            [
                ("templates/inline/note.md", r"\A", "Source: "),
                ("templates/lists/timeline.md", r"\A", "*All that happened.*\n{ .plain }\n\n"),
            ],
            [
                ("overrides/partials/footer.html", "How we checked", "How it was checked"),
                ("docs/assets/site.css", r"\A", "body { outline-offset: 7px; }\n"),
            ],
            [("data/sources.yml", r"^  title: (.*[^'\"])$", r"  title: \1 Anew")],
            [(PAGE, r"^(## .*) \{#", r"\1 and more {#")],
        ):
            with served.change():
                for file, pattern, becomes in edits:
                    edit(project, file, pattern, becomes)
            assert served.get()[0] == 200, (edits, served.log)
        # Two edits may have been built by two builds, one after the other.
        served.shows(200, "background/isis/", " and more")
        # Once for all edits: what was kept wrongly of any of them still differs.
        assert_same_as_a_fresh_build(served, project)


def test_while_faults_are_open_every_one_is_told_at_each_build_and_shown_in_place_of_the_pages(project):
    edit(project, PAGE, r"^(?=## )", "[@no-such-<i>] and [@nor-such].\n\n")
    with serving(project) as served:
        served.told("not built")
        page = served.shows(503, "story/quotes/")
        assert "no-such-" in page and "nor-such" in page and PAGE in page
        assert "<i>" not in page and "style=" not in page
        policy = served.get()[1]["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "sha256" not in policy
        with served.change():
            edit(project, PAGE, r"^(?=## )", "[@neither-such].\n\n")
        last = served.log.rpartition("not built")[2]
        assert all(name in last for name in ("nor-such", "neither-such")) and served.log.count("nor-such") == 2
        edit(project, PAGE, r"^\[@no-such.*\n\n|^\[@neither.*\n\n", "")
        edit(project, PAGE, r"^\[@no-such.*\n\n|^\[@neither.*\n\n", "")
        served.shows(200)
        # A link that MkDocs complains of is a fault like any other.
        edit(project, PAGE, r"^(?=## )", "[Nowhere](nowhere.md)\n{ .plain }\n\n")
        assert "nowhere.md" in served.shows(503)
        with served.change():
            edit(project, PAGE, r"^(?=## )", "Facts.\n{ .plain }\n\n")
        assert "nowhere.md" in served.shows(503)


def test_the_site_is_built_by_the_code_as_it_stands_now(project):
    footer = "builder/rendering/functions/next_.py"
    with serving(project) as served:
        served.shows(200)
        with served.change():
            edit(
                project,
                "builder/publishing/finish.py",
                'f"<script>{js}</script>"',
                'f"<!--new--><script>{js}</script>"',
            )
        assert b"<!--new-->" in served.get()[2]
        with served.change():
            edit(project, footer, r"^def ", "def def ")
        page = served.shows(503)
        assert "SyntaxError" in page and "next_.py" in page
        with served.change():
            edit(project, footer, r"^def def ", "def ")
        served.shows(200)
        with served.change():
            edit(project, "hooks.py", r"^def on_env\(.*\n", r"\g<0>    raise ValueError('from the hook')\n")
        assert "from the hook" in served.shows(503)
        # The code that serves, too: first such as cannot be run, then such as can.
        with served.change():
            edit(project, "builder/serving/server.py", r"^HERE = ", "HERE == ")
        assert "server.py" in served.shows(503)
        edit(project, "builder/serving/server.py", r"^HERE == ", "HERE = ")
        edit(project, "hooks.py", r"^    raise ValueError.*\n", "")
        served.shows(200)


def test_a_port_that_is_taken_is_said_in_one_line(project):
    with serving(project) as served:
        port = re.search(r":(\d+)/", served.address)[1]
        second = subprocess.run(command(port), cwd=project, capture_output=True, text=True, check=False)
        assert second.returncode == 1
        assert second.stdout + second.stderr == second.stderr and second.stderr.count("\n") == 1
        assert port in second.stderr and "PORT=" in second.stderr


def test_the_headers_are_those_that_hosts_send_and_wrong_addresses_are_told(project):
    with serving(project) as served:
        served.shows(200)
        status, headers, body = served.get("no/such/page/")
        assert status == 404 and b"This page is not here" in body
        assert "sha256" in headers["Content-Security-Policy"] and headers["X-Content-Type-Options"] == "nosniff"
        assert served.get("..%2f..%2fetc%2fpasswd")[0] == 404
        assert served.get("story/quotes")[0] == 200
