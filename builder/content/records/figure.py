"""A number with what is counted, its date, its counter and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from builder.content.dates import DateField
from builder.content.records.evidence import Evidence, Proven
from builder.content.records.fields import Id, Number, OneOf, Prose, Sources, Text
from builder.content.records.record import Record
from builder.content.vocabulary import vocabulary
from builder.content.yaml_files import Misfit


class OtherCount(Evidence):
    """Another number for the same thing, by another office or at another time, in the words of its source."""

    value: Number = Field(None, description="The number they give.")
    low: Number = Field(None, description="The lower end, where they give a range.")
    high: Number = Field(None, description="The upper end, where they give a range.")
    qualifier: Annotated[str, OneOf("qualifiers")] | None = Field(
        None, description="Their own reserve, if they state one."
    )
    asof: DateField = Field(description="The date for which their number holds.")
    counter: Text = Field(description="Who counts, short enough for running text.")
    differs: Text | None = Field(None, description="How it differs, in a clause.")

    @model_validator(mode="after")
    def _amount(self) -> OtherCount:
        _check_amount(self)
        return self

    def __str__(self) -> str:
        differs = f" ({self.differs})" if self.differs else ""
        return f"{self.amount}, {self.counter}, {self.asof}{differs}; {super().__str__()}"

    @property
    def numbers(self) -> Iterator[tuple[str, int | float]]:
        """Its numbers with their fields."""
        return _numbers(self)

    @property
    def amount(self) -> str:
        """As printed: `only 23`, `55 to 58`."""
        return _amount(self)


class Figure(Proven, Record):
    """A number with what is counted, its date, its counter and its sources."""

    file: ClassVar[str] = "figures"
    kind: ClassVar[str] = "figure"
    group: Annotated[str, OneOf("figure_groups")] = Field(description="The part of the figures page it stands in.")
    counts: Text = Field(description="What is counted.")
    value: Number = Field(None, description="The number; left out where only a range is known.")
    low: Number = Field(None, description="The lower end of a range.")
    high: Number = Field(None, description="The upper end of a range.")
    range_kind: Text = Field("range", description="What the range is: a 95% interval.")
    qualifier: Annotated[str, OneOf("qualifiers")] | None = Field(
        None, description="The counter’s own reserve, if one is stated."
    )
    unit: Text = Field(description="What one of them is: people, families, graves.")
    shown: Annotated[str, Field(pattern=r"\{value\}")] = Field("{value}", description="Print form, e.g. USD {value}.")
    asof: DateField = Field(description="The date for which the number holds.")
    counter: Text = Field(description="Who counts, short enough for running text.")
    counter_full: Text | None = Field(None, description="Who counts, in full, for the list of figures.")
    sources: Sources = Field(description="The documents that give the number.")
    note: Prose | None = Field(None, description="What is and what is not in the number.")
    supersedes: Id | None = Field(None, description="The older count of the same counter that it replaces.")
    part_of: Id | None = Field(None, description="The figure of which it counts a part, and which has to be more.")
    other_counts: list[OtherCount] = Field([], description="What others count for the same thing.")
    computed: Text | None = Field(None, description="The sum it is, over ids of other figures.")

    @property
    def proofs(self) -> int:
        return super().proofs + bool(self.computed)

    @model_validator(mode="after")
    def _amount(self) -> Figure:
        _check_amount(self)
        if self.other_counts and not self.note:
            raise Misfit("other_counts", "other_counts says that counts differ; add a note that says how")
        return self

    @property
    def numbers(self) -> Iterator[tuple[str, int | float]]:
        """Its numbers with their fields."""
        return _numbers(self)

    @property
    def range(self) -> str:
        """`2,100 to 4,400`, empty where there is none."""
        return _range(self)

    @property
    def words(self) -> str:
        """The bare value as printed: `about 3,100`, `700,000 to 1.5 million`, `USD 777.78 million`."""
        return _amount(self, self.shown)


def _check_amount(counted: Figure | OtherCount) -> None:
    """Raises ValueError where a value and its range do not fit."""
    value, low, high = counted.value, counted.low, counted.high
    if (low is None) != (high is None):
        raise Misfit("low" if counted.low is not None else "high", "low and high belong together; give both or neither")
    if value is None and low is None:
        raise ValueError("a figure needs a value, or low and high, or all three")
    if low is None or high is None:
        return
    if not low < high:
        raise Misfit("low", f"low ({low}) must be below high ({high})")
    if value is not None and not low <= value <= high:
        raise Misfit("value", f"value ({value}) must lie between low ({low}) and high ({high})")


def _numbers(counted: Figure | OtherCount) -> Iterator[tuple[str, int | float]]:
    return ((name, getattr(counted, name)) for name in ("value", "low", "high") if getattr(counted, name) is not None)


def _range(counted: Figure | OtherCount) -> str:
    if counted.low is None or counted.high is None:
        return ""
    return vocabulary().joins.range.join((number_words(counted.low), number_words(counted.high)))


def _amount(counted: Figure | OtherCount, shown: str = "{value}") -> str:
    number = _range(counted) if counted.value is None else number_words(counted.value)
    return " ".join(filter(None, [counted.qualifier, shown.replace("{value}", number)]))


def newest(figures: Mapping[str, Figure], name: str) -> str:
    """The id of the newest count in the chain of those that supersede one another; the id itself where none does."""
    successors = {figure.supersedes: figure.id for figure in figures.values() if figure.supersedes}
    passed = set()
    while name in successors and name not in passed:
        passed.add(name)
        name = successors[name]
    return name


def number_words(number: int | float) -> str:
    """As printed: thousands with commas, millions in words where nothing is lost (1.5 million)."""
    if abs(number) >= 1_000_000 and number % 10_000 == 0:
        return vocabulary().joins.million.format(number=f"{number / 1_000_000:g}")
    return f"{number:,}"
