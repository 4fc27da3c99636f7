"""Each rule finds the fault that it gives, and tells it in its own words."""

import pytest

from builder.content.problems import ProblemsFound
from builder.content.rules import STAGES, all_rules
from builder.rendering.site import Site


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_finds_the_fault_that_it_gives_and_tells_it_in_its_words(project, rule):
    assert rule.stage in STAGES and rule.why.endswith(".")
    path = project / rule.fault.file
    text = path.read_text(encoding="utf-8")
    path.write_text(rule.fault.commit(text), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        Site(project).check()
    told = [problem for problem in found.value.problems if rule.tells(problem)]
    assert told, "\n".join(map(str, found.value.problems))
    assert not any("Traceback" in str(problem) for problem in found.value.problems)
