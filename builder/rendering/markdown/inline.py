"""The stock inline processor, which tries a pattern only on a text that holds what the pattern begins with.

The stock one tries each of its patterns on each piece of text, most of which is plain: a fifth of a build's time.
"""

from __future__ import annotations

from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# https://github.com/Python-Markdown/markdown/blob/3.11.3/markdown/inlinepatterns.py; a pattern of another name is always tried.
_HOLDS = {
    "source-words": ("<",),
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}


class InlineExtension(Extension):
    """Puts the quicker processor in the place of the stock one."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Inline(md), "inline", 20)


class _Inline(InlineProcessor):
    _tried: list[tuple[Any, str, str]] | None = None

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Overrides a method that is private by its name, and is called by the stock `run` and by itself."""
        if isinstance(data, AtomicString):
            return data
        if self._tried is None:
            # Not before the first text: extensions register patterns after this one.
            names = {
                self.inlinePatterns.get_index_for_name(name): name for name in _HOLDS if name in self.inlinePatterns
            }
            signs = (_HOLDS.get(names.get(index, ""), ("",)) for index in range(len(self.inlinePatterns)))
            self._tried = [
                (pattern, sign[0], sign[-1]) for pattern, sign in zip(self.inlinePatterns, signs, strict=True)
            ]
        start = 0
        while patternIndex < len(self._tried):
            pattern, one, other = self._tried[patternIndex]
            matched = False
            if one in data or other in data:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, patternIndex, start)  # type: ignore[attr-defined]
            else:
                start = 0
            if not matched:
                patternIndex += 1
        return data
