"""Words between quotation marks are those of their source, and of the one who spoke them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from builder.cache import by_text
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.records import Person, Quote, Source
from builder.content.records.evidence import evidence_of
from builder.content.rules import Fault, rule
from builder.content.statements import Statement, statements

_QUOTED = re.compile(r"“([^”]*)”")
_WORD = re.compile(r"[\w’]+")
# Fewer words are as often a name, or said by many.
_LEAST, _OWN, _LETTERS = 3, 4, 10
MESSAGE = "“{said}” is almost “{other}”"


@rule(
    "pages",
    message=MESSAGE,
    fault=Fault("docs/background/isis.md", "“a big bureaucracy”", "“a huge bureaucracy”"),
)
def quotations_in_prose(project: Project) -> Iterator[Problem]:
    """One word changed or left out, and somebody is quoted with what they did not say."""
    printed, spoken = _printed(project), list(project.records.of(Quote).values())
    for statement in statements(project):
        for found in _QUOTED.finditer(statement.words) if "“" in statement.words else ():
            said = _words(found[1])
            if (length := len(said.split())) < _LEAST:
                continue
            by = [quote for quote in spoken if said in _words(quote.text)]
            own = [words for key in statement.cites for words, of in printed[key] if of is not statement]
            if not by and not any(said in words for words in own):
                others = [*own, *(_words(quote.text) for quote in spoken)]
                if other := next(filter(None, (_almost(said, words) for words in others)), None):
                    wrong = MESSAGE.format(said=found[1], other=other)
                    yield statement.at(found.start(), wrong, "quote it as it was printed, or say it without marks")
                elif statement.cites and length >= _OWN and (keys := _elsewhere(said, printed, found[1])):
                    wrong = f"“{found[1]}” stands in the words of {' and '.join(keys)}, which is not cited"
                    yield statement.at(found.start(), wrong, "cite the source whose words they are")
            if by and (name := _other_speaker(project, statement, by)):
                wrong = f"“{found[1]}” was not said by {name}"
                yield statement.at(found.start(), wrong, f"name who said it: {' or '.join(_speakers(project, by))}")


def _printed(project: Project) -> dict[str, list[tuple[str, Statement | None]]]:
    """By a source's id, the words of it that records keep, and that other lines quote."""
    found: dict[str, list[tuple[str, Statement | None]]] = defaultdict(list)
    for record in project.records:
        for _, item in evidence_of(record):
            found[item.source] += [(_words(item.words), None), (_words(item.translation or ""), None)]
    for source in project.records.of(Source).values():
        found[source.id] += [(_words(f"{source.title}"), None), (_words(source.title_en or ""), None)]
    for statement in statements(project):
        if "“" in statement.words:
            for key in set(statement.cites):
                found[key] += [(_words(each), statement) for each in _QUOTED.findall(statement.words)]
    return found


@by_text
def _words(text: str) -> str:
    """The words of a text with a space before and behind each, so that one text within another is found as such."""
    return f" {' '.join(_WORD.findall(text.casefold().replace(chr(39), '’')))} "


def _almost(said: str, text: str) -> str:
    """What stands in a text and differs by one word: another, one too few, one too many."""
    words, all_words = said.split(), text.split()
    if len(set(words) & set(all_words)) < len(words) - 1:
        return ""
    for length in (len(words), len(words) + 1, len(words) - 1):
        for start in range(len(all_words) - length + 1):
            other = all_words[start : start + length]
            shorter = min(len(words), length)
            same = next((place for place in range(shorter) if words[place] != other[place]), shorter)
            rest = words[same + (length <= len(words)) :]
            if rest == other[same + (length >= len(words)) :] and sum(map(len, words[:same] + rest)) >= _LETTERS:
                return " ".join(other)
    return ""


def _elsewhere(said: str, printed: dict[str, list[tuple[str, Statement | None]]], text: str) -> list[str]:
    """The sources whose kept words hold them; none for a name."""
    if sum(word[0].isupper() for word in text.split()) > 1:
        return []
    return [key for key, known in printed.items() if any(of is None and said in words for words, of in known)][:2]


def _speakers(project: Project, quotes: Iterable[Quote]) -> list[str]:
    people = project.records.of(Person)
    return list(dict.fromkeys(people[quote.speaker].name for quote in quotes if quote.speaker in people))


def _other_speaker(project: Project, statement: Statement, quotes: list[Quote]) -> str:
    """A person whom the line names just before the words, where none who said them is named in it."""
    speakers = _speakers(project, quotes)
    if not speakers or any(name.split()[-1] in statement.words for name in speakers):
        return ""
    named = [person.name for person in project.records.of(Person).values() if person.name in statement.words]
    return named[0] if named else ""
