"""Small corruptions of the real content, data, templates and settings, and what a build has to say of each.

Each is a slip that somebody will make one day. `found_by` says which gate stops it: "check", which reads everything and
writes nothing; "build", which looks at the finished pages; or "halt", where a build comes to no finished pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.content.rules import Fault as RuleFault

ISIS = "docs/background/isis.md"
HOME = "docs/index.md"


@dataclass(frozen=True)
class Fault:
    """name: what happened; place: how the message begins; said: words it must hold; corrupt: does it to a project."""

    name: str
    place: str
    said: str
    corrupt: Callable[[Path], None]
    found_by: str = "check"


def change(file, old, new, *more):
    """Puts `new` for the first `old` of a file, and so on for further pairs."""

    def corrupt(project):
        text = (project / file).read_text(encoding="utf-8")
        pairs = (old, new, *more)
        for before, after in zip(pairs[::2], pairs[1::2], strict=True):
            assert before in text, f"{file} has no {before!r} any more; the fault needs another place"
            text = text.replace(before, after, 1)
        (project / file).write_text(text, encoding="utf-8")

    return corrupt


def rewrite(file, pattern, becomes):
    """Puts something else for what a pattern finds first."""

    def corrupt(project):
        text = (project / file).read_text(encoding="utf-8")
        (project / file).write_text(RuleFault(file, pattern, becomes).commit(text), encoding="utf-8")

    return corrupt


def add(file, text):
    def corrupt(project):
        with (project / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return corrupt


def write(file, content):
    def corrupt(project):
        (project / file).write_bytes(content)

    return corrupt


def remove(file):
    return lambda project: (project / file).unlink()


def record(file, name):
    """Deletes a record, from its id to the next."""

    def corrupt(project):
        before, mark, rest = (project / file).read_text(encoding="utf-8").partition(f"- id: {name}\n")
        assert mark, f"{file} has no record {name}"
        (project / file).write_text(before + rest[rest.find("\n- id:") + 1 :], encoding="utf-8")

    return corrupt


def twice(file, name):
    """Pastes a record a second time, at the file's end."""

    def corrupt(project):
        text = (project / file).read_text(encoding="utf-8")
        start = text.index(f"- id: {name}\n")
        add(file, "\n" + text[start : text.index("\n- id:", start) + 1])(project)

    return corrupt


def link_out(project):
    outside = project.parent / "outside.md"
    outside.write_text("---\ntitle: Outside\n---\n", encoding="utf-8")
    (project / "docs/learn/glossary.md").unlink()
    (project / "docs/learn/glossary.md").symlink_to(outside)


def bytes_at_end(file, content):
    def corrupt(project):
        with (project / file).open("ab") as stream:
            stream.write(content)

    return corrupt


FAULTS = [
    # Facts.
    Fault("a digit changed in a quotation", "data/quotes.yml:", "quotation mass-graves, field checksum: the text is not the one that was compared", change("data/quotes.yml", "4,000 bodies", "4,001 bodies")),
    Fault("a word lost from a quotation", "data/quotes.yml:", "quotation harrowing, field checksum: the text is not the one", change("data/quotes.yml", "the most harrowing", "most harrowing")),
    Fault("a quotation without its checksum", "data/quotes.yml:", "field checksum: the field is missing", change("data/quotes.yml", "  checksum: '69237fe5'\n", "")),
    Fault("words of the article that a quotation does not hold", "data/claims.yml:", "field words: they do not stand in the quotation", change("data/claims.yml", "words: We know that it’s genocide", "words: We know that it was genocide")),
    Fault("a claim with no evidence since", "data/claims.yml:", "no source in since", change("data/claims.yml", "  since: |\n    On 21 September 2017 the Security Council asked for an investigative team to collect, preserve and store evidence in Iraq.[@sc-12998]\n    It created no court.[@sc-12998; @hrw-2017-09]", "  since: It was heard.")),
    Fault("a verdict of no scale", "data/claims.yml:", "'mostly accurate' is not one of the known values", change("data/claims.yml", "verdict: accurate with a caveat", "verdict: mostly accurate")),
    Fault("a source removed", "data/", "no source has the id coi-2016", record("data/sources.yml", "coi-2016")),
    Fault("a source nobody cites", "data/sources.yml:", "source idle: no page cites it", add("data/sources.yml", "\n- {id: idle, type: webpage, title: Idle, publisher: Nobody, URL: 'https://example.org', grade: reference}\n")),
    Fault("a source cited under a misspelt id in a page", f"{ISIS}:", "no source has the id col-2016 (did you mean coi-2016", change(ISIS, "[@coi-2016; @mei-dabiq4]", "[@col-2016; @mei-dabiq4]")),
    Fault("a source cited under a misspelt id in a record", "data/figures.yml:", "field sources.1: no source has the id plos-cetoreli-2017 (did you mean plos-cetorelli-2017", change("data/figures.yml", "  - plos-cetorelli-2017", "  - plos-cetoreli-2017")),
    Fault("a resolution without its number", "data/sources.yml:", "a source of type resolution needs number", change("data/sources.yml", "  number: S/RES/2253", "  note: S/RES/2253")),
    Fault("a source in no known language", "data/sources.yml:", "field language: 'xx' is not one of the known values", change("data/sources.yml", "  language: de", "  language: xx")),
    Fault("an address without https", "data/sources.yml:", "is not an address (write it whole, from https:// on)", change("data/sources.yml", "URL: https://", "URL: www.")),
    Fault("an address that runs a script", "data/organisations.yml:", "is not an address", change("data/organisations.yml", "url: https://www.yazda.org/", "url: javascript:alert(1)")),
    Fault("a DOI cut short", "data/sources.yml:", "field DOI", change("data/sources.yml", "DOI: 10.", "DOI: 1.")),
    Fault("a figure typed by hand where a key exists", f"{ISIS}:", 'is typed by hand (ask for it: {{ figure("abducted")', add(ISIS, "\nISIS abducted 6,417 people.[@coi-2016]\n")),
    Fault("a figure asked for under a misspelt id", f"{ISIS}:", "no figure has the id unitad-page (did you mean unitad-pages", change(ISIS, 'figure("unitad-pages"', 'figure("unitad-page"')),
    Fault("a figure in a form that is none", f"{ISIS}:", "a figure has no form 'bare'", change(ISIS, 'figure("unitad-pages"', 'figure("unitad-pages", "bare"')),
    Fault("a figure without its date", "data/figures.yml:", "figure killed-2014, field asof: the field is missing", change("data/figures.yml", "  asof: 2017-05\n", "")),
    Fault("a figure without its counter", "data/figures.yml:", "figure killed-2014, field counter: the field is missing", change("data/figures.yml", "  counter: PLOS Medicine survey\n", "")),
    Fault("a range turned round", "data/figures.yml:", "low (4400) must be below high (2100)", change("data/figures.yml", "low: 2100\n  high: 4400", "low: 4400\n  high: 2100")),
    Fault("a value outside its range", "data/figures.yml:", "value (3100000) must lie between", change("data/figures.yml", "value: 3100", "value: 3100000")),
    Fault("a number in words", "data/figures.yml:", "'about 3100' is not a number", change("data/figures.yml", "value: 3100", "value: about 3100")),
    Fault("a figure that replaces another office's count", "data/figures.yml:", "only the same counter’s newer count replaces an older one", change("data/figures.yml", "- id: kidnapped-2014\n", "- id: kidnapped-2014\n  supersedes: abducted\n")),
    Fault("a date moved after its appeal", "data/cases.yml:", "comes before the judgment of", change("data/cases.yml", "    date: 2021-11-30", "    date: 2025-11-30")),
    Fault("a conviction that stands without a judgment", "data/cases.yml:", "a conviction stands but no first_instance", rewrite("data/cases.yml", r"^  first_instance:\n(?:    .*\n)+", "")),
    Fault("a conviction of nothing", "data/cases.yml:", "convicted_of names the crimes of a conviction", rewrite("data/cases.yml", r"^    convicted_of:\n(?:    - .*\n)+", "")),
    Fault("a day that is not in the calendar", "data/timeline.yml:", "September 2017 has 30 days", change("data/timeline.yml", "date: 2017-09-21", "date: 2017-09-31")),
    Fault("an interval that ends before it starts", "data/timeline.yml:", "ends before it starts", change("data/timeline.yml", "date: 2017-09-21", "date: 2017-09-21/2017-09-01")),
    Fault("a date written another way", "data/timeline.yml:", "field date: '21' is not a date", change("data/timeline.yml", "date: 2017-09-21", "date: 21/9/2017")),
    Fault("an event in no thread", "data/timeline.yml:", "'court' is not one of the known values (write one of yazidis", change("data/timeline.yml", "threads: [courts]", "threads: [court]")),
    Fault("an event at a place nobody described", "data/timeline.yml:", "no place has the id til-ezir (did you mean til-ezer?)", change("data/timeline.yml", "places: [til-ezer]", "places: [til-ezir]")),
    Fault("an event out of order", "data/timeline.yml:", "stands after a later event", change("data/timeline.yml", "date: 1948-12-09", "date: 2008-12-09")),
    Fault("two events for one year of the short strip", "data/timeline.yml:", "stands for 2017 already", add("data/timeline.yml", "\n- {id: 2017-again, date: 2017-12-31, title: Again, text: Again., threads: [un], year_in_short: Again, importance: 3, sources: [coi-2016]}\n")),
    Fault("a recognition of no force", "data/recognitions.yml:", "'law' is not one of the known values", change("data/recognitions.yml", "force: resolution", "force: law")),
    Fault("a place at an impossible latitude", "data/places.yml:", "field lat", change("data/places.yml", "lat: 36.321", "lat: 363.21")),
    Fault("a place more exact than a village", "data/places.yml:", "'grave' is not one of the known values", change("data/places.yml", "precision: town", "precision: grave")),
    Fault("a speaker nobody described", "data/quotes.yml:", "no person has the id amal-cloony (did you mean amal-clooney?)", change("data/quotes.yml", "speaker: amal-clooney", "speaker: amal-cloony")),
    Fault("a term explained on a page that is not there", "data/glossary.yml:", "there is no page backgrounds/", change("data/glossary.yml", "explained: background/", "explained: backgrounds/")),
    Fault("an everyday word that leads to no section", "data/synonyms.yml:", "search has no section learn/glossary.md#barrister", change("data/synonyms.yml", "leads_to: help.md#remember", "leads_to: learn/glossary.md#barrister"), "halt"),
    Fault("an everyday word that leads to no page", "data/synonyms.yml:", "there is no page support.md", change("data/synonyms.yml", "leads_to: help.md#remember", "leads_to: support.md#remember")),
    Fault("one word for two terms", "data/glossary.yml:", "is matched by", change("data/glossary.yml", "match: [barrister]", "match: [Baba Sheikh]")),
    Fault("a body with a power that is none", "data/bodies.yml:", "'punish' is not one of the known values", change("data/bodies.yml", "powers: [investigate, bind]", "powers: [punish]")),
    Fault("a field misspelt", "data/people.yml:", "there is no such field (did you mean in_story", change("data/people.yml", "  in_story:", "  in_stori:")),
    Fault("a record pasted twice", "data/cases.yml:", "case germany-sarah-o: the id stands twice, first on line", twice("data/cases.yml", "germany-sarah-o")),
    Fault("a field pasted twice", "data/people.yml:", "the field 'name' stands twice in one record", change("data/people.yml", "  name: Nadia Murad\n", "  name: Nadia Murad\n  name: Nadia Murad\n")),
    Fault("an id with a space", "data/readings.yml:", "'the last girl' is not an id", change("data/readings.yml", "- id: the-last-girl", "- id: the last girl")),
    Fault("a change to a page that is gone", "data/changes.yml:", "there is no page home.md", change("data/changes.yml", "page: index.md", "page: home.md")),
    Fault("HTML in a record", "data/people.yml:", "there is HTML in the text, <b>", change("data/people.yml", "  life: |\n    Amal Clooney was", "  life: |\n    <b>Amal Clooney</b> was")),
    # Files.
    Fault("a tab in YAML", "data/cases.yml:", "the YAML does not parse", change("data/cases.yml", "\n  defendant: Sarah O.", "\n\tdefendant: Sarah O.")),
    Fault("a colon that begins a new field", "data/cases.yml:", "the YAML does not parse", change("data/cases.yml", "court: Higher", "court: Court: Higher")),
    Fault("a bracket never closed", "data/cases.yml:", "the YAML does not parse", rewrite("data/cases.yml", r"^  sources: \[([^\]]*)\]", r"  sources: [\1")),
    Fault("bad UTF-8 in data", "data/people.yml:", "the file is not UTF-8 text from byte", bytes_at_end("data/people.yml", b"\n# \xe9t\xe9\n")),
    Fault("bad UTF-8 in a page", f"{ISIS}:", "the file is not UTF-8 text from byte", bytes_at_end(ISIS, b"\xe9t\xe9\n")),
    Fault("a control character in a page", f"{ISIS}:", "there is a control character, U+0000", bytes_at_end(ISIS, b"a\x00b\n")),
    Fault("an empty data file", "data/people.yml:", "the file is empty", write("data/people.yml", b"")),
    Fault("an empty page", f"{ISIS}:", "the file is empty", write(ISIS, b"")),
    Fault("a field of the publisher misspelt", "data/publisher.yml:", "there is no such field (did you mean editors", change("data/publisher.yml", "editors: []", "editor: []")),
    Fault("the publisher lost", "data/publisher.yml:", "the file is missing", remove("data/publisher.yml")),
    Fault("a data file lost", "data/bodies.yml:", "the file is missing", remove("data/bodies.yml")),
    Fault("a data file of no kind", "data/figure.yml:", "no kind of record has a file of this name (did you mean figures", write("data/figure.yml", b"[]\n")),
    Fault("a line of ten megabytes in a page", f"{ISIS}:", "the line has 10,000,000 characters", bytes_at_end(ISIS, b"a" * 10_000_000)),
    Fault("a line of ten megabytes in data", "data/timeline.yml:", "the line has 10,000,002 characters", bytes_at_end("data/timeline.yml", b"# " + b"a" * 10_000_000)),
    Fault("a page that is a link out of the tree", "docs/learn/glossary.md:", "the file is a link that leads out of its folder", link_out),
    # Pages.
    Fault("front matter lost", f"{ISIS}:", "field title: the field is missing", change(ISIS, "---\n", "")),
    Fault("front matter that does not parse", f"{ISIS}:", "the YAML does not parse", change(ISIS, "title: ISIS", "title: [ISIS")),
    Fault("a page never reviewed", f"{ISIS}:", "field reviewed: the field is missing", rewrite(ISIS, r"^reviewed: .*\n", "")),
    Fault("a description too long for search results", f"{ISIS}:", "the description is too short or too long", change(ISIS, "description: ", f"description: {'very ' * 40}")),
    Fault("a content note that skips to nowhere", f"{ISIS}:", "no heading has the id defeated", change(ISIS, "skip_to: defeat", "skip_to: defeated")),
    Fault("a title in the text", f"{ISIS}:", "the page's title stands in its text", add(ISIS, "\n# ISIS\n")),
    Fault("a heading level skipped", f"{ISIS}:", "a heading of level 4 follows one of level 2", add(ISIS, "\n#### Deep\n")),
    Fault("an id given twice", f"{ISIS}:", "the id names stands twice on the page", add(ISIS, "\n## Names again {#names}\n")),
    Fault("an image without text", f"{ISIS}:", "the picture has no words", add(ISIS, "\n![](../assets/mark.svg)\n")),
    Fault("an unclosed tag", f"{HOME}:", "there is HTML in the text, <div>", add(HOME, "\n<div>\n")),
    Fault("a closing tag too many", f"{HOME}:", "there is HTML in the text, </div>", add(HOME, "\n</div>\n")),
    Fault("a block never closed", f"{HOME}:", "the block /// html is never closed", rewrite(HOME, r"^///$\n", "")),
    Fault("a block closed twice", f"{HOME}:", "/// closes nothing", rewrite(HOME, r"^///$", "///\n\n///")),
    Fault("a block of no kind", f"{HOME}:", "there is no block /// htm", rewrite(HOME, r"^/// html", "/// htm")),
    Fault("a script from elsewhere", f"{ISIS}:", "there is HTML in the text, <script", add(ISIS, '\n<script src="https://example.org/a.js"></script>\n')),
    Fault("an inline style", f"{ISIS}:", "there is HTML in the text, <p style", add(ISIS, '\n<p style="color: red">Red.</p>\n')),
    Fault("a picture from elsewhere", f"{ISIS}:", "there is HTML in the text, <img", add(ISIS, '\n<img src="https://example.org/a.png" alt="A">\n')),
    Fault("a video embedded", f"{ISIS}:", "there is HTML in the text, <iframe", add(ISIS, '\n<iframe src="https://example.org"></iframe>\n')),
    Fault("an HTML comment", f"{ISIS}:", "there is HTML in the text, <!--", add(ISIS, "\n<!-- to do -->\n")),
    Fault("a locator misspelt", f"{ISIS}:", "malformed locator 'pargraph 3' for coi-2016", add(ISIS, "\nText.[@coi-2016, pargraph 3]\n")),
    Fault("a citation never closed", f"{ISIS}:", "is not closed (end it with ])", add(ISIS, "\nText.[@coi-2016\n")),
    Fault("a second citation without its sign", f"{ISIS}:", "after a semicolon is not a citation (start it with @)", add(ISIS, "\nText.[@coi-2016; res-2253]\n")),
    Fault("a comma without a locator", f"{ISIS}:", "ends in a comma", add(ISIS, "\nText.[@coi-2016,]\n")),
    Fault("an expression that does not parse", f"{ISIS}:", "the expression does not parse", add(ISIS, "\n{{ figure( }}\n")),
    Fault("an expression that is not known", f"{ISIS}:", "'figur' is undefined (did you mean figure", add(ISIS, '\n{{ figur("missing") }}\n')),
    Fault("an expression with one word too many", f"{ISIS}:", "the expression cannot be expanded", add(ISIS, '\n{{ quote("harrowing", "words", "again") }}\n')),
    Fault("a file included from outside", f"{ISIS}:", "there is a command of templates", add(ISIS, '\n{% include "../../../../etc/hostname" %}\n')),
    Fault("a way on to a page that is gone", f"{ISIS}:", "there is no page background/un.md", add(ISIS, '\n{{ next("background/un.md") }}\n')),
    Fault("a place on the map that nobody described", "docs/background/genocide.md:", "no place has the id kojo-village", change("docs/background/genocide.md", '"kocho"', '"kojo-village"')),
    # Templates, frame and settings.
    Fault("a template that does not parse", "templates/inline/figure.md:", "the template does not parse", add("templates/inline/figure.md", "{% if %}")),
    Fault("a template that asks for a field that is gone", "templates/lists/case.md:", "the template cannot be filled", change("templates/lists/case.md", "case.court", "case.courts")),
    Fault("a part of the frame that does not parse", "overrides/partials/footer.html:", "the template does not parse", add("overrides/partials/footer.html", "{% endfor %}")),
    Fault("a build that warns and goes on", "mkdocs.yml:", "strict: it is 'false': a warning would no longer stop a build", change("mkdocs.yml", "strict: true", "strict: false")),
    Fault("links no longer checked", "mkdocs.yml:", "validation.links.not_found: it is 'ignore'", change("mkdocs.yml", "  links:\n    not_found: warn", "  links:\n    not_found: ignore")),
    Fault("anchors no longer checked", "mkdocs.yml:", "validation.links.anchors: it is missing", change("mkdocs.yml", "    anchors: warn\n", "")),
    Fault("a font from a font service", "mkdocs.yml:", "theme.font: it is", change("mkdocs.yml", "font: false", "font:\n    text: Roboto")),
    Fault("a plugin that calls out", "mkdocs.yml:", "plugins: it is", change("mkdocs.yml", "plugins:\n  - search", "plugins:\n  - search\n  - social")),
    Fault("the repository's host asked for its numbers", "mkdocs.yml:", "repo_url: it is set", add("mkdocs.yml", "\nrepo_url: https://github.com/example/called-to-account\n")),
    # What only the finished pages show.
    Fault("a link to a page that is not there", f"{ISIS}:", "the link leads to docs/background/genocide-in-lore.md, and there is none (did you mean background/genocide-in-law.md", change(ISIS, "genocide-in-law.md)", "genocide-in-lore.md)")),
    Fault("a link to a missing anchor", f"{ISIS}:", "the link leads to the part no-such-part of docs/background/genocide-in-law.md", change(ISIS, "genocide-in-law.md)", "genocide-in-law.md#no-such-part)")),
    Fault("a claim that leads to a missing part", "data/claims.yml:", "the part may-2017 of docs/background/united-nations.md", change("data/claims.yml", "united-nations.md#march-2017", "united-nations.md#may-2017")),
    Fault("a page missing from the navigation", "mkdocs.yml:", "nav: docs/help.md is not in it", change("mkdocs.yml", "      - help.md\n", "")),
    Fault("a page in the navigation that is not there", "mkdocs.yml:", "nav: there is no page docs/learn/quiz.md", change("mkdocs.yml", "      - help.md\n", "      - help.md\n      - learn/quiz.md\n")),
    Fault("a footnote typed by hand and never written", f"{ISIS}:", "there is a note typed by hand", add(ISIS, "\nText.[^nowhere]\n")),
    Fault("bold never closed", f"{ISIS}:", "** is never closed", add(ISIS, "\nThis is **bold.\n")),
    Fault("a template that leaves an element open", "site/story/quotes/index.html:", "markup reaches the reader", change("templates/inline/quote.md", "</div>\n", ""), "build"),
    Fault("the policy's place lost from the frame", "overrides/base.html", "<!--policy--> or <!--/policy--> is missing", change("overrides/base.html", "<!--/policy-->", ""), "halt"),
    Fault("a template that writes a style", "overrides/partials/footer.html:", 'style="color:red"> is written into the page', change("overrides/partials/footer.html", '<footer class="md-footer">', '<footer class="md-footer" style="color:red">'), "build"),
    Fault("a chart drawn otherwise on its page", "site/since/timeline/index.html:", "the chart threads-by-year is not drawn as in data/pictures/threads-by-year.svg", change("templates/charts/chart.md", "{% block drawing %}", '<circle r="9"/>{% block drawing %}'), "build"),
    Fault("a chart's table cut on its page", "site/since/timeline/index.html:", "the table of the chart threads-by-year is not that of data/pictures/threads-by-year.csv", change("templates/charts/chart.md", "{% block table %}{% endblock %}", "{% filter replace('2014', '2015') %}{% block table %}{% endblock %}{% endfilter %}"), "build"),
    Fault("a chart without files", "site/since/timeline/index.html:", "the chart threads-by-yaer has no files", change("templates/charts/chart.md", 'id="{{ id }}" markdown', 'id="{{ id | replace(\'year\', \'yaer\') }}" markdown'), "build"),
    Fault("a colour that charts are drawn in lost", "docs/assets/tokens.css:", "gives no --warm", rewrite("docs/assets/tokens.css", r"--warm: #", "--worm: #")),
    Fault("a page without its data", "overrides/base.html:", "the JSON-LD does not parse", change("overrides/base.html", "{{ linked.block }}", ""), "build"),
    Fault("a copy of a page that is not there", "overrides/base.html:", "leads nowhere", change("overrides/base.html", "}}.md\"", "}}.markdown\""), "build"),
    Fault("a lesson for nobody of any age", "docs/learn/classroom.md:", "ages", change("docs/learn/classroom.md", "ages: 15-", "ages: adults")),
    Fault("a handler written into the frame", "overrides/partials/footer.html:", "onclick=", change("overrides/partials/footer.html", '<footer class="md-footer">', '<footer class="md-footer" onclick="go()">'), "build"),
    Fault("a script added to the frame", "overrides/", "a second script is written into the page", change("overrides/base.html", "<!--scripts-->", "<script>scrollTo(0, 1)</script><!--scripts-->"), "build"),
    Fault("a script of another site added to the settings", "mkdocs.yml:", "https://example.org/a.js lies elsewhere", change("mkdocs.yml", "extra_javascript:\n", "extra_javascript:\n  - https://example.org/a.js\n")),
    Fault("a link of the frame that is dead", "overrides/partials/footer.html:", "there is no page docs/helps.md (did you mean help.md", change("overrides/partials/footer.html", '"help.md"', '"helps.md"')),
    Fault("an e-mail address in the frame", "overrides/partials/footer.html:", "mailto:a@example.org is printed on every page", change("overrides/partials/footer.html", "<p>", '<p><a href="mailto:a@example.org">Write</a> ')),
    Fault("a heading of the frame out of order", "overrides/404.html: as in site/404.html:", "a heading of level 3 follows one of level 1", change("overrides/404.html", "</h1>", "</h1><h3>Lost</h3>"), "build"),
    Fault("an id of the frame given twice", "overrides/partials/footer.html:", "the id content stands 2 times", change("overrides/partials/footer.html", '<footer class="md-footer">', '<footer class="md-footer" id="content">'), "build"),
    Fault("a style sheet that does not parse", "docs/assets/site.css:", "", add("docs/assets/site.css", "\n.broken { color red; }\n")),
    Fault("a style sheet that loads another", "docs/assets/print.css:", "@import loads another style sheet", change("docs/assets/print.css", "@media print", "@import url(https://example.org/a.css);\n@media print")),
    Fault("a picture of another site in a style sheet", "docs/assets/site.css:", "loads from elsewhere", add("docs/assets/site.css", "\n.md-footer { background: url(https://example.org/a.png); }\n")),
    # What the reader would not have met as it was meant.
    Fault("a space that nobody sees", f"{ISIS}:", "U+200B ZERO WIDTH SPACE", change(ISIS, "Mosul", "Mo\u200bsul")),
    Fault("a text turned round", f"{ISIS}:", "U+202E RIGHT-TO-LEFT OVERRIDE", add(ISIS, "\nText \u202etxet.[@coi-2016]\n")),
    Fault("a letter of another alphabet", f"{ISIS}:", "mixes two alphabets", change(ISIS, "Mosul", "M\u043esul")),
    Fault("an accent apart from its letter", "data/people.yml:", "an accent stands apart from its letter", add("data/people.yml", "# Cafe\u0301\n")),
    Fault("a text cut by a comment", "data/organisations.yml:", "which YAML takes for a comment", rewrite("data/organisations.yml", r"^(  name: [^\n'\"]*)$", r"\1 #1 in Iraq")),
    Fault("a citation in round brackets", f"{ISIS}:", "a citation stands in no square brackets", add(ISIS, "\nText.(@coi-2016)\n")),
    Fault("a brace too few", f"{ISIS}:", "there is a brace that belongs to nothing", add(ISIS, '\nText { figure("missing") }}.[@coi-2016]\n')),
    Fault("a link never closed", f"{ISIS}:", "the link is never closed", add(ISIS, "\nSee [law](genocide-in-law.md here.[@coi-2016]\n")),
    Fault("a quotation never closed", f"{ISIS}:", "“ is never closed", add(ISIS, "\nIt said “no to all.[@coi-2016]\n")),
    Fault("a row with a cell too many", "docs/background/genocide-in-law.md:", "the row of the table has 3 cells, its heading has 2", change("docs/background/genocide-in-law.md", "| “killings” |", "| “killings” | and more |")),
    Fault("a list that runs on", f"{ISIS}:", "the list has no empty line before it", add(ISIS, "\nThree came:\n- one[@coi-2016]\n")),
    Fault("a paragraph that turns into code", f"{ISIS}:", "the line begins with 4 spaces", add(ISIS, "\n    ISIS ruled.[@coi-2016]\n")),
    Fault("a heading underlined", f"{ISIS}:", "makes a heading of it", add(ISIS, "\nDefeat\n------\n")),
    Fault("a merge left half done", f"{ISIS}:", "there is a conflict mark of git", add(ISIS, "\n<<<<<<< HEAD\n")),
    Fault("a word wholly in another alphabet", "data/people.yml:", "is in an alphabet that only looks like ours", change("data/people.yml", "  name: Nadia Murad\n", "  name: \u041d\u0430\u0434\u044f Murad\n")),
    Fault("a letter of full width", f"{ISIS}:", "U+FF2D FULLWIDTH LATIN CAPITAL LETTER M", change(ISIS, "Mosul", "\uff2dosul")),
    Fault("a mark of byte order within a text", "data/people.yml:", "U+FEFF ZERO WIDTH NO-BREAK SPACE", change("data/people.yml", "  name: Nadia Murad\n", "  name: Nadia\ufeff Murad\n")),
    Fault("a space that nobody sees in a style sheet", "docs/assets/site.css:", "U+200B ZERO WIDTH SPACE", change("docs/assets/site.css", ".unread", ".un\u200bread")),
    Fault("a class misspelt in a template", "templates/inline/_words.md:", "no style sheet knows the class unraed (did you mean unread", change("templates/inline/_words.md", 'class="unread"', 'class="unraed"')),
    Fault("a class misspelt in a style sheet", "docs/assets/site.css:", "nothing has the class unraed", change("docs/assets/site.css", ".md-typeset .unread", ".md-typeset .unraed")),
    Fault("a page that repeats without end", f"{ISIS}:", "there is a command of templates", add(ISIS, "\n{% for i in range(10**10) %}x{% endfor %}\n")),
    # What a record says and its words do not.
    Fault("the women's number for the men's", "data/figures.yml:", "2,869 is said of men, not of Women and girls", rewrite("data/figures.yml", r"(?s)(- id: abducted-female\n.*?value: )3548", r"\g<1>2869")),
    Fault("a number of an event that its words do not hold", "data/timeline.yml:", "5,000 does not stand in", change("data/timeline.yml", "500 dead", "5,000 dead")),
    Fault("a part as large as its whole", "data/figures.yml:", "6,417 is no less than 6,417 (abducted)", rewrite("data/figures.yml", r"(?s)(- id: abducted-female\n.*?value: )3548", r"\g<1>6417")),
    Fault("death made life", "data/cases.yml:", "no words say life", change("data/cases.yml", "sentence: Death", "sentence: Life imprisonment")),
    Fault("a trial in absence that nobody speaks of", "data/cases.yml:", "no words speak of absence", change("data/cases.yml", "in_absentia: false", "in_absentia: true")),
    Fault("a translation that convicts", "data/cases.yml:", "the words that are translated do not say convicted", change("data/cases.yml", "translation: The court acquitted him of further", "translation: The court convicted him of further")),
    Fault("a surname that the court withheld", "data/cases.yml:", "another name than the court’s, 'Jennifer Wegner'", change("data/cases.yml", "defendant: Jennifer W.", "defendant: Jennifer Wegner")),
    Fault("a second source of a list misspelt", "data/timeline.yml:", "field evidence.2.source: no source has the id", rewrite("data/timeline.yml", r"(  evidence:\n  - source: .*\n(?:    .*\n)+  - source: )(?=\w)", r"\1no-")),
    Fault("a count of ours that names its cases", "data/figures.yml:", "cases:genocide counts germany-taha-al-j", rewrite("data/figures.yml", r"(?s)(- id: genocide-convictions\n.*?value: )\d+", r"\g<1>77")),
    # Where links lead.
    Fault("a password in an address", "data/organisations.yml:", "holds a name or a password", change("data/organisations.yml", "url: https://www.yazda.org/", "url: https://a:b@www.yazda.org/")),
    Fault("an address of somebody's own machine", "data/organisations.yml:", "leads to a machine, not to a public site", change("data/organisations.yml", "url: https://www.yazda.org/", "url: http://localhost:8000/")),
    Fault("a host that looks like another", "data/organisations.yml:", "in letters that look like others", change("data/organisations.yml", "url: https://www.yazda.org/", "url: https://www.y\u0430zda.org/")),
    Fault("a script as a link", f"{ISIS}:", "is none of the web", add(ISIS, "\nSee [this](javascript:go).[@coi-2016]\n")),
    Fault("another document's address", "data/sources.yml:", "the address leads to S/RES/2380(2017), the number is S/RES/2379 (2017)", change("data/sources.yml", "S/RES/2379(2017)\n", "S/RES/2380(2017)\n")),
    # What was not meant to be published.
    Fault("a letter left among the pages", "docs/letter.docx", "a file of this kind has no place in docs/", write("docs/letter.docx", b"PK")),
    Fault("a copy that an editor left", "docs/help.md~", "a file of this kind has no place in docs/", write("docs/help.md~", b"Old.")),
    Fault("a page whose name ends otherwise", "docs/learn/quiz.markdown", "name it with", write("docs/learn/quiz.markdown", b"Quiz")),
    Fault("a script in a drawing", "docs/assets/mark.svg:", "there is <script> in the drawing", change("docs/assets/mark.svg", "<rect", "<script>go()</script><rect")),
    Fault("a picture in a drawing asked of another site", "docs/assets/mark.svg:", "there is <image> in the drawing", change("docs/assets/mark.svg", "<rect", '<image href="https://example.org/a.png"/><rect')),
    Fault("a style sheet lost", "mkdocs.yml:", "there is no docs/assets/print.css", remove("docs/assets/print.css")),
    Fault("a script with a bracket lost", "docs/assets/filter.js:", "the script does not parse", rewrite("docs/assets/filter.js", r"\}\)\s*\Z", "")),
    Fault("a style sheet never closed", "docs/assets/site.css:", "never closed", add("docs/assets/site.css", "\n@media print { p { color: red }\n")),
    # The frame.
    Fault("a page that cannot be enlarged", "overrides/base.html:", "the page cannot be enlarged", change("overrides/base.html", "initial-scale=1", "initial-scale=1,maximum-scale=1"), "build"),
    Fault("a page in another language", "overrides/base.html:", "the page has no language", change("overrides/base.html", '<html lang="en"', '<html lang="de"'), "build"),
    Fault("a page that leaves by itself", "overrides/base.html:", "the page leaves by itself", change("overrides/base.html", "<meta charset", '<meta http-equiv="refresh" content="0;url=/x"><meta charset'), "build"),
    Fault("a form that sends elsewhere", "overrides/partials/footer.html:", "sends or asks elsewhere", change("overrides/partials/footer.html", "</footer>", '<form action="https://example.org"></form></footer>'), "build"),
    Fault("a setting twice", "mkdocs.yml:", "strict: it is set twice", add("mkdocs.yml", "\nstrict: false\n")),
    Fault("a part of the frame lost", "overrides/", "the theme’s would take its place", remove("overrides/partials/search.html")),
    Fault("a filter misspelt in a template", "templates/lists/case.md:", "No filter named 'mdd'", rewrite("templates/lists/case.md", r"\| md\b", "| mdd")),
    Fault("a template lost", "templates/lists/claim.md:", "the template is missing", remove("templates/lists/claim.md")),
    Fault("a map that does not parse", "data/borders.json", "it holds no lines of borders and land", write("data/borders.json", b"{")),
    Fault("a page template that is not there", "docs/index.md:", "there is no template overrides/hom.html (did you mean home.html", change("docs/index.md", "template: home.html", "template: hom.html")),
    # What prose says, against all that is written elsewhere.
    Fault("the digits of a day exchanged", "docs/background/united-nations.md:", "12 September 2017 is almost 21 September 2017", change("docs/background/united-nations.md", "- **21 September 2017.**", "- **12 September 2017.**")),
    Fault("a year mistyped", "docs/since/in-court.md:", "18 October 2020 is almost 18 October 2022", change("docs/since/in-court.md", "guilty on 18 October 2022", "guilty on 18 October 2020")),
    Fault("a day of the week that it was not", "docs/story/in-brief.md:", "Wednesday 9 March 2017 was a Thursday", change("docs/story/in-brief.md", "On Thursday 9 March 2017 Clooney", "On Wednesday 9 March 2017 Clooney")),
    Fault("a day that no month has", "docs/background/united-nations.md:", "31 November 2016 is an impossible date", change("docs/background/united-nations.md", "On 21 December 2016 it set", "On 31 November 2016 it set")),
    Fault("a span of time turned round", f"{ISIS}:", "runs backwards", change(ISIS, "from 17 October 2016 to 10 July 2017", "from 10 July 2017 to 17 October 2016")),
    Fault("another resolution", "docs/background/united-nations.md:", "no record has a document numbered 2397", change("docs/background/united-nations.md", "resolution 2379", "resolution 2397")),
    Fault("a nought too many", "docs/story/in-brief.md:", "40,000 is almost 4,000", change("docs/story/in-brief.md", "hold 4,000 bodies", "hold 40,000 bodies")),
    Fault("a verdict too many on the scale", "docs/about/how-we-checked.md:", "it says six verdicts, and there are 5", change("docs/about/how-we-checked.md", "one of five verdicts", "one of six verdicts")),
    Fault("a word of a quotation changed", f"{ISIS}:", "“a huge bureaucracy” is almost “a big bureaucracy”", change(ISIS, "“a big bureaucracy”", "“a huge bureaucracy”")),
    Fault("a speaker exchanged", "docs/background/united-nations.md:", "was not said by Christian Ritscher", change("docs/background/united-nations.md", "Its head, Karim Khan, told", "Its head, Christian Ritscher, told")),
    Fault("a quotation of somebody else", "docs/story/in-brief.md:", "the quotation is by Ban Ki-moon", change("docs/story/in-brief.md", 'quote("murad-why-so-long")', 'quote("ban-may-constitute")')),
    Fault("a link to another page than it says", f"{ISIS}:", "the words name In court", change(ISIS, "[In court](../since/in-court.md)", "[In court](../since/recognition.md)")),
    Fault("a link to another country's act", "docs/since/recognition.md:", "the words name Austria, and the link leads to an act of Australia", change("docs/since/recognition.md", "[2017](#austria-2017)", "[2017](#australia-senate-2017)")),
    Fault("a link to somebody else", "docs/background/united-nations.md:", "the link leads to Murad Ismael", change("docs/background/united-nations.md", "who-is-who.md#nadia-murad)", "who-is-who.md#murad-ismael)")),
    Fault("an address out of a newsletter", "docs/help.md:", "tells who sent the reader, utm_source", change("docs/help.md", "(https://befrienders.org/)", "(https://befrienders.org/?utm_source=news)")),
    Fault("a host mistyped", "docs/help.md:", "is of a host that no record has (did you mean befrienders.org", change("docs/help.md", "(https://befrienders.org/)", "(https://befreinders.org/)")),
    Fault("a page that leads back", f"{ISIS}:", "the next page is background/united-nations.md", change(ISIS, 'next("background/united-nations.md")', 'next("background/yazidis.md")')),
    Fault("a conviction that no court spoke", "docs/since/in-court.md:", "Nurten J. is said to be convicted of genocide", change("docs/since/in-court.md", "In June 2024 US officials", "Nurten J. was convicted of genocide.\nIn June 2024 US officials")),
    Fault("a name misspelt in a sentence", "docs/story/in-brief.md:", "'Brucee' is almost 'Bruce'", change("docs/story/in-brief.md", "by Fiona Bruce for", "by Fiona Brucee for")),
    Fault("a word that hurts", f"{ISIS}:", "there is 'sex slaves' outside a quotation", change(ISIS, "enslaved people; Reuters", "sex slaves; Reuters")),
    Fault("an answer of a program", f"{ISIS}:", "there is 'Here is a revised paragraph'", change(ISIS, "Iraq declared the war over", "Here is a revised paragraph: Iraq declared the war over")),
    Fault("a citation that is wanted", f"{ISIS}:", "there is 'citation needed'", change(ISIS, "over on 9 December 2017.", "over on 9 December 2017 (citation needed).")),
    Fault("a word typed twice", f"{ISIS}:", "the text has a word twice", change(ISIS, "At its height", "At the the height")),
    Fault("a sentence pasted twice", f"{ISIS}:", "the sentence stands on the page already", rewrite(ISIS, r"^(Iraq declared the war.*)$", r"\1\n\1")),
    Fault("a figure of something else", "docs/index.md:", "'mass graves' is said of missing-2026", change("docs/index.md", 'of="Yazidis") }} was', 'of="mass graves") }} was')),
    Fault("the acquitted among the convicted", "docs/story/in-brief.md:", "'convicted' is said of germany-acquitted", change("docs/story/in-brief.md", 'figure("genocide-convictions"', 'figure("germany-acquitted"')),
    Fault("another year beside a figure", f"{ISIS}:", "November 2019 is typed beside a figure of 6 November 2018", change(ISIS, "By November 2018 the UN", "By November 2019 the UN")),
    Fault("a review before the newest source", f"{ISIS}:", "field reviewed: a source that it cites of 2026-05-16 is newer", rewrite(ISIS, "^reviewed: .*", "reviewed: 2025-12-26")),
    Fault("code between braces", f"{ISIS}:", "is no call of a page function", change(ISIS, "At its height", 'At its {{ "".__class__ }} height')),
    # Style sheets: what browsers drop in silence, and what readers lose by it.
    Fault("a value misspelt in a style sheet", "docs/assets/site.css:", "nonne is a value of list-style that CSS does not know (did you mean none?)", change("docs/assets/site.css", "list-style: none", "list-style: nonne")),
    Fault("a unit lost", "docs/assets/site.css:", "max-inline-size: 9 has no unit", change("docs/assets/site.css", "max-inline-size: 9rem;", "max-inline-size: 9;")),
    Fault("a semicolon lost", "docs/assets/site.css:", "padding is a value of font-size that CSS does not know", change("docs/assets/site.css", "font-size: var(--size-small);\n  padding", "font-size: var(--size-small)\n  padding")),
    Fault("a condition misspelt", "docs/assets/site.css:", "prefers-reduced-motions is a condition that CSS does not know", change("docs/assets/site.css", "(prefers-reduced-motion:", "(prefers-reduced-motions:")),
    Fault("a state misspelt", "docs/assets/site.css:", ":hoover is a state of an element that CSS does not know", change("docs/assets/site.css", ".sections a:hover", ".sections a:hoover")),
    Fault("pale text by night", "docs/assets/tokens.css:", "--teal on --paper has a contrast of", change("docs/assets/tokens.css", "--teal: #72c9c6", "--teal: #0b5e66")),
    Fault("the text of notes hidden", "docs/assets/site.css:", "is hidden from readers by display: none", add("docs/assets/site.css", "\n.md-typeset .footnote { display: none; }\n")),
    Fault("the line around what the keyboard is at lost", "docs/assets/site.css:", "loses the line around what the keyboard is at", add("docs/assets/site.css", "\n*:focus { outline: none; }\n")),
    Fault("words in the colour of the paper", "docs/assets/site.css:", "words in --paper cannot be read", add("docs/assets/site.css", "\nfigcaption { color: var(--paper); }\n")),
    # Scripts.
    Fault("a name declared twice in a script", "docs/assets/scheme.js:", "show is declared before already", change("docs/assets/scheme.js", "  const button", "  const show = 1\n  const button")),
    Fault("a cookie", "docs/assets/scheme.js:", "the script uses cookie", change("docs/assets/scheme.js", "    show()\n  })", "    document.cookie = scheme\n    show()\n  })")),
    Fault("more kept in a browser than is told", "docs/assets/filter.js:", "the script keeps called-to-account.filter in the reader", change("docs/assets/filter.js", "  showTarget()\n})", "  localStorage.setItem('called-to-account.filter', 1)\n  showTarget()\n})")),
    Fault("a key of one letter", "docs/assets/keys.js:", "the key n does something by itself", change("docs/assets/keys.js", "    if (event.key !==", "    if (event.key === \"n\") menu.open = true\n    if (event.key !==")),
    Fault("a worker with a bracket lost", "builder/publishing/search/worker.js:", "the script does not parse", rewrite("builder/publishing/search/worker.js", r"\}\s*\Z", "")),
    Fault("an attribute that no template writes", "docs/assets/copy-quotation.js:", "nothing on the site is [data-copiedd]", change("docs/assets/copy-quotation.js", "dataset.copied", "dataset.copiedd")),
    # Settings.
    Fault("a variable of the environment misspelt", "mkdocs.yml:", "it does not come from REPOSITORY", change("mkdocs.yml", "[REPOSITORY,", "[REPO,")),
    Fault("a page in two sections", "mkdocs.yml:", "docs/story/quotes.md stands 2 times", change("mkdocs.yml", "      - help.md\n", "      - help.md\n      - story/quotes.md\n")),
    Fault("visits counted", "mkdocs.yml:", "extra.analytics: the frame knows no such setting", change("mkdocs.yml", "extra:\n", "extra:\n  analytics: {provider: google}\n")),
    Fault("another licence where the site is cited", "CITATION.cff:", "it gives CC-BY-NC-4.0", change("CITATION.cff", "CC-BY-4.0", "CC-BY-NC-4.0")),
    Fault("a package without its hash", "requirements.txt:", "has no hash", rewrite("requirements.txt", r"(?:( \\\n    --hash=\S+)+)", "")),
    Fault("an action by its tag", ".github/workflows/site.yml:", "actions/checkout@v7 is not pinned", rewrite(".github/workflows/site.yml", r"actions/checkout@\w+", "actions/checkout@v7")),
    # Pictures.
    Fault("a picture cut short", "docs/assets/card.png:", "it is cut short or damaged", lambda project: (project / "docs/assets/card.png").write_bytes((project / "docs/assets/card.png").read_bytes()[:30000])),
    Fault("an editor's notes in a drawing", "docs/assets/mark.svg:", "is left by whoever drew it", add("docs/assets/mark.svg", "<!-- Anna, first try -->")),
    # The frame, told at the template.
    Fault("a name misspelt in the frame", "overrides/partials/footer.html:", "nothing is called config.extra.epup (did you mean config.extra.epub", change("overrides/partials/footer.html", "config.extra.epub", "config.extra.epup")),
    Fault("a field of a page that is not there", "overrides/partials/cite.html:", "the template cannot be filled", change("overrides/partials/cite.html", "if citation.address", "if citation.place"), "halt"),
    Fault("the text hidden from screen readers", "overrides/base.html:", "<main> is hidden by aria-hidden", change("overrides/base.html", 'id="content" tabindex', 'id="content" aria-hidden="true" tabindex'), "build"),
    Fault("a button without a name", "overrides/partials/header.html:", "<button> has no name", change("overrides/partials/header.html", ' aria-label="Night colours"', ""), "build"),
    Fault("the site hidden from search engines", "overrides/base.html:", "search engines are told noindex", change("overrides/base.html", '<meta charset="utf-8">', '<meta charset="utf-8"><meta name="robots" content="noindex">'), "build"),
    Fault("every page at the address of one", "overrides/base.html:", "the page says that it is at /", change("overrides/base.html", 'rel="canonical" href="{{ address }}"', 'rel="canonical" href="{{ config.site_url }}"'), "build"),
    Fault("a note of whoever wrote the frame", "overrides/partials/footer.html:", "TODO Text and data", change("overrides/partials/footer.html", "{{ config.copyright }}", "TODO {{ config.copyright }}"), "build"),
    # Told where it begins.
    Fault("a quotation mark never closed", "data/timeline.yml:7:", "a quotation mark opens here and is never closed", rewrite("data/timeline.yml", r"^  title: (.*)$", r'  title: "\1')),
    # Records against the words, names and dates that stand around them.
    Fault("a case pasted from another, with the other’s court", "data/cases.yml:", "Hamburg, not of Higher Regional Court of Munich", rewrite("data/cases.yml", r"(?s)(- id: germany-jalda-a\n.*?court: )[^\n]*", r"\1Higher Regional Court of Munich")),
    Fault("a recognition under another house’s name", "data/recognitions.yml:", "its sources speak of Senate, not of", rewrite("data/recognitions.yml", r"(?s)(- id: france-senate-2016\n.*?body: )Senate", r"\1National Assembly")),
    Fault("a case in another country than its id says", "data/cases.yml:", "the id begins with iraq, the country is Syria", rewrite("data/cases.yml", r"(?s)(- id: iraq-karkh-2024-07\n.*?country: )Iraq", r"\1Syria")),
    Fault("a village on the wrong side of the border", "data/places.yml:", "its words put it in Syria", change("data/places.yml", "Village south of Sinjar, Iraq", "Village south of Sinjar, Syria")),
    Fault("a village on the wrong side of a town", "data/places.yml:", "its words put it north of Sinjar", change("data/places.yml", "Village south of Sinjar, Iraq", "Village north of Sinjar, Iraq")),
    Fault("a docket with two digits changed over", "data/cases.yml:", "it is 4 StS 3/12, and the sources bear 4 StS 3/21", change("data/cases.yml", "docket: 4 StS 3/21", "docket: 4 StS 3/12")),
    Fault("a resolution with two digits changed over", "data/timeline.yml:", "Resolution 2397 stands in none of its sources", change("data/timeline.yml", "text: Resolution 2379", "text: Resolution 2397")),
    Fault("a decision whose number is not its id’s", "data/sources.yml:", "it has 469, and its id, title or address 496", change("data/sources.yml", "number: 3 StR 496/23", "number: 3 StR 469/23")),
    Fault("two people on trial called guilty", "data/cases.yml:", "it says that somebody is guilty or convicted", change("data/cases.yml", "charge: Accused of genocide, crimes against humanity and war crimes, by", "charge: Guilty of genocide, crimes against humanity and war crimes, by")),
    Fault("an event that convicts of another crime", "data/timeline.yml:", "it says convicted of genocide", change("data/timeline.yml", "She is convicted of crimes against humanity", "She is convicted of genocide")),
    Fault("a sentence of the judgment before", "data/timeline.yml:", "9 years is the sentence of 2023-06-21", change("data/timeline.yml", "text: Eight years and six months; not", "text: Nine years and three months; not")),
    Fault("a judgment called final too early", "data/cases.yml:", "the status is final, and its words say", rewrite("data/cases.yml", r"(?s)(- id: belgium-sammy-djedou\n.*?status: )unknown", r"\1final")),
    Fault("a court of appeal as the first", "data/cases.yml:", "decides appeals in other cases", rewrite("data/cases.yml", r"(?s)(- id: germany-taha-al-j\n.*?court: )[^\n]*", r"\1Federal Court of Justice")),
    Fault("a verdict told of another defendant", "data/timeline.yml:", "has none of that day", change("data/timeline.yml", "A court in Koblenz convicts Nadine K.", "A court in Koblenz convicts Nurten J.")),
    Fault("a year in short under another country’s name", "data/timeline.yml:", "France is named, and in 2025", change("data/timeline.yml", "Courts in Sweden and Belgium convict", "Courts in Sweden and France convict")),
    Fault("a day mistyped in a life", "data/people.yml:", "stands here only, and what else rests on", change("data/people.yml", "named on 31 May 2018", "named on 13 May 2018")),
    Fault("an age that does not fit", "data/people.yml:", "it says 31 in 2014", change("data/people.yml", "when she was 21;", "when she was 31;")),
    Fault("a post held by two at a time", "data/people.yml:", "in the same months", change("data/people.yml", "from: 2021-06-16", "from: 2012-06-16")),
    Fault("a name of which a letter is lost", "data/timeline.yml:", "Ritcher stands nowhere else, and Ritscher does", change("data/timeline.yml", "Christian Ritscher is appointed", "Christian Ritcher is appointed")),
    Fault("a relative named whom no source names", "data/timeline.yml:", "Leila Haji is named, and no other record", change("data/timeline.yml", "Ashwaq Haji Hamid, who speaks in public,", "Ashwaq Haji Hamid, who speaks in public, and her sister Leila Haji,")),
    Fault("the months in another order", "data/vocabulary.yml:", "these are not the twelve months in order", change("data/vocabulary.yml", "March, April, May", "April, March, May")),
    Fault("billions for millions", "data/vocabulary.yml:", "is not how millions are written", change("data/vocabulary.yml", "million: '{number} million'", "million: '{number} billion'")),
    Fault("votes for printed as against", "data/vocabulary.yml:", "for prints what against is called", change("data/vocabulary.yml", "for: '{number} for'\n  against: '{number} against'", "for: '{number} against'\n  against: '{number} for'")),
    Fault("parts that no longer add up", "data/figures.yml:", "its parts add up to", change("data/figures.yml", "lists 1,759 children", "lists 1,795 children")),
]  # fmt: skip
