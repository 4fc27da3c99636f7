"""Every source is cited."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Source
from builder.content.rules import Fault, rule

MESSAGE = "no page cites it"
_IDLE = "- {id: idle, type: webpage, title: Idle, publisher: Nobody, URL: 'https://example.org', grade: reference}"


@rule("whole", message=MESSAGE, fault=Fault("data/sources.yml", r"\Z", f"\n{_IDLE}\n"))
def idle_sources(project: Project) -> Iterator[Problem]:
    """What nobody cites proves nothing. Held last: only then nothing else hides a citation."""
    cited = project.cited_on()
    for source in project.records.of(Source).values():
        if source.id not in cited:
            yield project.records.problem(source, "", MESSAGE, "cite it or delete it")
