"""A proceeding, its decisions, and what stands of them."""

from __future__ import annotations

import itertools
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_validator

from builder.content.dates import DateField
from builder.content.records.evidence import Evidence, Proven
from builder.content.records.fields import OneOf, Prose, Sources, Text
from builder.content.records.record import Record
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import StrictModel


class Conviction(StrictModel):
    """One crime of which a court convicted, and how it held the defendant liable for it."""

    crime: Annotated[str, OneOf("crimes")]
    mode: Annotated[str, OneOf("modes")]

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

    date: DateField
    outcome: Annotated[str, OneOf("outcomes")]
    convicted_of: Convictions = []
    sentence: Text | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Judgment:
        if (self.outcome == "convicted") != bool(self.convicted_of):
            raise ValueError(
                "convicted_of names the crimes of a conviction; give it with outcome convicted, and only then"
            )
        return self


class Appeal(Proven):
    """What a higher court, or the first one after a referral back, decided."""

    court: Text
    date: DateField
    outcome: Text
    sentence: Text | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, [str(self.date), self.court, self.outcome, self.sentence]))


class Case(Proven, Record):
    """A proceeding against one defendant over ISIS crimes against Yazidis."""

    file: ClassVar[str] = "cases"
    kind: ClassVar[str] = "case"
    defendant: Text = Field(description="As the court names them.")
    country: Text
    court: Text
    docket: Text | None = None
    charge: Prose = Field(description="What the charge concerning Yazidis was.")
    status: Annotated[str, OneOf("case_statuses")]
    first_instance: Judgment | None = None
    appeals: list[Appeal] = []
    standing: Convictions = Field(description="The crimes for which a conviction stands.")
    in_absentia: bool
    matters: Prose = Field(description="Why the case matters.")
    counsel: Text | None = None
    asof: DateField
    sources: Sources

    @model_validator(mode="after")
    def _in_order(self) -> Case:
        dates = [self.first_instance.date] if self.first_instance else []
        dates += [appeal.date for appeal in self.appeals]
        if self.appeals and not self.first_instance:
            raise ValueError("there is an appeal but no first_instance; give the judgment appealed against")
        for earlier, later in itertools.pairwise(dates):
            if later.end < earlier.start:
                raise ValueError(
                    f"the appeal of {later} comes before the judgment of {earlier}; put them in order of date"
                )
        if self.standing and not self.first_instance:
            raise ValueError("a conviction stands but no first_instance is given; add the judgment")
        return self

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
