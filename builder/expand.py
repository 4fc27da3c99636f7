"""Pages ask for records by key; here a record becomes Markdown, through the templates.

`{{ figure("missing") }}` in a page calls templates/figure.md with the figure of that id. Templates hold no facts,
pages no markup that a template could hold.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from builder import drawings
from builder.citations import Citation
from builder.exports import LIST_SEPARATOR, TABLES
from builder.models import (
    CASE_STATUSES,
    CRIMES,
    FIGURE_GROUPS,
    GRADES,
    MODES,
    MODES_COUNTED,
    POWERS,
    RIGHT_TO_LEFT,
    THREADS,
    VERDICTS,
    Record,
)
from builder.problems import Problem, suggest
from builder.proofs import coverage
from builder.reading import UnreadableError, read
from builder.records import Records

# {# opens attr_list's ids in Markdown, so it cannot open comments.
_COMMENTS = {"comment_start_string": "<!--#", "comment_end_string": "#-->"}
# Where a country's name stands on the map: longitude, latitude.
_COUNTRIES = {"Syria": (41.05, 36.78), "Iraq": (42.75, 35.9), "Türkiye": (41.55, 37.27)}
FIGURE_FORMS = ("full", "cited", "value")
QUOTE_FORMS = ("full", "words")
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
    title: gives the title of the page at a path, None if there is no such page.
    borders: the lines of the map and of its locator, as drawings.read_borders gives them.
    """

    def __init__(
        self,
        records: Records,
        templates: Path,
        cited_on: Callable[[str], Iterable[tuple[str, str]]],
        title: Callable[[str], str | None],
        borders: tuple[list[str], list[str]],
    ):
        self.records = records
        self._title = title
        self._borders, self._land = borders
        self._faults: list[tuple[str, str, str]] = []
        self._env = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            **_COMMENTS,
            autoescape=False,
            # Made anew with every build, also while serving.
            auto_reload=False,
        )
        self._env.filters.update(cite=cite, md=escape, parts=parts, prose=self._prose)
        self._env.globals["right_to_left"] = RIGHT_TO_LEFT
        self._env.tests["contains_any"] = lambda chosen, wanted: not set(wanted).isdisjoint(chosen)
        self._env.globals.update(
            figure=self._figure,
            quote=self._quote,
            people=self._lister("people.md", records.people),
            glossary=lambda: self._render("glossary.md", records=records.glossary, title=title),
            claims=lambda: self._render("claims.md", records=records.claims, verdicts=VERDICTS, title=title),
            timeline=lambda: self._render("timeline.md", records=records.timeline, threads=THREADS),
            downloads=lambda: self._render("downloads.md", tables=TABLES, separator=LIST_SEPARATOR),
            cases=self._cases,
            open_cases=lambda: self._render(
                "open_cases.md", cases=list(records.cases.values()), statuses=CASE_STATUSES
            ),
            convictions=lambda: self._render("convictions.md", cases=records.cases.values(), statuses=CASE_STATUSES),
            court_totals=self._court_totals,
            coverage=lambda: self._render("coverage.md", kinds=coverage(records)),
            recognitions=self._lister("recognitions.md", records.recognitions),
            readings=self._of_kind("readings"),
            changes=lambda: self._render("changes.md", records=records.changes, title=title),
            organisations=self._of_kind("organisations"),
            figures=lambda: self._render("figures.md", figures=records.figures, groups=FIGURE_GROUPS),
            names=lambda: self._render("names.md", records=records),
            sources=lambda: self._render("sources.md", sources=records.sources, grades=GRADES, cited_on=cited_on),
            count=self._count,
            bodies=lambda name, title: self._render(
                "bodies.md", id=name, title=title, bodies=list(records.bodies.values()), powers=POWERS
            ),
            callouts=self._callouts,
            figure_bars=self._figure_bars,
            map=self._map,
            next=self._next,
            spans=self._spans,
            threads=lambda name, title: self._render("threads.md", id=name, title=title, **self._threads()),
            verdicts=self._verdicts,
            years=lambda: self._render("years.md", events=[e for e in records.timeline.values() if e.year_in_short]),
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
        except (TemplateError, TypeError, ValueError, AttributeError) as error:
            name = re.search(r"'(\w+)'", str(error))
            hint = suggest(name[1], self._env.globals, "") if name else ""
            wrong = f"the expression cannot be expanded{_within_template(error)}: {error}"
            self._faults.append((f"{name[1]}" if name else "{{", wrong, hint))
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

    def _prose(self, text: str) -> str:
        """A record's prose, which may ask for figures as a page does; most asks for none."""
        return self._env.from_string(text).render() if "{" in text else text

    def _render(self, template: str, **names: object) -> str:
        return self._env.get_template(template).render(**names).strip("\n")

    def _lister(self, template: str, records: Mapping) -> Callable[[], str]:
        return lambda: self._render(template, records=records)

    def _figure(self, name: str, form: str = "full", of: str = "") -> str:
        """A figure of that id in one of its forms; of: what is counted, where the sentence names it after the number."""
        if form not in FIGURE_FORMS:
            self._fault(form, f"a figure has no form {form!r}", f"write one of {', '.join(FIGURE_FORMS)}")
            return ""
        return self._one("figure", name, self.records.figures, "figure.md", form=form, of=of)

    def _quote(self, name: str, form: str = "full") -> str:
        if form not in QUOTE_FORMS:
            self._fault(form, f"a quotation has no form {form!r}", f"write one of {', '.join(QUOTE_FORMS)}")
            return ""
        template = "quote.md" if form == "full" else "words.md"
        return self._one(
            "quotation", name, self.records.quotes, template, people=self.records.people, names=self.records
        )

    def _map(self, name: str, title: str, *strong: str) -> str:
        """The map, with every place of places.yml; those named in `strong` stand out."""
        self._known("place", strong, self.records.places)
        places = [place for place in self.records.places.values() if drawings.MAP.holds(place)]
        far = [place for place in self.records.places.values() if not drawings.MAP.holds(place)]
        corners = drawings.MAP.west, drawings.MAP.north, drawings.MAP.east, drawings.MAP.south
        return self._render(
            "map.md",
            id=name,
            title=title,
            reading="places in bold are the ones this page is about; " if strong else "",
            map=drawings.MAP,
            locator=drawings.LOCATOR,
            borders=self._borders,
            land=self._land,
            frame=drawings.LOCATOR.project(*corners[:2]) + drawings.LOCATOR.project(*corners[2:]),
            countries=[(country, *drawings.MAP.project(*centre)) for country, centre in _COUNTRIES.items()],
            marks=drawings.marks(places, strong),
            far=drawings.spots(far, strong),
            places=[place for place in places + far if not strong or place.id in strong],
        )

    def _figure_bars(self, name: str, title: str, reading: str, **labels: str) -> str:
        """A whole and its parts, a bar each: the figure's id with underscores for hyphens, and its label."""
        ids = {key.replace("_", "-"): label for key, label in labels.items()}
        self._known("figure", ids, self.records.figures)
        figures = [self.records.figures[key] for key in ids if key in self.records.figures]
        if not figures:
            return ""
        return self._render(
            "figure_bars.md",
            id=name,
            title=title,
            reading=reading,
            width=drawings.WIDTH,
            bars=drawings.bars((ids[figure.id], figure.value, figure.words) for figure in figures),
            figures=figures,
            sources=list(dict.fromkeys(source for figure in figures for source in figure.sources)),
        )

    def _cases(self) -> str:
        """Every case, by country, and what narrows them."""
        standing = {conviction for case in self.records.cases.values() for conviction in case.standing}
        by_gravity = sorted(standing, key=lambda one: (CRIMES.index(one.crime), list(MODES).index(one.mode)))
        return self._render(
            "cases.md",
            records=self.records.cases,
            statuses=CASE_STATUSES,
            convictions=[str(conviction) for conviction in by_gravity],
            zip=zip,
        )

    def _court_totals(self) -> str:
        """How many convictions stand for each crime, and in which mode of liability."""
        cases = list(self.records.cases.values())
        totals = []
        for crime in CRIMES[:3]:
            modes = {
                mode: [c for c in cases if any((s.crime, s.mode) == (crime, mode) for s in c.standing)]
                for mode in MODES
            }
            convicted = [case for case in cases if any(conviction.crime == crime for conviction in case.standing)]
            by_mode = [(MODES_COUNTED[mode], among) for mode, among in modes.items() if among]
            totals.append((crime, convicted, by_mode))
        return self._render("court_totals.md", cases=cases, totals=totals, sources=leading)

    def _verdicts(self, name: str, title: str) -> str:
        """The chart of verdicts by country and year."""
        table = drawings.verdicts(self.records.cases.values())
        shown = sorted(
            {outcome for row in table.values() for said in row.values() for outcome in said}, key=lambda one: one.rank
        )
        rows, top = [], 22
        for country, row in table.items():
            rows.append((country, top, row))
            top += 30 + 19 * (max(-(-len(said) // 2) for said in row.values()) - 1)
        return self._render(
            "verdicts.md",
            id=name,
            title=title,
            width=drawings.WIDTH,
            table=table,
            rows=rows,
            bottom=top,
            # One mark may stand for several modes; the key names the first, the table each.
            key={outcome.mark: outcome.words[:1].upper() + outcome.words[1:] for outcome in reversed(shown)},
        )

    def _spans(self, name: str, title: str, reading: str, *stretches: tuple[str, ...]) -> str:
        """Stretches of time: (label, event it begins with, event it ends with or nothing), by ids of timeline.yml."""
        timeline = self.records.timeline
        self._known("event", [key for _, *keys in stretches for key in keys], timeline)
        chosen = [
            (label, *(timeline[key] for key in keys), *([None] * (2 - len(keys))))
            for label, *keys in stretches
            if all(key in timeline for key in keys)
        ]
        if not chosen:
            return ""
        drawn, years = drawings.spans(chosen)
        return self._render(
            "spans.md",
            id=name,
            title=title,
            reading=reading,
            width=drawings.WIDTH,
            spans=drawn,
            years=years,
            stretches=chosen,
        )

    def _callouts(self, **labels: str) -> str:
        """Figures that stand out: each figure's id with underscores for hyphens, and what it is, in a few words."""
        ids = {key.replace("_", "-"): label for key, label in labels.items()}
        self._known("figure", ids, self.records.figures)
        chosen = [(self.records.figures[key], label) for key, label in ids.items() if key in self.records.figures]
        return self._render("callouts.md", figures=chosen)

    def _next(self, path: str) -> str:
        """The way on at a page's end."""
        if self._title(path) is None:
            self._fault(path, f"there is no page {path}", "write its path from docs/, for example story/quotes.md")
        return self._render("next.md", path=path, title=self._title(path) or "")

    def _known(self, kind: str, names: Iterable[str], known: Mapping) -> None:
        """Reports every name that no record has."""
        for name in names:
            if name not in known and name not in self.records.faulty:
                self._fault(name, f"no {kind} has the id {name}", suggest(name, known, "add it to data/ first"))

    def _threads(self) -> dict:
        """Each thread's events by year, and how many events there are."""
        events = list(self.records.timeline.values())
        years = range(2014, max(event.date.start.year for event in events) + 1)
        rows = {
            label: {year: sum(e.date.start.year == year and thread in e.threads for e in events) for year in years}
            for thread, label in THREADS.items()
        }
        return {
            "rows": rows,
            "years": years,
            "width": drawings.WIDTH,
            "earlier": sum(e.date.start.year < 2014 for e in events),
        }

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


def _within_template(error: Exception) -> str:
    """The template and line in which an expression failed, if it was in one: Jinja gives compiled code their names."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/templates/" in frame.filename and frame.filename.endswith(".md")]
    return f" in templates/{inside[-1].filename.rpartition('/templates/')[2]}:{inside[-1].lineno}" if inside else ""


def template_faults(root: Path) -> Iterator[Problem]:
    """Every template, and every part of the frame, that does not parse, with its line."""
    for folder, environment in (("templates", Environment(**_COMMENTS)), ("overrides", Environment())):
        for path in sorted(path for path in (root / folder).rglob("*") if path.suffix in (".md", ".html")):
            name = path.relative_to(root).as_posix()
            try:
                environment.parse(read(path, name, root))
            except UnreadableError as error:
                yield error.problem
            except TemplateSyntaxError as error:
                yield Problem(name, error.lineno, "", f"the template does not parse: {error.message}", "")


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
