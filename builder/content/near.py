"""Whether one thing is another one mistyped. Knows no files and no records."""

from __future__ import annotations


def slipped(one: str, other: str) -> bool:
    """Whether two runs of signs are of one length and differ by one sign, or by two changed over."""
    if one == other or len(one) != len(other):
        return False
    unlike = [position for position, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(unlike) == 1:
        return True
    if len(unlike) != 2:
        return False
    first, second = unlike
    return (one[first], one[second]) == (other[second], other[first])
