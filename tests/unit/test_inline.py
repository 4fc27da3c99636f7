"""Markdown says the same, however quickly it is read."""

from markdown import Markdown

from builder.rendering.markdown.folds import FoldsExtension
from builder.rendering.markdown.inline import InlineExtension

# Whatever an inline pattern may begin with, alone and within others.
TEXT = r"""
A `code with *stars*`, a \*star\*, *one*, **two**, ***three***, _under_, __twice__, a * b _ c, `` a ` b ``.

[A link](/a.md "title"), [one **strong** `x`](b.md), [by name][name], [name], [name][], ![A picture](c.png), ![seen][name],
![name], [not closed, [^note] and <https://example.org/?a=b&c=d> and <who@example.org>, a & b, &amp;, &#8212;, &hellip;.

A line with a break  
and a <span class="x">span *in* it</span>, <x-words lang="de">*Wörter* [wie] `sie`</x-words>, 2 < 3 > 1.

- An item with *a [link](d.md) and `code`* in it[^note]

[name]: https://example.org/name "Its title"
[^note]: A note with *stress* and [a link](e.md).
"""


def test_trying_fewer_patterns_gives_the_same_html():
    others = ["footnotes", "attr_list", "md_in_html", FoldsExtension()]
    assert Markdown(extensions=[InlineExtension(), *others]).convert(TEXT) == Markdown(extensions=others).convert(TEXT)
