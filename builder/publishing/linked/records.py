"""Records as schema.org has them: https://schema.org/docs/full.html"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

from builder.content.markdown_text import as_text
from builder.content.pages import Page
from builder.content.project import Project
from builder.content.records import Change, Claim, Person, Quote, Source, Term
from builder.content.vocabulary import vocabulary
from builder.downloads.columns import TABLES
from builder.downloads.datapackage import LICENCE
from builder.rendering.markdown.search import is_hard

_QUOTED = re.compile(r"\{\{ quote\(\"([\w-]+)\"")
_FORMS = {"csv": "text/csv", "json": "application/json"}
_OF_SOURCES = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}


class Publication(Protocol):
    """Whose pages they are."""

    site: str
    address: str
    publisher: str

    def of(self, path: str) -> str:
        """The whole address of a page or a file."""


def claim_reviews(project: Project, about: Publication, page: Page, address: str) -> Iterator[dict[str, Any]]:
    """Each claim of the article with its verdict, and the article once: https://developers.google.com/search/docs/appearance/structured-data/factcheck"""
    records = project.records
    quotes = records.of(Quote)
    article = next((quote.source.key for quote in quotes.values() if quote.article_order), None)
    if article is None:
        return
    story = records.of(Source)[article]
    magazine = {"@type": "Organization", "name": story.container_title}
    yield {
        "@type": "NewsArticle",
        "@id": story.link,
        "headline": story.title,
        "url": story.link,
        "publisher": magazine,
        **({"datePublished": str(story.issued)} if story.issued else {}),
    }
    for claim in records.of(Claim).values():
        quote = quotes.get(claim.quote or "")
        yield {
            "@type": "ClaimReview",
            "url": f"{address}#{claim.id}",
            "claimReviewed": claim.claim,
            "author": {"@id": about.publisher},
            "itemReviewed": {
                "@type": "Claim",
                "author": _speaker(project, quote) if quote else magazine,
                "appearance": {"@id": story.link},
            },
            # The verdicts are no scale from worse to better, so that none has a number.
            "reviewRating": {"@type": "Rating", "alternateName": claim.verdict},
        }


def quotations(project: Project, about: Publication, page: Page, address: str) -> Iterator[dict[str, Any]]:
    """The quotations that a page prints with who said them where."""
    quotes, sources = project.records.of(Quote), project.records.of(Source)
    for name in dict.fromkeys(_QUOTED.findall(page.body)):
        quote = quotes[name]
        yield {
            "@type": "Quotation",
            "url": f"{address}#quote-{name}",
            **({} if is_hard(quote.text) else {"text": quote.text}),
            "creator": _speaker(project, quote),
            "dateCreated": str(quote.date),
            "isPartOf": {"@id": sources[quote.source.key].link},
        }


def terms(project: Project, about: Publication, page: Page, address: str) -> Iterator[dict[str, Any]]:
    """The glossary: https://schema.org/DefinedTermSet"""
    defined = [
        {
            "@type": "DefinedTerm",
            "url": f"{address}#{term.id}",
            "name": term.term,
            "description": as_text(term.definition),
        }
        for term in project.records.of(Term).values()
    ]
    yield {"@type": "DefinedTermSet", "url": address, "name": page.front.title, "hasDefinedTerm": defined}


def dataset(project: Project, about: Publication, page: Page, address: str) -> Iterator[dict[str, Any]]:
    """The downloads: https://developers.google.com/search/docs/appearance/structured-data/dataset"""
    words = vocabulary().data_package
    changed = max((change.date.end.latest for change in project.records.of(Change).values()), default=None)
    files = [(table, *form) for table in TABLES for form in _FORMS.items()]
    files += [("sources", *form) for form in _OF_SOURCES.items()]
    yield {
        "@type": "Dataset",
        "url": f"{address}#downloads",
        "name": words.title,
        "description": words.description.format(separator="|"),
        "license": LICENCE["path"],
        "creator": {"@id": about.publisher},
        "isAccessibleForFree": True,
        **({"dateModified": changed.isoformat()} if changed else {}),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": about.of(f"data/{table}.{ending}"), "encodingFormat": form}
            for table, ending, form in files
        ],
    }


def work(source: Source) -> dict[str, Any]:
    """A source that a page cites."""
    return {
        "@type": "CreativeWork",
        "@id": source.link,
        "url": source.link,
        "name": source.title_en or source.title,
        "inLanguage": source.language,
        **({"datePublished": str(source.issued)} if source.issued else {}),
        **({"author": source.people} if source.author else {}),
        **(
            {"publisher": source.container_title or source.institution}
            if source.container_title or source.institution
            else {}
        ),
    }


def _speaker(project: Project, quote: Quote) -> dict[str, Any]:
    people = project.records.of(Person)
    if quote.speaker in people:
        return {"@type": "Person", "name": people[quote.speaker].name}
    return {"@type": "Organization", "name": quote.body}
