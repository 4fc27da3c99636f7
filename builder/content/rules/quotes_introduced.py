"""A quotation stands under the sentence that says who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Person, Quote
from builder.content.rules import Fault, rule

_QUOTE = re.compile(r"""\{\{\s*quote\(\s*["']([\w-]+)["']""")
MESSAGE = "the sentence above speaks of {named}, and the quotation is by {speaker}"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/story/in-brief.md", r'quote\("murad-why-so-long"\)', 'quote("ban-may-constitute")'),
)
def quotes_introduced(project: Project) -> Iterator[Problem]:
    """An id pasted from elsewhere puts somebody's words into the mouth of another."""
    people, quotes = project.records.of(Person), project.records.of(Quote)
    for page in project.pages.values():
        for found in _QUOTE.finditer(page.body):
            above = page.body[: found.start()].rstrip().rpartition("\n")[2]
            quote = quotes.get(found[1])
            speaker = people.get(quote.speaker or "") if quote else None
            named = [person.name for person in people.values() if person.name.split()[-1] in above]
            said = [speaker.name] if speaker else []
            if quote and named and not set(said) & set(named) and not (quote.body and quote.body in above):
                by = speaker.name if speaker else quote.body
                wrong = MESSAGE.format(named=" and ".join(named), speaker=by)
                line = page.line_of(found.end())
                yield Problem(
                    f"docs/{page.path}", line, "", wrong, "ask for the quotation that is meant, or say who speaks"
                )
