# Two lines for a fresh machine with git, make and python3 (venv module included): `make serve` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build check test engines tools lint types unit slips new proofread preview-check addresses reference handbook epub offline sheet editions compressed plain artwork bench stale links archive audit lock clean

help:                      ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):[^#]*##/\1\t/' | expand -t 14

serve: .venv/site          ## the site on http://127.0.0.1:8000, reloading as files change; PORT=8001 for another
	@$(BIN)/python -m builder.serving --port $(or $(PORT),8000)

build: .venv/site          ## the site into site/
	$(BIN)/mkdocs build

check: lint types unit     ## lint, types and the quick tests, in seconds: no browser, no Java, no server

test: .venv/tests .venv/spare lint types  ## every check
	$(BIN)/pytest

engines: .venv/engines     ## the same walk in Chromium, Firefox and WebKitGTK, which it installs or names the line for
	$(BIN)/pytest tests/engines --numprocesses=0

lint: .venv/check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: .venv/check
	$(BIN)/mypy

unit: .venv/check
	$(BIN)/pytest tests/unit

slips: .venv/check         ## many generated slips, refused or harmless: make slips SLIPS=300 PAGE_SLIPS=300, minutes
	SLIPS=$(or $(SLIPS),300) PAGE_SLIPS=$(or $(PAGE_SLIPS),300) $(BIN)/pytest tests/faults/test_generated_slips.py tests/faults/test_generated_page_slips.py

tools: .venv/tests         ## what the tests drive beside Python: installed, or the line to type

new: .venv/site            ## new records, asked for, checked and written: make new KIND=event (source, figure, count, verdict, page, ...)
	@$(BIN)/python -m builder.writing.new $(KIND)

proofread: .venv/site      ## what changed since it was held against its sources, shown beside their words and kept; ARGS=--all asks nothing
	@$(BIN)/python -m builder.writing.proofread $(ARGS)

preview-check: .venv/site  ## what a reader would find changed since site/ was last built, in ten lines
	@[ -f site/index.html ] || { echo 'site holds no built site; make build writes one, from the commit before your change' >&2; exit 1; }
	@$(BIN)/mkdocs build --site-dir .site.preview && $(BIN)/python -m builder.reports.preview site .site.preview; \
		status=$$?; rm -rf .site.preview; exit $$status

addresses: build           ## what is new among the addresses of pages and their parts, into data/addresses.txt: they are kept for ever
	$(BIN)/python -m builder.reports.addresses site

reference: .venv/site      ## REFERENCE.md and schemas/ anew, from the models, rules and page functions
	$(BIN)/python -m builder.reports.reference

handbook: .venv/tests      ## the site into site/, and with it one PDF of all of it, which the footer then offers
	HANDBOOK=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.editions.pdf

epub: .venv/check          ## the site into site/, and with it one EPUB of all of it, which the footer then offers
	EPUB=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.editions.epub

offline: .venv/site        ## the site into site/, and with it a zip to read without a network, which the footer then offers
	OFFLINE=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.editions.zip

sheet: .venv/tests         ## the site into site/, and with it the lesson's sheet for pupils as a PDF of one page, which the lesson then offers
	SHEET=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.editions.sheet

editions: .venv/tests      ## all four at once: what is published
	HANDBOOK=true EPUB=true OFFLINE=true SHEET=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.editions.pdf
	$(BIN)/python -m builder.editions.epub
	$(BIN)/python -m builder.editions.zip
	$(BIN)/python -m builder.editions.sheet

compressed: editions       ## the same with a gzip copy beside every text file, for a server that sends it: hosting/nginx.conf
	$(BIN)/python -m builder.publishing.compression site

plain: .venv/site          ## the pages as plain Markdown into plain/, for a builder that runs no hooks
	$(BIN)/python -m builder.editions.plain plain

artwork: .venv/tests       ## the pictures that must be PNG, drawn anew
	$(BIN)/python -m artwork.draw

bench: .venv/tests         ## what a build costs and a reader downloads: measures, no verdict. ARGS=--scale for many pages
	$(BIN)/python -m tests.bench $(ARGS)

stale: .venv/site          ## figures, open cases and pages older than MONTHS (12): a report, no verdict
	$(BIN)/python -m builder.reports.stale --months $(or $(MONTHS),12)

links: .venv/tests build   ## every external link of the built site, over the network
	$(BIN)/lychee --no-progress --include-fragments=none --max-retries 2 --exclude web.archive.org site

archive: .venv/site        ## the archive's copy of each source that lacks one, into data/sources.yml; ARGS=--save sends what has none
	$(BIN)/python -m builder.writing.archive $(ARGS)

audit: .venv/tests         ## known holes in what is installed, asked of the network
	@$(call AUDIT,requirements.txt)
	@$(call AUDIT,requirements-dev.txt)
# It ends alike where it finds a hole and where it cannot ask, but names a hole in a table.
AUDIT = said=$$($(BIN)/pip-audit --strict --require-hashes --disable-pip -r $(1) 2>&1) && echo "$(1): $$said" \
	|| { case $$said in *"known vulnerabilit"*) echo "$$said";; *) echo "$$said" | tail -n 1; echo '$(1) was not audited: the network failed, as the line above says';; esac; exit 1; }

lock: .venv/check          ## requirements*.txt anew from the .in files; RAISE=--upgrade raises what they leave open
	$(BIN)/uv pip compile requirements.in -o requirements.txt $(LOCK) $(RAISE)
	$(BIN)/uv pip compile requirements-dev.in -o requirements-dev.txt $(LOCK) $(RAISE)
	$(BIN)/uv pip compile requirements-spare.in -o requirements-spare.txt $(LOCK) $(RAISE)
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet

clean:
	rm -rf .venv .cache site .site.*

# What the tests drive beside Python: installed where that is allowed, else the line to type.
TOOLS := chromium-headless-shell fonts-liberation default-jre-headless nginx-light pandoc epubcheck
FOUND := { command -v chromium-headless-shell || command -v chromium || command -v google-chrome; } && command -v java && PATH=/usr/sbin:$$PATH command -v nginx && fc-list | grep -q Liberation && command -v pandoc && command -v epubcheck
INSTALL = { [ "$$(id -u)" = 0 ] && apt-get update -qq \
	&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; } \
	|| { echo 'The tests need: apt-get install $(1)'; exit 1; }

ENGINES := firefox-esr webkit2gtk-driver xvfb
FOUND_ENGINES := { command -v firefox-esr || command -v firefox; } && command -v WebKitWebDriver && command -v Xvfb

# Twice quiet: what pip says of indexes that hold nothing is no news where all goes well.
QUIETLY := --quiet --quiet --disable-pip-version-check

# A stamp a lock file: the environment is made anew only when the lock changes.
.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo 'Python cannot make environments here: apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install $(QUIETLY) --require-hashes -r requirements.txt
	@touch $@

.venv/check: .venv/site requirements-dev.txt
	$(BIN)/pip install $(QUIETLY) --require-hashes -r requirements-dev.txt
	@touch $@

.venv/tests: .venv/check .venv/node
	@{ $(FOUND); } >/dev/null 2>&1 || $(call INSTALL,$(TOOLS))
	@touch $@

.venv/engines: .venv/tests
	@{ $(FOUND_ENGINES); } >/dev/null 2>&1 || $(call INSTALL,$(ENGINES))
	@touch $@

.venv/node: tests/node/package-lock.json .venv/check
	@mkdir -p $@
	@cp tests/node/package.json tests/node/package-lock.json $@
	@cd $@ && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

# Its own environment sees what the site's has, and adds the spare wheel alone.
.venv/spare: .venv/site requirements-spare.txt
	$(PYTHON) -m venv --without-pip $@
	@cd $@/lib/python3*/site-packages && realpath ../../../../lib/python3*/site-packages >site.pth
	$(BIN)/pip --python $@/bin/python install $(QUIETLY) --require-hashes -r requirements-spare.txt
	@touch $@
