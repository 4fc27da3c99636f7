"""Whether one thing is another one mistyped. Knows no files and no records."""

from __future__ import annotations


def slipped(one: str, other: str) -> bool:
    """Whether two runs of signs are of one length and differ by one sign, or by two changed over."""
    if one == other or len(one) != len(other):
        return False
    places = unlike(one, other)
    return len(places) == 1 or _changed_over(one, other, places)


def neighbours_changed_over(one: str, other: str) -> bool:
    """Whether two runs of signs differ by two that stand side by side, and are changed over."""
    places = unlike(one, other) if len(one) == len(other) else []
    return _changed_over(one, other, places) and places[1] == places[0] + 1


def one_left_out(one: str, other: str) -> bool:
    """Whether one of two runs of signs is the other without one of its signs."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def unlike(one: str, other: str) -> list[int]:
    """The places at which two runs of signs of one length differ."""
    return [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]


def _changed_over(one: str, other: str, places: list[int]) -> bool:
    if len(places) != 2:
        return False
    first, second = places
    return (one[first], one[second]) == (other[second], other[first])
