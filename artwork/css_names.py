"""Gathers what CSS knows, from MDN's data (CC0), into builder/content/css.json, by which a rule finds what is misspelt.

Run: npm pack mdn-data; tar xf mdn-data-*.tgz; python -m artwork.css_names package/css
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "builder" / "content" / "css.json"
# What a value may be beside words of its own, by the type of CSS's grammar that stands for it.
_KINDS = {
    "number": "number",
    "integer": "number",
    "zero": "number",
    "number-token": "number",
    "length": "length",
    "percentage": "percentage",
    "angle": "angle",
    "time": "time",
    "flex": "flex",
    "resolution": "resolution",
    "color": "color",
    "custom-ident": "name",
    "dashed-ident": "name",
    "ident": "name",
    "string": "string",
    "url": "url",
}
_FUNCTION = re.compile(r"[\w-]+\([^()]*\)")
_PARTS = re.compile(r"<'([\w-]+)'[^>]*>|<([\w-]+)(?: \[[^\]]*\])?>|([a-zA-Z-][\w-]*)")


def main(folder: Path) -> None:
    """Writes the names. folder: css/ of the package."""

    def read(name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        return found

    properties, syntaxes = read("properties"), read("syntaxes")

    @cache
    def reach(syntax: str, above: frozenset[str]) -> frozenset[str]:
        """Every word that a value of a syntax may hold outside brackets, and every kind, as <length>."""
        found: set[str] = set()
        for prop, kind, word in _PARTS.findall(_FUNCTION.sub(" ", syntax)):
            if kind in _KINDS:
                found.add(f"<{_KINDS[kind]}>")
            elif word:
                found.add(word.lower())
            elif (name := prop or kind) not in above and (said := (properties if prop else syntaxes).get(name)):
                found |= reach(said["syntax"], above | {name})
        return frozenset(found)

    def words(names: object) -> str:
        return " ".join(sorted(names))  # type: ignore[call-overload]

    colors = ("named-color", "system-color", "deprecated-system-color")
    functions = {*read("functions"), *(name for name in syntaxes if name.endswith("()"))}
    pseudo = (re.sub(r"[:()]", "", name) for name in read("selectors") if name.startswith(":"))
    written = {
        "properties": {name: words(reach(said["syntax"], frozenset({name}))) for name, said in properties.items()},
        "colors": words(set().union(*(reach(syntaxes[name]["syntax"], frozenset()) for name in colors))),
        "functions": words(name.removesuffix("()").lower() for name in functions),
        "pseudo": words(set(pseudo)),
        "units": words({"%", *map(str.lower, read("units"))}),
    }
    OUT.write_text(json.dumps(written, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
