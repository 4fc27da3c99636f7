"""Each part of the frame closes what it opens, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule

# What Jinja and scripts hold is no element of the template.
_NO_HTML = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|(?<=<script>).*?(?=</script>)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ODD = re.compile(r"<[a-zA-Z][^<>]*>")
# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset(str.split("area base br col embed hr img input link meta source track wbr"))
MESSAGE = "</{tag}> closes <{open}>, which line {line} opens"


@rule("records", message=MESSAGE, fault=Fault("overrides/partials/footer.html", r"^    </ul>", "    </p></ul>"))
def frame_elements(project: Project) -> Iterator[Problem]:
    """Browsers guess what was meant by an element never closed, and each page then ends inside another's part."""
    for path in sorted((project.root / "overrides").rglob("*.html")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        for position, wrong, right in _faults(_NO_HTML.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)):
            line = text.count("\n", 0, position) + 1
            yield Problem(path.relative_to(project.root).as_posix(), line, "", wrong, right)


def _faults(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _ODD.finditer(text):
        if found[0].count('"') % 2:
            yield found.start(), f"a quotation mark of {found[0][:40]} is never closed", "close it behind the value"
            return
    waiting: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        closes, tag = found[1], found[2].lower()
        if not closes and tag not in _VOID and not found[3].endswith("/"):
            waiting.append((tag, found.start()))
        elif closes and not waiting:
            yield found.start(), f"</{tag}> closes nothing", "delete it, or open the element before"
            return
        elif closes:
            last, at = waiting.pop()
            if last != tag:
                # What follows from it would only be told again.
                wrong = MESSAGE.format(tag=tag, open=last, line=text.count("\n", 0, at) + 1)
                yield found.start(), wrong, f"close <{last}> before, or delete </{tag}>"
                return
    for tag, position in waiting[:1]:
        yield position, f"<{tag}> is never closed", f"write </{tag}> where it ends"
