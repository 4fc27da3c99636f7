"""The site in other forms, by the setting in mkdocs.yml's `extra` that has pages offer each."""

from collections.abc import Mapping

FILES = {
    "handbook": "called-to-account.pdf",
    "epub": "called-to-account.epub",
    "offline": "called-to-account.zip",
    "sheet": "pupils-sheet.pdf",
}


def promised(extra: Mapping[str, object]) -> set[str]:
    """The files that will be put beside a build with these settings."""
    return {file for name, file in FILES.items() if extra.get(name)}
