"""What programs that read for people find: each page as Markdown, llms.txt, robots.txt."""

import re
from urllib.parse import urlsplit

import pytest

from builder.publishing.audit import PageAudit, audit
from builder.publishing.html import hear
from builder.rendering.markdown.search import is_hard
from tests.site.test_site import PAGES, html_of

# What only our own builder, or only HTML, understands.
OURS = re.compile(r"</?[a-z][^>]*>|^///|\{\{|\{:|\{ ?[.#]|\[@|x-fold|<!--", re.MULTILINE)


def copy_of(site, path):
    return (site.folder / f"{html_of(path)}.md").read_text(encoding="utf-8")


def without_code(text):
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("path", PAGES)
def test_a_copy_is_markdown_that_anything_reads(site, path):
    text = without_code(copy_of(site, path)).replace(f"<{site.page(html_of(path)).select_one('link[rel=canonical]')['href']}>", "")  # fmt: skip
    assert not (found := OURS.search(text)), found


@pytest.mark.parametrize("path", PAGES)
def test_a_copy_has_the_pages_headings_notes_address_date_and_licence(site, path):
    text, page = copy_of(site, path), site.page(html_of(path))
    said = re.findall(r"^#{1,3} (.+)$", without_code(text).replace("\\", ""), re.MULTILINE)
    shown = [" ".join(next(iter(heading.strings)).split()) for heading in page.select("article :is(h1, h2, h3)")]
    assert [re.sub(r"[*_`]", "", words)[:20].strip() for words in said] == [words[:20].strip() for words in shown]
    assert len(re.findall(r"^\[\^[^\]]+\]: ", text, re.MULTILINE)) == len(page.select(".footnote li"))
    last = text.strip().splitlines()[-1]
    assert page.select_one("link[rel=canonical]")["href"] in last and "reviewed" in last and "CC BY 4.0" in last


def test_every_link_of_a_copy_leads_to_something_on_the_site(site):
    for path in PAGES:
        for address in re.findall(r"\]\((http://127\.0\.0\.1:8000/[^)\s]*)\)", copy_of(site, path)):
            way, fragment = urlsplit(address).path.lstrip("/"), urlsplit(address).fragment
            target = f"{way}index.html" if not way or way.endswith("/") else way
            assert (site.folder / target).is_file(), (path, address)
            assert not fragment or site.with_id(target, fragment), (path, address)
        assert not re.search(r"\]\((?!https?:)", without_code(copy_of(site, path))), path


def test_a_page_names_its_copy(site):
    for path in PAGES:
        link = site.page(html_of(path)).select_one('link[rel=alternate][type="text/markdown"]')
        assert (site.folder / html_of(path)).parent / link["href"] == site.folder / f"{html_of(path)}.md"


def test_a_copy_that_is_named_and_not_there_is_told(site):
    page = PageAudit()
    hear(site.html("help/index.html").replace("index.html.md", "index.md"), page)
    found = [str(problem) for problem in audit({"help/index.html": page}, {"help/index.html"})]
    assert any("the link index.md leads nowhere" in problem for problem in found)


def test_llms_txt_has_the_form_that_its_readers_expect_and_names_every_page(site):
    """https://llmstxt.org: one h1, a quotation that sums up, sections of links with what each is."""
    lines = (site.folder / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Called to Account" and lines[2].startswith("> ")
    assert sum(line.startswith("# ") for line in lines) == 1
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\)(?:: .+)?$", "\n".join(lines), re.MULTILINE)
    assert len(links) == sum(line.startswith("-") for line in lines)
    there = [site.folder / urlsplit(link).path.lstrip("/") for link in links]
    assert all(path.is_file() for path in there)
    assert {site.folder / f"{html_of(path)}.md" for path in PAGES} <= set(there)


def test_robots_txt_shuts_nobody_out_and_names_the_site_map(site):
    text = (site.folder / "robots.txt").read_text(encoding="utf-8")
    assert text.startswith("User-agent: *\nAllow: /\n") and "Disallow" not in text
    (sitemap,) = re.findall(r"^Sitemap: (\S+)$", text, re.MULTILINE)
    assert (site.folder / urlsplit(sitemap).path.lstrip("/")).is_file()


def test_where_the_site_is_kept_readable_without_the_hardest_words_the_list_for_programs_is_too(site):
    """CARE: home page, timeline and search results; what is shown unasked."""
    assert not is_hard((site.folder / "llms.txt").read_text(encoding="utf-8"))
