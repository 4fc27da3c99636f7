"""A court, a body and a country are those that the sources name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.content.citations import Citation
from builder.content.phrases import values
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Case, Place, Recognition, Record, Source
from builder.content.records.evidence import Evidence
from builder.content.rules import Fault, rule
from builder.content.told import names_of, said, says, words_of

MESSAGE = "its sources speak of {said}, not of {given}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault(
        "data/cases.yml",
        r"(?s)(- id: germany-taha-al-j\n.*?court: Higher Regional Court of )Frankfurt am Main",
        r"\1Koblenz",
    ),
)
def courts_and_bodies(project: Project) -> Iterator[Problem]:
    """A record pasted from another keeps the other’s court: the words of the judgment, or the names of its sources, tell."""
    places = project.records.of(Place).values()
    # Countries in which the crimes were committed are named whoever judges them.
    scene = said("countries", ((place.what, "en") for place in places))
    for case in project.records.of(Case).values():
        above = said("courts", ((appeal.court, "en") for appeal in case.appeals))
        if case.first_instance:
            texts = _texts(project, case.sources, case.first_instance.evidence)
            # Who judges an appeal is named in reports of the first judgment that are newer.
            yield from _held(project, case, "court", "courts", case.court, texts, above)
        for position, appeal in enumerate(case.appeals, 1):
            texts = _texts(project, [item.citation for item in appeal.evidence], appeal.evidence)
            yield from _held(project, case, f"appeals.{position}.court", "courts", appeal.court, texts, set())
        texts = _texts(project, case.sources, [item for part in (case, *case.decisions) for item in part.evidence])
        yield from _held(project, case, "country", "countries", case.country, texts, scene)
    for recognition in project.records.of(Recognition).values():
        texts = _texts(project, recognition.sources, recognition.evidence)
        yield from _held(project, recognition, "body", "bodies", recognition.body, texts, set())
        yield from _held(project, recognition, "country", "countries", recognition.country, texts, scene)


def _texts(project: Project, cited: Iterable[Citation], evidence: Iterable[Evidence]) -> list[tuple[str, str]]:
    sources = project.records.of(Source)
    keys = dict.fromkeys(citation.key for citation in cited)
    return [*words_of(evidence), *(text for key in keys if key in sources for text in names_of(sources[key]))]


def _held(
    project: Project, record: Record, field: str, part: str, given: str, texts: list[tuple[str, str]], besides: set[str]
) -> Iterator[Problem]:
    """Where the table knows what is given, and the texts name only others of its kind. besides: those that say nothing."""
    meant = values(part, given, "en")
    if not meant or any(says(part, value, texts) for value in meant):
        return
    named = said(part, texts) - besides
    if named:
        wrong = MESSAGE.format(said=" and ".join(sorted(named)), given=given)
        right = f"correct it, cite a source that names it, or teach {part} in in_sources of the vocabulary"
        yield project.records.problem(record, field, wrong, right)
