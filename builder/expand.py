"""Pages ask for records by key; here a record becomes Markdown, through the templates.

`{{ figure("missing") }}` in a page calls templates/figure.md with the figure of that id. Templates hold no facts,
pages no markup that a template could hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from builder import drawings
from builder.citations import Citation
from builder.exports import LIST_SEPARATOR, TABLES
from builder.models import CASE_STATUSES, FIGURE_GROUPS, GRADES, THREADS, VERDICTS, Record
from builder.problems import suggest
from builder.records import Records

# Where a country's name stands on the maps: longitude, latitude.
_COUNTRIES = {"Syria": (40.0, 35.4), "Iraq": (42.6, 35.5), "Türkiye": (40.6, 37.35)}
FIGURE_FORMS = ("full", "cited", "value")
# A figure's qualifier opens a sentence at the start of a line or a list item, or after a full stop.
_SENTENCE_START = re.compile(r'((?:^\s*(?:- )?|[.!?]”?(?:\*\*)?\s)<span class="figure">)([a-z])', re.MULTILINE)
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>{}|~^=+#])")


class ExpandError(Exception):
    """A page asks for something that is not there.

    faults: (the words in the page that ask for it, what is wrong, what would be right), one for each.
    """

    def __init__(self, faults: list[tuple[str, str, str]]):
        self.faults = faults
        super().__init__("; ".join(wrong for _, wrong, _ in faults))


class Expander:
    """Expands the Jinja expressions of a page.

    cited_on: gives, for a source's id, the pages that cite it as (title, path from docs/).
    title: gives the title of the page at a path.
    borders: the lines of the maps, as drawings.border_paths gives them.
    """

    def __init__(
        self,
        records: Records,
        templates: Path,
        cited_on: Callable[[str], Iterable[tuple[str, str]]],
        title: Callable[[str], str],
        borders: list[str],
    ):
        self.records = records
        self._borders = borders
        self._faults: list[tuple[str, str, str]] = []
        self._env = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # {# opens attr_list's ids in Markdown, so it cannot open comments.
            comment_start_string="<!--#",
            comment_end_string="#-->",
            autoescape=False,
        )
        # A record's prose may ask for figures as a page does.
        self._env.filters.update(
            cite=cite, md=escape, parts=parts, prose=lambda text: self._env.from_string(text).render()
        )
        self._env.tests["contains_any"] = lambda chosen, wanted: not set(wanted).isdisjoint(chosen)
        self._env.globals.update(
            figure=self._figure,
            quote=self._quote,
            people=self._lister("people.md", records.people),
            glossary=self._lister("glossary.md", records.glossary),
            claims=lambda: self._render("claims.md", records=records.claims, verdicts=VERDICTS, title=title),
            timeline=lambda: self._render("timeline.md", records=records.timeline, threads=THREADS),
            downloads=lambda: self._render("downloads.md", tables=TABLES, separator=LIST_SEPARATOR),
            cases=lambda: self._render("cases.md", records=records.cases, statuses=CASE_STATUSES, zip=zip),
            convictions=lambda: self._render("convictions.md", cases=records.cases.values()),
            court_totals=lambda: self._render("court_totals.md", cases=list(records.cases.values()), sources=leading),
            recognitions=self._lister("recognitions.md", records.recognitions),
            readings=self._of_kind("readings"),
            changes=lambda: self._render("changes.md", records=records.changes, title=title),
            organisations=self._of_kind("organisations"),
            figures=lambda: self._render("figures.md", figures=records.figures, groups=FIGURE_GROUPS),
            names=lambda: self._render("names.md", records=records),
            sources=lambda: self._render("sources.md", sources=records.sources, grades=GRADES, cited_on=cited_on),
            count=self._count,
            map=self._map,
            figure_bars=self._figure_bars,
            conviction_bars=self._conviction_bars,
            verdict_scale=lambda: "\n".join(f"- **{verdict}**: {meaning}" for verdict, meaning in VERDICTS.items()),
        )

    def expand(self, text: str) -> str:
        """The page with its records in it. Raises ExpandError with everything it asks for in vain."""
        self._faults = []
        try:
            expanded = self._env.from_string(text).render()
        except TemplateSyntaxError as error:
            words = text.splitlines()[error.lineno - 1].strip()
            raise ExpandError([(words, f"the expression does not parse: {error.message}", "")]) from None
        except (TemplateError, TypeError) as error:
            name = re.search(r"'(\w+)'", str(error))
            hint = suggest(name[1], self._env.globals, "") if name else ""
            self._faults.append((f"{name[1]}" if name else "{{", f"the expression cannot be expanded: {error}", hint))
            expanded = ""
        if self._faults:
            raise ExpandError(self._faults)
        return _SENTENCE_START.sub(lambda start: start[1] + start[2].upper(), expanded)

    def opening(self, front: object) -> str:
        """What stands above every page's text: title, date of review, content note. front: a pages.FrontMatter."""
        return self._render("opening.md", front=front) + "\n\n"

    def note(self, citation: Citation) -> str:
        """A citation's note: the reference in the form of its source's type, one line of Markdown."""
        return self._render("note.md", source=self.records.sources[citation.key], locator=citation.locator)

    def _render(self, template: str, **names: object) -> str:
        return self._env.get_template(template).render(**names).strip("\n")

    def _lister(self, template: str, records: Mapping) -> Callable[[], str]:
        return lambda: self._render(template, records=records)

    def _figure(self, name: str, form: str = "full") -> str:
        if form not in FIGURE_FORMS:
            self._fault(form, f"a figure has no form {form!r}", f"write one of {', '.join(FIGURE_FORMS)}")
            return ""
        return self._one("figure", name, self.records.figures, "figure.md", form=form)

    def _quote(self, name: str) -> str:
        return self._one(
            "quotation", name, self.records.quotes, "quote.md", people=self.records.people, names=self.records
        )

    def _map(self, title: str, *names: str) -> str:
        """A map of the places of these ids, or of all."""
        for name in names:
            if name not in self.records.places and name not in self.records.faulty:
                self._fault(
                    name, f"no place has the id {name}", suggest(name, self.records.places, "add it to data/ first")
                )
        chosen = [place for place in self.records.places.values() if not names or place.id in names]
        countries = [(name, *drawings.project(*centre)) for name, centre in _COUNTRIES.items()]
        return self._render(
            "map.md",
            title=title,
            width=drawings.WIDTH,
            height=drawings.HEIGHT,
            borders=self._borders,
            countries=countries,
            marks=drawings.marks(chosen),
        )

    def _figure_bars(self, name: str, title: str, reading: str, **labels: str) -> str:
        """A bar for each figure: its id with underscores for hyphens, and its label. `reading`: how to read the chart."""
        ids = {label: key.replace("_", "-") for key, label in labels.items()}
        for key in ids.values():
            if key not in self.records.figures and key not in self.records.faulty:
                self._fault(key.replace("-", "_"), f"no figure has the id {key}", suggest(key, self.records.figures))
        chosen = [(label, self.records.figures[key]) for label, key in ids.items() if key in self.records.figures]
        amounts = [(label, figure.value, figure.words) for label, figure in chosen]
        return self._bars(name, title, reading, amounts) if amounts else ""

    def _conviction_bars(self, name: str, title: str, reading: str) -> str:
        """A bar for each country with convictions that stand for genocide, aiding it, or crimes against humanity."""
        wanted = {"genocide", "aiding genocide", "crimes against humanity"}
        standing = Counter(case.country for case in self.records.cases.values() if wanted & set(case.standing))
        return self._bars(name, title, reading, [(country, n, str(n)) for country, n in standing.most_common()])

    def _bars(self, name: str, title: str, reading: str, amounts: list[tuple[str, float, str]]) -> str:
        drawn = drawings.bars(amounts)
        return self._render("bars.md", id=name, title=title, reading=reading, bars=drawn, width=drawings.WIDTH)

    def _count(self, name: str) -> str:
        """How many records a data file holds, for a sentence that says so."""
        return str(len(getattr(self.records, name)))

    def _of_kind(self, name: str) -> Callable[[str], str]:
        """Lists the records of a file that are of one kind."""

        def listed(kind: str) -> str:
            records = getattr(self.records, name).values()
            chosen = [record for record in records if record.type == kind]
            if not chosen:
                known = ", ".join(sorted({record.type for record in records}))
                self._fault(kind, f"there are no {name} of the kind {kind!r}", f"known kinds: {known}")
            return self._render(f"{name}.md", records=chosen)

        return listed

    def _one(self, kind: str, name: str, known: Mapping, template: str, **names: object) -> str:
        if name in known:
            return self._render(template, record=known[name], **names)
        if name not in self.records.faulty:
            self._fault(name, f"no {kind} has the id {name}", suggest(name, known, "add it to data/ first"))
        return ""

    def _fault(self, words: str, wrong: str, right: str) -> None:
        self._faults.append((words, wrong, right))


def leading(records: Iterable[Record]) -> list[Citation]:
    """The first source of each record, for a sentence about all of them."""
    return list(dict.fromkeys(record.sources[0] for record in records))


def cite(citations: Iterable[Citation]) -> str:
    """Citations in the syntax of pages: `[@coi-2016, para. 165; @sres-2379]`."""
    return f"[{'; '.join(f'@{citation}' for citation in citations)}]"


def escape(text: object) -> str:
    """Text in which no character is Markdown."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", str(text))


def parts(pieces: Iterable[object]) -> str:
    """A reference's parts joined by commas, those that are missing left out."""
    return ", ".join(str(piece) for piece in pieces if piece)
