"""What a program needs to be told of each kind of thing, or it passes the data over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

# As Google's documentation has it where it describes the kind (developers.google.com/search/docs/appearance/structured-data:
# article, breadcrumb, factcheck, dataset, image-license-metadata), and for the others what makes one of any use.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "AlignmentObject": ("alignmentType", "targetName"),
    "Article": ("headline", "url", "dateModified", "author", "publisher", "license", "inLanguage"),
    "BreadcrumbList": ("itemListElement",),
    "Claim": ("author", "appearance"),
    "ClaimReview": ("claimReviewed", "reviewRating", "url", "author", "itemReviewed"),
    "CreativeWork": ("name", "url"),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "Dataset": ("name", "description", "license", "creator", "distribution"),
    "DefinedTerm": ("name", "url"),
    "DefinedTermSet": ("name", "hasDefinedTerm"),
    "ImageObject": ("contentUrl", "license", "creditText"),
    "LearningResource": ("name", "learningResourceType", "typicalAgeRange", "timeRequired", "inLanguage", "license"),
    "ListItem": ("position", "name", "item"),
    "NewsArticle": ("headline", "url", "publisher"),
    "Organization": ("name",),
    "Person": ("name",),
    "Quotation": ("url", "creator", "dateCreated"),
    "Rating": ("alternateName",),
    "WebSite": ("name", "url"),
}
_RIGHT = "give it in builder/publishing/linked/, from a record or a setting that is not empty"


def faults(block: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a data block of JSON-LD, and what would be right."""
    try:
        said = json.loads(block)
    except json.JSONDecodeError as error:
        yield f"the JSON-LD does not parse: {error}", "write it with json.dumps, as builder/publishing/linked/ does"
        return
    if not isinstance(said, dict) or said.get("@context") != "https://schema.org" or not said.get("@graph"):
        yield (
            "the JSON-LD names no vocabulary or nothing in it",
            'write {"@context": "https://schema.org", "@graph": [...]}',
        )
        return
    yield from _of(said["@graph"])


def _of(said: Any) -> Iterator[tuple[str, str]]:
    if isinstance(said, list):
        for each in said:
            yield from _of(each)
    elif isinstance(said, dict):
        types = said.get("@type", [])
        for kind in [types] if isinstance(types, str) else types:
            name = said.get("url") or said.get("@id") or said.get("name") or ""
            if kind not in REQUIRED:
                yield (
                    f"the JSON-LD holds a {kind}, of which nobody knows what it needs",
                    "add it to builder/publishing/linked/required.py",
                )
            lacking = [each for each in REQUIRED.get(kind, ()) if said.get(each) in (None, "", [], {})]
            if lacking:
                yield f"in the JSON-LD the {kind} {name} lacks {', '.join(lacking)}", _RIGHT
        if not types and set(said) != {"@id"}:
            yield f"the JSON-LD holds a thing of no type: {json.dumps(said)[:60]}", "give its @type, or its @id alone"
        for each in said.values():
            yield from _of(each)
