"""A copy of a source in the Internet Archive that somebody, or the monthly job, has seen."""

from __future__ import annotations

import datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from builder.content.dates import DateField
from builder.content.records.fields import Cited, Form, Url
from builder.content.yaml_files import Misfit

# https://archive.org/help/wayback_api.php: the moment of a capture has 14 digits, the address that was captured follows.
_ARCHIVE = "https://web.archive.org/web/"
_FORM = r"https://web\.archive\.org/web/\d{14}/https?://\S+"


class Capture(Cited):
    """A copy in the Internet Archive that was seen there, never one guessed from a date."""

    url: Annotated[
        Url,
        Form(
            _FORM,
            "is no single capture",
            "write it as the archive shows it: https://web.archive.org/web/, 14 digits of its moment, /, the source’s address",
        ),
    ] = Field(description="The address of the copy in the Internet Archive.")
    seen: DateField = Field(description="The day on which the archive was asked, YYYY-MM-DD.")

    @model_validator(mode="after")
    def _of_a_moment(self) -> Capture:
        moment = self.url.removeprefix(_ARCHIVE)[:14]
        try:
            datetime.datetime.strptime(moment, "%Y%m%d%H%M%S")
        except ValueError:
            said = f"{moment} is no moment that ever was; copy the capture’s address from the archive"
            raise Misfit("url", said) from None
        return self

    @property
    def of(self) -> str:
        """The address that was captured."""
        return self.url.removeprefix(_ARCHIVE).partition("/")[2]

    def is_of(self, address: str) -> bool:
        """Whether it is of an address, but for what the archive takes for the same: scheme, www and a last slash."""
        return _bare(self.of) == _bare(address)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
