# Two lines for a fresh machine with git, make and python3 (venv module included): `make serve` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test lint lock handbook artwork bench stale links clean

serve: .venv/site          ## the site on http://127.0.0.1:8000, reloading as files change
	$(BIN)/mkdocs serve

build: .venv/site          ## the site into site/
	$(BIN)/mkdocs build

test: .venv/tests lint     ## every check
	$(BIN)/pytest

lint: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

handbook: .venv/tests      ## the site into site/, and with it one PDF of all of it, which the footer then offers
	HANDBOOK=true $(BIN)/mkdocs build
	$(BIN)/python -m builder.handbook

artwork: .venv/tests       ## the pictures that must be PNG, drawn anew
	$(BIN)/python -m artwork.draw

bench: .venv/site          ## how long a build takes and what a reader downloads: measures, no verdict
	$(BIN)/python -m tests.bench

stale: .venv/site          ## figures, open cases and pages older than MONTHS (12): a report, no verdict
	$(BIN)/python -m builder.stale --months $(or $(MONTHS),12)

links: .venv/tests build   ## every external link of the built site, over the network
	$(BIN)/lychee --no-progress --include-fragments=none --max-retries 2 --exclude web.archive.org site

lock: .venv/tests          ## requirements*.txt anew from the .in files
	$(BIN)/uv pip compile requirements.in -o requirements.txt $(LOCK)
	$(BIN)/uv pip compile requirements-dev.in -o requirements-dev.txt $(LOCK)
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet

clean:
	rm -rf .venv site .site.*

# The browser tests drive Debian's chromium: installed where that is allowed, else the line to type.
INSTALL_CHROMIUM := { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium; } \
	|| { echo 'The tests need chromium: apt-get install chromium'; exit 1; }

# A stamp a lock file: the environment is made anew only when the lock changes.
.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo 'Python cannot make environments here: apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/tests: .venv/site requirements-dev.txt
	@command -v chromium >/dev/null || $(INSTALL_CHROMIUM)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
