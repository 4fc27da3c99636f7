"""Asks a contributor for what a record needs, field by field, and takes only answers that the record's model takes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from builder.content.citations import Citation
from builder.content.pages import FrontMatter
from builder.content.records import Case, Change, Event, Figure, Organisation, Recognition, Record, Source
from builder.content.records.case import Judgment
from builder.content.records.evidence import Evidence
from builder.content.rules import dates_in_ids
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import explain, named
from builder.writing import likely, needs
from builder.writing.answers import (
    field_of,
    hints,
    hints_of_line,
    in_one_line,
    listed,
    part_of,
    pieces,
    taken,
    taken_in_line,
)
from builder.writing.ids import likely_id
from builder.writing.look_up import CITING, Known

Ask = Callable[[str], str]
Say = Callable[[str], None]
Fields = dict[str, Any]
_YES, _NO = ["y", "yes"], ["", "-", "n", "no"]
_OTHERS = "  Other fields (? lists them), or empty: "
_MORE = "  More words? y; other fields (? lists them); or empty: "
# What was answered just before.
_UNTOLD = ("words", "evidence", "unread", "sources", "URL")
# What stands last in a record.
_PROOFS = ("evidence", "unread")
# The fields for which most answers are the day on which they are given.
_TODAY: set[tuple[type[BaseModel], str]] = {(Change, "date"), (Organisation, "confirmed"), (FrontMatter, "reviewed")}
# Those for which many answers are the day of the newest source.
_OF_SOURCE: set[tuple[type[BaseModel], str]] = {
    (Figure, "asof"),
    (Judgment, "date"),
    (Event, "date"),
    (Recognition, "date"),
}


class Questions:
    """ask: puts a question and gives the answer, raises EOFError when there are no more; say: tells the contributor.

    new: what was answered whole, each record's kind and fields; the sources that were given by an address stand first.
    """

    def __init__(self, known: Known, ask: Ask, say: Say):
        self.known, self._ask, self._say = known, ask, say
        self._cited: list[str] = []
        self.new: list[tuple[type[Record], Fields]] = []

    def opening(self) -> None:
        """How answers are given."""
        self._say(
            "Empty takes what stands in [brackets], or leaves an optional field out; - leaves out; ; parts several."
        )
        self._say("? lists what is there, ? words what has them. A source may be its id, or the address of a new one.")

    def record(self, kind: type[Record], known: Mapping[str, Any] | None = None, needed: Iterable[str] = ()) -> Fields:
        """The fields of a new record of a kind, as its file will hold them. Raises EOFError when the answers end.

        known: those that are likely; needed: those that have to be answered though the model does without.
        """
        fields = self._model(kind, kind.kind, known or (self._of_source() if kind is Source else {}), set(needed))
        self.new.append((kind, fields))
        return fields

    def follows(self, kind: type[Record], known: Mapping[str, Any]) -> Fields:
        """The fields of a record that follows from others, asked for only where they do not tell."""
        fields = self._model(kind, kind.kind, known, set(), told=False)
        self.new.append((kind, fields))
        return fields

    def part(self, model: type[BaseModel], name: str) -> Fields:
        """The fields of something that is no record."""
        return self._model(model, name, {}, set())

    def text(
        self, question: str, wrong: Callable[[str], str], guess: str = "", of: tuple[type[Record], str] | None = None
    ) -> str:
        """An answer of which `wrong` says nothing. of: the kind of record and the field that a search with ? looks for."""
        while True:
            answer = self._ask(f"{question}{f' [{guess}]' if guess else ''}: ").strip() or guess
            if answer.startswith("?") and of:
                self._found(*of, answer)
            elif said := wrong(answer) if answer else "it is needed":
                self._say(f"  {said}")
            else:
                return answer

    def again(self, kind: type[Record], fields: Fields, key: str) -> None:
        """Asks for a field of a record again, until the record fits."""
        fields[key] = self._answer(kind, key, needed=False, guess=None)
        whole = self._fitting(kind, kind.kind, fields)
        fields.clear()
        fields.update(whole)

    def _of_source(self) -> Fields:
        """What is likely of a source by the one answer that tells most."""
        while answer := self._ask("Its UN symbol, its DOI or its address; or empty: ").strip():
            try:
                return self._told(answer)
            except ValueError as error:
                self._say(f"  {error}")
        return {}

    def _told(self, answer: str) -> Fields:
        """What a symbol, a DOI or an address tells of a source."""
        known, missing = likely.source(answer, self.known.sources.values())
        self._say(f"  A new source; without a network nothing tells {missing}.")
        return known

    def _model(
        self, model: type[BaseModel], name: str, known: Mapping[str, Any], wanted: set[str], told: bool = True
    ) -> Fields:
        """The fields of a model: those it needs, then those the contributor names, then whatever does not fit again.

        told: whether to tell what was taken for likely.
        """
        given: Fields = {}
        # The sources first, for what follows is in their words; the id last, for it follows from the rest.
        order = sorted(_names(model), key=lambda key: (key == "id", key != "sources"))
        settled = {needs.PROOF, "unread", *needs.FOLLOWING.get(model, ())} - known.keys()
        guessed: dict[str, Any] = {}
        # Again, for an answer can make a field needed that stands before its own.
        while missing := [
            key for key in order if key not in {*given, *settled} and self._due(model, key, given, known, wanted)
        ]:
            guess = self._likely(model, missing[0], given, known)
            if guess is None:
                given[missing[0]] = self._answer(
                    model, missing[0], self._needed(model, missing[0], given, wanted), None
                )
                continue
            given[missing[0]] = guessed[missing[0]] = guess
        # What is taken of words follows from their source and the day; what else they have is offered after them.
        if told and model is not Evidence:
            self._name(model, given, guessed, [key for key in order if key not in {*given, *settled}])
        self._prove(model, given)
        return self._fitting(model, name, given)

    def _due(self, model: type[BaseModel], key: str, given: Fields, known: Mapping[str, Any], wanted: set[str]) -> bool:
        """Whether a field is asked for, or told to be likely."""
        return (
            self._needed(model, key, given, wanted)
            or key in needs.asked(model)
            or self._likely(model, key, given, known) is not None
        )

    def _needed(self, model: type[BaseModel], key: str, given: Fields, wanted: set[str]) -> bool:
        return field_of(model, key).is_required() or key in wanted or key in needs.needed(model, given)

    def _prove(self, model: type[BaseModel], given: Fields) -> None:
        """The words that a record rests on, or why there are none; one of the two."""
        while needs.unproven(model, given):
            given[needs.PROOF] = self._words()
            if not given[needs.PROOF]:
                # Left out too, it leads back to the words.
                given["unread"] = self._answer(model, "unread", needed=False)

    def _words(self) -> list[Fields] | None:
        """The words of sources, one after the other."""
        found: list[Fields] = []
        more = True
        while more:
            known = {"source": self._cited[0]} if len(set(self._cited)) == 1 else {}
            words = self._answer(Evidence, "words", needed=False)
            if not words:
                break
            found.append(self._model(Evidence, needs.PROOF, {"words": words, **known}, set()))
            answer = self._chosen(Evidence, [key for key in _names(Evidence) if key != "words"], _MORE)
            while answer not in (_NO, _YES):
                self._others(Evidence, found[-1], answer)
                found[-1] = self._fitting(Evidence, needs.PROOF, found[-1])
                answer = self._chosen(Evidence, _names(Evidence), _MORE)
            more = answer == _YES
        return found or None

    def _name(self, model: type[BaseModel], given: Fields, guessed: Fields, optional: list[str]) -> None:
        """What was taken for likely, and what was left out: the contributor names what is to be answered."""
        told = {key: value for key, value in guessed.items() if key not in _UNTOLD}
        if told:
            self._say(f"  Taken: {'; '.join(f'{key}: {_shown(value)}' for key, value in told.items())}")
        if offered := [*told, *optional]:
            said = self._chosen(model, offered, _OTHERS)
            self._others(model, given, said if said != _NO else [])
            # An id follows from what was answered otherwise.
            if said != _NO and "id" in told and "id" not in said:
                given["id"] = self._likely(model, "id", given, {})
                self._say(f"  id: {given['id']}")

    def _chosen(self, model: type[BaseModel], offered: list[str], question: str) -> list[str]:
        """The fields of some that a contributor names; _NO for none and, where that is an answer too, _YES."""
        while True:
            answer = self._ask(question).strip()
            if answer.startswith("?"):
                for key in offered:
                    self._say(f"    {key}: {'; '.join(hints(field_of(model, key)))}")
                continue
            for plain in (_NO, _YES):
                if answer.casefold() in plain and (plain is _NO or question == _MORE):
                    return plain
            said = list(dict.fromkeys(re.findall(r"[^;,\s]+", answer)))
            unknown = [key for key in said if key not in offered]
            if not unknown:
                return said
            self._say(f"  there is no field {', '.join(unknown)} among them; write names of fields, or nothing")

    def _others(self, model: type[BaseModel], given: Fields, said: Iterable[str]) -> None:
        """Answers for the fields that were named, and for those that these make necessary."""
        for key in said:
            given[key] = self._answer(model, key, needed=True)
        for key in _names(model):
            if key not in given and key in needs.needed(model, given):
                given[key] = self._answer(model, key, needed=True)

    def _fitting(self, model: type[BaseModel], name: str, given: Fields) -> Fields:
        """The fields as the files hold them, once they fit together."""
        names = _names(model)
        for key, value in needs.following(model, given).items():
            given[key] = value
        while True:
            # In the order of the files; what a field is without being written is not written.
            whole = {
                key: given[key]
                for key in sorted(names, key=lambda key: key in _PROOFS)
                if given.get(key) not in (None, field_of(model, key).get_default())
            }
            try:
                record = model.model_validate(whole)
                wrong = dates_in_ids.differs(record.id, record.date) if isinstance(record, Event | Change) else ""
                if not wrong:
                    return whole
                self._say(f"  {wrong}")
            except ValidationError as error:
                for steps, fault, right in explain(error, model, name):
                    self._say(f"  {named(steps) + ': ' if steps else ''}{fault}{f' ({right})' if right else ''}")
            again = self._ask(f"Which field shall be answered again? One of {', '.join(names)}: ").strip()
            if again in names:
                given[again] = self._answer(model, again, needed=field_of(model, again).is_required())
                given.update(needs.following(model, given))

    def _likely(self, model: type[BaseModel], key: str, given: Fields, known: Mapping[str, Any]) -> Any:
        """What is taken without a question, by the answers so far; None where nothing tells."""
        if key in known:
            return known[key]
        if (model, key) in _TODAY or (issubclass(model, Evidence) and key == "read"):
            return datetime.date.today().isoformat()
        if issubclass(model, Evidence) and key == "lang":
            source = self.known.sources.get(str(given.get("source")))
            return source.language if source else None
        if key == "language" and model is Source:
            return vocabulary().language
        if key == "asof" and model is Case and given:
            return self._newest()
        if key == "id" and issubclass(model, Record):
            there = self.known.sources if model is Source else self.known.records.of(model)
            return likely_id(model, given, there)
        return None

    def _usual(self, model: type[BaseModel], key: str) -> object:
        """What most answer, though not without being asked."""
        return self._newest() if (model, key) in _OF_SOURCE else needs.USUAL.get((model, key))

    def _newest(self) -> str | None:
        """The date of the newest of the sources that the record cites."""
        issued = [source.issued for key in self._cited if (source := self.known.sources.get(key)) and source.issued]
        return str(max(issued, key=lambda date: date.end.latest).end) if issued else None

    def _answer(self, model: type[BaseModel], key: str, needed: bool, guess: Any = None) -> Any:
        """One field. needed: whether it may not be left out; guess: what an empty answer says."""
        info = field_of(model, key)
        guess = self._usual(model, key) if guess is None else guess
        part, several = part_of(info), listed(info)
        line = part is not None and several and in_one_line(part)
        if part and not line:
            return self._parts(part, key, info.description or "", several, needed)
        said = [
            *self._example(model, key),
            *(hints_of_line(part) if part else hints(info, self._told_already(model, key, guess))),
        ]
        hint = "; ".join([*said, *([] if needed or guess is not None else ["or empty"])])
        question = f"{key}{f' ({hint})' if hint else ''}{'' if guess is None else f' [{_shown(guess)}]'}: "
        while True:
            answer = self._ask(question).strip()
            if answer.startswith("?"):
                self._found(model, key, answer)
                continue
            if not answer and guess is not None:
                return guess
            if answer in ("", "-") and not needed:
                return None
            # A list may be told to be empty, where its model takes that.
            if answer in ("", "-") and (line or not several):
                self._say("  it is needed")
                continue
            if line and part:
                value, wrong = taken_in_line(part, key, answer)
            else:
                value, wrong = self._value(model, key, pieces(answer) if several else [answer])
            if not wrong:
                return value
            self._say(f"  {wrong}")

    def _told_already(self, model: type[BaseModel], key: str, guess: object) -> bool:
        """Whether the form of an answer needs no words: a guess shows it, or the one source is added by itself."""
        return guess is not None or (key in needs.CITED.get(model, ()) and len(set(self._cited)) == 1)

    def _found(self, model: type[BaseModel], key: str, answer: str) -> None:
        for each in self.known.search(model, key, answer[1:].split()):
            self._say(f"  {each}")

    def _value(self, model: type[BaseModel], key: str, said: list[str]) -> tuple[Any, str]:
        info = field_of(model, key)
        if key in CITING:
            said = [self._source(piece) for piece in said]
        if key in needs.CITED.get(model, ()):
            said = [self._with_source(piece) for piece in said]
            if "[@" not in said[0]:
                return None, "it states facts and cites no source; write [@a-source] after the full stop"
        wrong = next(filter(None, (self.known.lacks(model, key, piece) for piece in said)), "")
        if wrong:
            return None, wrong
        value, wrong = taken(key, info, said)
        if key == "sources" and not wrong:
            self._cited = [Citation.parse(each.removeprefix("@")).key for each in value or []]
        return value, wrong

    def _source(self, piece: str) -> str:
        """A citation as it was answered; for the address of a new source, the id of that, which is asked for first."""
        try:
            known = self._told(piece)
        except likely.ThereAlreadyError as there:
            self._say(f"  {there}")
            return there.source.id
        except ValueError:
            return piece
        fields = self._model(Source, Source.kind, known, set())
        self.new.append((Source, fields))
        self.known.sources[fields["id"]] = Source.model_validate(fields)
        return str(fields["id"])

    def _with_source(self, text: str) -> str:
        """A text that states facts with the one source that can be meant, where it names none."""
        return f"{text}[@{self._cited[0]}]" if "[@" not in text and len(set(self._cited)) == 1 else text

    def _parts(self, part: type[BaseModel], key: str, description: str, several: bool, needed: bool) -> Any:
        """A part of a record, or as many as the contributor wants."""
        if part is Evidence:
            return self._words()
        found: list[Fields] = []
        said = f" ({description.rstrip('.')})" if description else ""
        while needed or self._wants(f"{key}{said}: add {'another' if found else 'one'}? y, or empty: "):
            needed = False
            self._say(f"The {key}:")
            found.append(self._model(part, key, {}, set()))
            if not several:
                return found[0]
        return found or None

    def _wants(self, question: str) -> bool:
        """Yes or no. What is neither, such as the words themselves, is not dropped without a word."""
        while (answer := self._ask(question).strip().casefold()) not in _NO:
            if answer in _YES:
                return True
            self._say("  write y to add one, which is then asked for field by field, or nothing")
        return False

    def _example(self, model: type[BaseModel], key: str) -> list[str]:
        """How the newest record of a kind is called."""
        newest = self.known.newest_id(model) if key == "id" else ""
        return [f"like {newest}"] if newest else []


def _names(model: type[BaseModel]) -> list[str]:
    """The fields of a model as files name them."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
