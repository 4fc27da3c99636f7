"""Citations as footnotes: a plain Python-Markdown extension on top of the stock footnotes.

Each (source, locator) becomes one note, numbered in reading order.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from builder.content.citations import Citation, CitationError, find_groups


def as_footnotes(text: str, note: Callable[[Citation], str]) -> str:
    """A Markdown text with its citations as footnotes of the stock kind, and the notes at its end.

    note: gives a citation's note as one line of Markdown. Raises CitationError for a citation that cannot be read.
    """
    pieces, cited, position = [], {}, 0
    for group in find_groups(text):
        if group.errors:
            raise CitationError("; ".join(group.errors))
        # A note stands after the punctuation, also where the text before it was printed from a record.
        position_after = group.end + text.startswith((".", ",", ";", ":"), group.end)
        pieces += [text[position : group.start], text[group.end : position_after], _references(group.citations)]
        position = position_after
        # The footnotes extension numbers by definition: definitions must stand in order of first use.
        cited.update({citation.note_id: citation for citation in group.citations if citation.note_id not in cited})
    pieces.append(text[position:])
    definitions = [f"[^{note_id}]: {note(citation)}" for note_id, citation in cited.items()]
    return "\n".join(["".join(pieces), "", *definitions])


def _references(citations: tuple[Citation, ...]) -> str:
    unique = dict.fromkeys(citation.note_id for citation in citations)
    return '<sup class="between-notes">,</sup>'.join(f"[^{note_id}]" for note_id in unique)


class _CitationPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, note: Callable[[Citation], str]):
        super().__init__(md)
        self.note = note

    def run(self, lines: list[str]) -> list[str]:
        return as_footnotes("\n".join(lines), self.note).split("\n")


class CitationExtension(Extension):
    """Turns citations into footnotes.

    note: gives a citation's note as one line of Markdown; raises CitationError when there is no such source.
    Needs the stock `footnotes` extension beside it.
    """

    def __init__(self, note: Callable[[Citation], str]):
        super().__init__()
        self.note = note

    def extendMarkdown(self, md: Markdown) -> None:
        # After fenced code is set aside (25), before raw HTML is (20), so that text inside HTML blocks is cited too.
        md.preprocessors.register(_CitationPreprocessor(md, self.note), "citations", 22)
