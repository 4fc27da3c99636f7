"""A proceeding, its decisions, and what stands of them."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_validator

from builder.content.dates import DateField
from builder.content.records.evidence import Evidence, Proven
from builder.content.records.fields import OneOf, Prose, Sources, Text
from builder.content.records.record import Record
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Misfit, StrictModel

# The attack on Sinjar: no court can have judged it before.
THE_CRIMES = datetime.date(2014, 8, 3)
# Statuses that go with no judgment, and those that need one; a civil suit may be pending after either.
UNDECIDED, DECIDED = ("charged", "on trial"), ("not final", "final", "unknown")
# How an appeal's outcome says that less stands than before.
_FELL = re.compile(
    r"\b(acquit(s|ted)|(drop|remov|quash|overturn|annul|revers)\w*|conviction (was )?set aside)\b", re.IGNORECASE
)


class Conviction(StrictModel):
    """One crime of which a court convicted, and how it held the defendant liable for it."""

    crime: Annotated[str, OneOf("crimes")] = Field(description="What the court convicted of.")
    mode: Annotated[str, OneOf("modes")] = Field(
        description="How it held the defendant liable; not stated where the source does not say."
    )

    def __str__(self) -> str:
        """As printed: genocide; aiding crimes against humanity; complicity in genocide."""
        return vocabulary().modes[self.mode].printed.format(crime=self.crime)


def _distinct(convictions: list[Conviction]) -> list[Conviction]:
    twice = [str(conviction) for position, conviction in enumerate(convictions) if conviction in convictions[:position]]
    if twice:
        raise ValueError(f"{', '.join(twice)} stands twice; name each crime and mode once")
    return convictions


Convictions = Annotated[list[Conviction], AfterValidator(_distinct)]


class Judgment(Proven):
    """What the court of first instance decided."""

    date: DateField = Field(description="When the court decided.")
    outcome: Annotated[str, OneOf("outcomes")] = Field(
        description="What it decided on the counts that concern Yazidis."
    )
    convicted_of: Convictions = Field([], description="Each crime, with the mode of liability.")
    sentence: Text | None = Field(None, description="The sentence, in words: Life imprisonment.")

    @model_validator(mode="after")
    def _agrees(self) -> Judgment:
        if (self.outcome == "convicted") != bool(self.convicted_of):
            said = f"convicted_of names the crimes of a conviction, and the outcome is {self.outcome!r}; give it with outcome convicted, and only then"
            raise Misfit("convicted_of" if self.convicted_of else "outcome", said)
        return self


class Appeal(Proven):
    """What a higher court, or the first one after a referral back, decided."""

    court: Text = Field(description="Which court decided.")
    date: DateField = Field(description="When it decided.")
    outcome: Text = Field(description="What it decided, in words.")
    drops: Convictions = Field([], description="The convictions that fall by it.")
    adds: Convictions = Field([], description="The convictions that it adds.")
    sentence: Text | None = Field(None, description="The new sentence, where there is one.")

    def __str__(self) -> str:
        return ", ".join(filter(None, [str(self.date), self.court, self.outcome, self.sentence]))


def standing_after(judgment: Judgment | None, appeals: Iterable[Appeal]) -> list[Conviction]:
    """The convictions that stand after a judgment and appeals, in the order in which courts spoke them."""
    found = list(judgment.convicted_of) if judgment else []
    for appeal in appeals:
        found = [conviction for conviction in found if conviction not in appeal.drops]
        found += [conviction for conviction in appeal.adds if conviction not in found]
    return found


class Case(Proven, Record):
    """A proceeding against one defendant over ISIS crimes against Yazidis."""

    file: ClassVar[str] = "cases"
    kind: ClassVar[str] = "case"
    defendant: Text = Field(description="As the court names them.")
    country: Text = Field(description="Whose court it is.")
    court: Text = Field(description="The court of first instance, by its name in English.")
    docket: Text | None = Field(None, description="The court’s own number of the case.")
    charge: Prose = Field(description="What the charge concerning Yazidis was.")
    status: Annotated[str, OneOf("case_statuses")] = Field(description="Where the case stands on the date in `asof`.")
    first_instance: Judgment | None = Field(None, description="The first judgment.")
    appeals: list[Appeal] = Field([], description="What higher courts decided after it.")
    standing: Convictions = Field(description="The crimes for which a conviction stands.")
    in_absentia: bool = Field(description="Whether the trial was held without the defendant.")
    matters: Prose = Field(description="Why the case matters.")
    counsel: Text | None = Field(None, description="Lawyers, where this story concerns them.")
    asof: DateField = Field(description="The date of the newest source on the case.")
    sources: Sources = Field(description="The documents that tell of the case.")

    @model_validator(mode="after")
    def _in_order(self) -> Case:
        dates = [("first_instance", self.first_instance.date)] if self.first_instance else []
        dates += [(f"appeals.{position}", appeal.date) for position, appeal in enumerate(self.appeals, 1)]
        if self.appeals and not self.first_instance:
            said = "there is an appeal but no first_instance; give the judgment appealed against"
            raise Misfit("appeals", said)
        for (_, earlier), (field, later) in itertools.pairwise(dates):
            if later.end < earlier.start:
                said = f"the appeal of {later} comes before the judgment of {earlier}; put them in order of date"
                raise Misfit(f"{field}.date", said)
        for field, date in dates:
            if date.end.latest < THE_CRIMES:
                said = f"{date} is before the crimes, which began on {THE_CRIMES}; correct the date"
                raise Misfit(f"{field}.date", said)
            if date.start.earliest > self.asof.end.latest:
                said = (
                    f"the case is told as of {self.asof}, before its decision of {date}; date it by its newest source"
                )
                raise Misfit("asof", said)
        return self

    @model_validator(mode="after")
    def _of_one_mind(self) -> Case:
        if self.standing and not self.first_instance:
            raise Misfit("standing", "a conviction stands but no first_instance is given; add the judgment")
        for field, crimes in (("drops", "convictions that do not stand"), ("adds", "convictions that stand already")):
            for position, wrong in self._idle(field):
                said = f"it {field} {crimes}: {wrong}; write those of the judgments before it, with their modes"
                raise Misfit(f"appeals.{position}.{field}", said)
        follows = self.convictions_after(len(self.appeals))
        for conviction in self.standing:
            if conviction not in follows:
                said = (
                    f"{conviction} stands, but by the decisions no conviction for it does; delete it, or add it to the"
                )
                raise Misfit("standing", f"{said} judgment’s convicted_of, or to adds of the appeal that added it")
        for conviction in follows:
            if conviction not in self.standing:
                said = f"{conviction} does not stand, but no decision drops it; add it, or write it into drops of the"
                raise Misfit("standing", f"{said} appeal by which it fell")
        for position, appeal in enumerate(self.appeals):
            if appeal.drops and not _FELL.search(appeal.outcome):
                said = "it drops convictions, and its words do not say so; write that they fell, or delete drops"
                raise Misfit(f"appeals.{position + 1}.outcome", said)
            if _FELL.search(appeal.outcome) and self.convictions_after(position) and not (appeal.drops or appeal.adds):
                said = "its words say that a conviction fell; write into drops which, with its mode"
                raise Misfit(f"appeals.{position + 1}.outcome", said)
        return self

    @model_validator(mode="after")
    def _where_it_stands(self) -> Case:
        if self.status in UNDECIDED and self.first_instance and not self.appeals:
            said = f"the status is {self.status}, but the court has decided; write not final, final or unknown"
            raise Misfit("status", said)
        if self.status in DECIDED and not self.first_instance:
            said = f"the status is {self.status}, but there is no judgment; add first_instance, or write charged or on trial"
            raise Misfit("status", said)
        return self

    def convictions_after(self, appeals: int) -> list[Conviction]:
        """The convictions that stand after the judgment and so many appeals."""
        return standing_after(self.first_instance, self.appeals[:appeals])

    def _idle(self, field: str) -> Iterator[tuple[int, str]]:
        """The appeals, from 1, that drop what does not stand, or add what stands already."""
        for position, appeal in enumerate(self.appeals):
            before = self.convictions_after(position)
            for conviction in getattr(appeal, field):
                if (conviction in before) != (field == "drops"):
                    yield position + 1, str(conviction)

    @property
    def decisions(self) -> list[Judgment | Appeal]:
        """The judgment and the appeals, in order."""
        return [self.first_instance, *self.appeals] if self.first_instance else []

    @property
    def decided(self) -> list[tuple[str, Judgment | Appeal]]:
        """The decisions, each with the beginning of the names of its fields."""
        return [(f"appeals.{n}." if n else "first_instance.", decision) for n, decision in enumerate(self.decisions)]

    def stands_for(self, *crimes: str) -> bool:
        """Whether a conviction for one of the crimes stands, in whatever mode."""
        return any(conviction.crime in crimes for conviction in self.standing)

    @property
    def appeal_evidence(self) -> list[Evidence]:
        return [item for appeal in self.appeals for item in appeal.evidence]

    @property
    def open(self) -> bool:
        """Whether something is still to be decided, as far as is known."""
        return vocabulary().case_statuses[self.status].open

    @property
    def acquitted(self) -> bool:
        return self.first_instance is not None and self.first_instance.outcome.startswith("acquitted")
