"""Each rule finds the fault that it gives, and tells it in its own words."""

import dataclasses

import pytest

from builder.content.problems import ProblemsFound
from builder.content.project import Project
from builder.content.rules import STAGES, all_rules
from builder.rendering.site import Site
from tests.conftest import ROOT


def problems_of(project, rule):
    """What a rule finds: where it looks at what people wrote, by itself; else in a check that renders this too."""
    if rule.stage in ("records", "pages"):
        return list(rule.check(Project.read(project)))
    with pytest.raises(ProblemsFound) as found:
        Site(project).check()
    return found.value.problems


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_finds_the_fault_that_it_gives_and_tells_it_in_its_words(project, rule):
    assert rule.stage in STAGES and rule.why.endswith(".")
    path = project / rule.fault.file
    text = path.read_text(encoding="utf-8")
    path.write_text(rule.fault.commit(text), encoding="utf-8")
    problems = problems_of(project, rule)
    told = [problem for problem in problems if rule.tells(problem)]
    assert told, "\n".join(map(str, problems))
    assert not any("Traceback" in str(problem) for problem in problems)


class Hidden(dict):
    """Pages at which nobody may look."""

    def _seen(self, *_):
        raise AssertionError(
            "the rule looks at pages, and its stage says that it does not: what it found would be kept"
        )

    __getitem__ = __iter__ = __contains__ = get = items = keys = values = _seen


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.stage == "records"], ids=lambda rule: rule.name)
def test_a_rule_of_records_looks_at_no_page(rule):
    whole = Project.read(ROOT)
    assert list(rule.check(dataclasses.replace(whole, pages=Hidden()))) == []
