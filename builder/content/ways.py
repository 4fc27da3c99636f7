"""Where readers may write to whoever publishes this copy, from the environment through mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from builder.content.problems import Problem, ProblemsFound
from builder.content.settings_file import FILE

NOBODY_TO_WRITE_TO = "this copy names nobody to write to, and About says so; set CONTACT or REPOSITORY to change that"
# With https: what a reader writes is nobody else's to read. A host of this machine is for trying it.
_ADDRESS = re.compile(
    r"(?:https://(?:[\w-]+\.)+[\w-]*[a-z]|http://(?:localhost|127\.0\.0\.1))(?::\d+)?(?:/[^\s<>\"]*)?", re.IGNORECASE
)
# What a browser shows of a repository, copied with its address.
_WITHIN = re.compile(r"\.git/?$|/(?:issues|pulls?|tree|blob|wiki|actions|-)(?:/|$)|[?#].*")
_MAIL = re.compile(r"[^\s@<>\"/:?&]+@[\w-]+(\.[\w-]+)+")
# The form of .github/ISSUE_TEMPLATE and its field for the page, which a host fills in from the address.
_FORM = "correction.yml"
# Where a contact's own form takes the page: https://example.org/form?about={page}
_PAGE = "{page}"


@dataclass(frozen=True)
class Ways:
    """repository: its address, for public reports; contact: a mail address or a form's address, for private letters;
    site: where the copy is published, with a slash at its end.

    Each is empty where the copy has none.
    """

    repository: str = ""
    contact: str = ""
    site: str = ""

    @classmethod
    def of(cls, extra: Mapping[str, Any], site: str = "") -> Ways:
        """The ways that the settings' `extra` names. Raises ProblemsFound where one is no address."""
        repository, contact = (str(extra.get(name) or "").strip() for name in ("repository", "contact"))
        problems = []
        if repository and not _ADDRESS.fullmatch(repository):
            right = "write it whole, as https://github.com/owner/name, or leave it out"
            problems.append(Problem(FILE, 0, "REPOSITORY", f"{repository!r} is not an address", right))
        elif found := _WITHIN.search(repository):
            wrong = f"{repository!r} is no repository, but something of one"
            problems.append(Problem(FILE, 0, "REPOSITORY", wrong, f"leave out {found[0]} and what follows"))
        if contact and not (_ADDRESS.fullmatch(contact) or _MAIL.fullmatch(contact)):
            right = "write a mail address, or the whole address of a form, https://..., or leave it out"
            problems.append(Problem(FILE, 0, "CONTACT", f"{contact!r} is nothing to write to", right))
        if problems:
            raise ProblemsFound(problems)
        return cls(repository.rstrip("/"), contact, site)

    def __bool__(self) -> bool:
        return bool(self.repository or self.contact)

    def report(self, page: str) -> str:
        """The repository's form for corrections, with the address of the page filled in."""
        return f"{self.repository}/issues/new?{urlencode({'template': _FORM, 'page': page})}"

    def letter(self, page: str) -> str:
        """A letter to the contact, about the page of that address: its form, or a mail to be written."""
        about = f"?{urlencode({'subject': page}, quote_via=quote)}" if _MAIL.fullmatch(self.contact) else ""
        return f"{self.inbox(page)}{about}"

    def inbox(self, page: str) -> str:
        """Where letters to the contact go, whatever they are about; a form that asks for a page gets that one."""
        if _MAIL.fullmatch(self.contact):
            return f"mailto:{self.contact}"
        return self.contact.replace(_PAGE, quote(page, safe=""))


# Of a copy that names nobody.
NOWHERE = Ways()
