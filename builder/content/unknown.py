"""The message for an id that no record has, wherever somebody writes one: in a page's call, a citation, a record, an answer."""

from __future__ import annotations

# {kind}: what messages call such a record; {id}: what was written.
NO_SUCH = "no {kind} has the id {id}"
NO_SUCH_SOURCE = NO_SUCH.replace("{kind}", "source")
