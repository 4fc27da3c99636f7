"""Where security.txt is written, and where it would help nobody."""

from dataclasses import replace

import pytest

from builder.content.ways import Ways
from builder.publishing import security
from builder.rendering.site import Site
from tests.conftest import ROOT

WAYS = Ways("https://example.org/a/b", "desk@example.org", "https://example.net/")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    site = Site(ROOT)

    def write(**other):
        folder = tmp_path_factory.mktemp("built")
        site.project.ways = replace(WAYS, **other)
        security.write(folder, site)
        return {name: (folder / name).read_text(encoding="utf-8") for name in security.NAMES if (folder / name).exists()}  # fmt: skip

    return write


def test_it_stands_where_it_is_looked_for_and_where_it_used_to_be(written):
    known, former = written().values()
    assert known == former and known.startswith("Contact: mailto:desk@example.org\nExpires: ")


@pytest.mark.parametrize(
    "other",
    [
        {"contact": ""},
        {"contact": "http://localhost/form"},
        {"site": ""},
        {"site": "http://example.net/"},
        {"site": "https://example.net/called/"},
    ],
    ids=["nobody", "nobody safe", "this machine", "no https", "below a path"],
)
def test_it_is_not_where_nobody_could_be_written_to_or_nobody_would_look(written, other):
    assert written(**other) == {}


def test_a_form_that_asks_for_a_page_gets_the_home_page(written):
    text = written(contact="https://example.org/form?about={page}")[security.NAMES[0]]
    assert text.startswith("Contact: https://example.org/form?about=https%3A%2F%2Fexample.net%2F\n")


@pytest.mark.parametrize("repository", ("", "http://localhost:3000/a/b"))
def test_no_policy_is_named_that_others_cannot_read(written, repository):
    assert "Policy" not in written(repository=repository)[security.NAMES[0]]
