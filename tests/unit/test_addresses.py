"""Whoever publishes is told of an address that readers could not use."""

import pytest

from builder.content.problems import ProblemsFound
from builder.content.ways import Ways
from builder.publishing.addresses import notice


@pytest.mark.parametrize("site", ("http://127.0.0.1:8000/", "http://localhost/", "http://[::1]/", "http://10.0.0.5/x/"))
def test_a_site_that_only_its_own_machine_reaches_is_told(site):
    assert site in notice(site)


@pytest.mark.parametrize("site", ("https://example.org/", "https://example.org/called/"))
def test_nothing_is_told_of_a_site_that_all_reach(site):
    assert notice(site) == ""


@pytest.mark.parametrize(
    "repository", ("owner/name", "github.com/owner/name", "https://", "https://a b/", "git@host:a/b")
)
def test_a_repository_that_is_no_address_is_one_fault(repository):
    with pytest.raises(ProblemsFound) as found:
        Ways.of({"repository": repository})
    (fault,) = found.value.problems
    assert "REPOSITORY" in str(fault) and "not an address" in fault.wrong


@pytest.mark.parametrize("repository", ("", "https://github.com/owner/name", "http://localhost:3000/owner/name"))
def test_a_repository_that_is_an_address_or_none_is_no_fault(repository):
    Ways.of({"repository": repository})
