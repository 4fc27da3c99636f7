"""What every record has."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from builder.content.records.fields import Cited, Id


class Record(Cited):
    """A record of a data file.

    file: the data file's name without its suffix; kind: what messages call one record.
    """

    file: ClassVar[str]
    kind: ClassVar[str]
    id: Id = Field(description="Its own name, in its address and where others name it; it never changes.")
