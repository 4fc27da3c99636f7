"""What each page says to programs about itself: schema.org as JSON-LD, a data block that no browser runs.

A search engine may show what is in it unasked, so that quotations with the hardest words are named and not repeated.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from builder.content.citations import find_groups
from builder.content.pages import Page
from builder.content.project import Project
from builder.content.records import Change, Source
from builder.content.vocabulary import vocabulary
from builder.downloads.datapackage import LICENCE
from builder.publishing.addresses import whole
from builder.publishing.linked.records import claim_reviews, dataset, quotations, terms, work
from builder.rendering.renderer import Chart

Node = dict[str, Any]
# Addresses hardly compress: more than these would weigh more than a page's other data together.
_CITED_WITHIN = 40


@dataclass(frozen=True)
class About:
    """Whose pages they are: the site's name, its address with a slash at its end, and whether its pages are files."""

    site: str
    address: str
    flat: bool = False

    def of(self, path: str) -> str:
        """The whole address of a page, by its path from docs/, or of a file, by its path from the site's root."""
        return whole(self.address, self.flat, path)

    @property
    def publisher(self) -> str:
        """What stands for whoever publishes it."""
        return f"{self.address}#publisher"


@dataclass(frozen=True)
class Linked:
    """What a page says: within itself, and in a file beside it, which has its definitions and describes all that it cites."""

    block: str
    file: str


def linked(
    project: Project, charts: Sequence[Chart], about: About, path: str, way: Sequence[tuple[str, str]]
) -> Linked:
    """What a checked page says.

    charts: those on it; way: to it, from the home page on: each page's title and path from docs/.
    """
    page = project.pages[path]
    article, cited = _article(project, about, page), list(_cited(project, page))
    within = {"citation": [{"@id": source.link} for source in cited]} if 0 < len(cited) <= _CITED_WITHIN else {}
    beside = {"citation": [work(source) for source in cited]} if cited else {}
    rest = [
        _publisher(project, about),
        _site(project, about),
        *_way(about, way),
        *(_picture(about, chart) for chart in charts),
        *_parts(project, about, page, about.of(path)),
    ]
    return Linked(_written([article | within, *map(_short, rest)]), _written([article | beside, *rest]))


def _short(node: Node) -> Node:
    """Without what a definition says, which the page itself says beside it."""
    terms = [
        {name: said for name, said in term.items() if name != "description"} for term in node.get("hasDefinedTerm", ())
    ]
    return node | {"hasDefinedTerm": terms} if terms else node


def _written(graph: list[Node]) -> str:
    block = {"@context": "https://schema.org", "@graph": graph}
    # Nothing in it may end the block: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _publisher(project: Project, about: About) -> Node:
    publisher = project.publisher
    name, url = publisher.name or about.site, str(publisher.url or about.address)
    return {"@type": "Organization", "@id": about.publisher, "name": name, "url": url}


def _site(project: Project, about: About) -> Node:
    first = next(iter(project.records.of(Change).values()), None)
    site = {"@type": "WebSite", "@id": about.address, "name": about.site, "url": about.address}
    return {**site, "datePublished": str(first.date)} if first else site


def _article(project: Project, about: About, page: Page) -> Node:
    front, address = page.front, about.of(page.path)
    changed = [change.date.end.latest for change in project.history(page.path)]
    article: Node = {
        "@type": "Article",
        "@id": f"{address}#content",
        "headline": front.title,
        "description": front.description,
        "url": address,
        "inLanguage": vocabulary().language,
        "dateModified": max([front.reviewed.end.latest, *changed]).isoformat(),
        "author": {"@id": about.publisher},
        "publisher": {"@id": about.publisher},
        "license": LICENCE["path"],
        "isPartOf": {"@id": about.address},
        "image": about.of("assets/card.png"),
    }
    if front.lesson:
        article["@type"] = ["Article", "LearningResource"]
        article |= {
            "name": front.title,
            "learningResourceType": "Lesson plan",
            "typicalAgeRange": front.lesson.ages,
            "timeRequired": f"PT{front.lesson.minutes}M",
            "educationalAlignment": [
                {"@type": "AlignmentObject", "alignmentType": "educationalSubject", "targetName": subject}
                for subject in front.lesson.subjects
            ],
        }
    return article


def _cited(project: Project, page: Page) -> Iterator[Source]:
    """The sources of a page, in the order of its notes."""
    groups = find_groups(project.expanded[page.path])
    sources = project.records.of(Source)
    yield from (sources[key] for key in dict.fromkeys(one.key for group in groups for one in group.citations))


def _way(about: About, way: Sequence[tuple[str, str]]) -> Iterator[Node]:
    if len(way) > 1:
        steps = [
            {"@type": "ListItem", "position": position, "name": title, "item": about.of(path)}
            for position, (title, path) in enumerate(way, 1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": steps}


def _picture(about: About, chart: Chart) -> Node:
    return {
        "@type": "ImageObject",
        "@id": f"{about.of(chart.page)}#{chart.id}",
        "name": chart.names["title"],
        "contentUrl": about.of(f"{chart.names['files']}.png"),
        "creditText": about.site,
        "license": LICENCE["path"],
    }


# What stands on a page beside its text, by the function that prints it there.
_PRINTED: dict[str, Callable[..., Iterator[Node]]] = {
    "claims": claim_reviews,
    "glossary": terms,
    "downloads": dataset,
    "quote": quotations,
}


def _parts(project: Project, about: About, page: Page, address: str) -> Iterator[Node]:
    for function, nodes in _PRINTED.items():
        if f"{{{{ {function}(" in page.body:
            yield from nodes(project, about, page, address)
