"""How a page of the site is cited: by whom, under which title, when it was last reviewed, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from builder.content.dates import PartialDate
from builder.content.publisher import Publisher
from builder.content.records import Source
from builder.content.vocabulary import vocabulary
from builder.downloads.bibtex import bibtex_entry
from builder.downloads.ris import ris_entry


@dataclass(frozen=True)
class PageCitation:
    """A page as others cite it. site: the site's name; address: the page's; empty where no other machine can reach it."""

    site: str
    publisher: Publisher
    title: str
    reviewed: PartialDate
    address: str = ""

    @property
    def authors(self) -> list[str]:
        """Who answers for the page: the editors that the publisher names, else the publisher, else the site."""
        return self.publisher.editors or [self.publisher.name or self.site]

    @property
    def author(self) -> str:
        return vocabulary().joined(self.authors)

    @property
    def month(self) -> str:
        return vocabulary().months[self.reviewed.end.month - 1] if self.reviewed.end.month else ""

    @property
    def bibtex(self) -> str:
        """One entry of BibTeX. Raises ValidationError where the page has no address."""
        return bibtex_entry(self._source).strip()

    @property
    def ris(self) -> str:
        """One entry of RIS. Raises ValidationError where the page has no address."""
        return ris_entry(self._source).strip()

    @cached_property
    def _source(self) -> Source:
        """The page as a record of ours, which the writers of our downloads take."""
        words = "".join(letter if letter.isalnum() else " " for letter in f"{self.site} {self.title}".lower())
        fields = {
            "id": "-".join(words.encode("ascii", "ignore").decode().split()),
            "type": "webpage",
            "title": self.title,
            "author": self.authors,
            "publisher": self.publisher.name or self.site,
            "container-title": self.site,
            "issued": self.reviewed,
            "URL": self.address,
            # Every record has one; no format prints it.
            "grade": next(iter(vocabulary().grades)),
        }
        return Source.model_validate(fields)
