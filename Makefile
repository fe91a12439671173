# Proeve: two main jobs, each complete from a bare clone.
#
#   make demo    a practice school, its history proved, its site built
#   make test    every check and every test
#
# Both make their own environment in .venv first. They need Python 3.11 or newer,
# Git 2.34 or newer, OpenSSH, and a package index; a second run needs no network.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-print-directory

ENV := .venv
BIN := $(ENV)/bin
OUT := build
PORT := 8000
WORKERS := 2
HANDBOOK := $(OUT)/screenshots/handbook
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# MkDocs and its theme would advertise another generator at each build.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help demo test quick check serve screenshots format words transcript clean

help: ## show the targets
	@sed -n 's/^\([a-z]*\):.*## /\1 /p' $(MAKEFILE_LIST) \
	| while read -r target text; do printf 'make %-11s %s\n' "$$target" "$$text"; done

demo: $(ENV)/run.stamp ## a practice school in build/practice, proved, and its site in build/site
	@$(BIN)/proeve demo $(OUT)

test: check ## every check, then every test
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

quick: $(ENV)/dev.stamp ## the tests that are not slow (a minute and a half)
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal -m 'not slow'

check: $(ENV)/dev.stamp ## every check but the tests: layers, style, types, workflows, the sample school
	@echo 'layers';    $(BIN)/lint-imports --no-logo
	@echo 'style';     $(BIN)/ruff check && $(BIN)/ruff format --check
	@echo 'types';     $(BIN)/mypy
	@echo 'workflows'; $(BIN)/zizmor --offline --no-progress --quiet --strict-collection --persona pedantic .github
	@$(BIN)/actionlint -shellcheck= -pyflakes=
	@echo 'sample school'; $(BIN)/proeve lint exams

serve: $(OUT)/site/index.html ## show the site on 127.0.0.1
	@echo 'http://127.0.0.1:$(PORT)/ (stop with Ctrl-C)'
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(OUT)/site $(PORT)

screenshots: $(ENV)/dev.stamp $(OUT)/site/index.html ## a picture of every kind of page, light and dark, wide and narrow, in build/screenshots
	@PYTHONPATH=tooling $(BIN)/python -m tests.site_browser.screenshots $(OUT)/site $(OUT)/screenshots $(HANDBOOK)

format: $(ENV)/dev.stamp ## put the code in its one form
	@$(BIN)/ruff check --fix-only --quiet && $(BIN)/ruff format

words: $(ENV)/run.stamp ## collect help texts and prompts into the Dutch catalogue, and compile it
	@$(BIN)/python -m proeve.cli.catalogue

transcript: $(ENV)/dev.stamp ## write the transcripts of the handbook anew, from the walks of the tests
	@$(BIN)/python -m pytest -q tooling/tests/deeds/test_transcript.py --write-transcripts

clean: ## remove all that was made, .venv too
	rm -rf $(ENV) $(OUT) dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find tooling -name __pycache__ -type d -prune -exec rm -rf {} +

$(OUT)/site/index.html:
	@$(MAKE) demo

# The environment. A stamp is made last, so that a broken install is tried again, and
# it is older than pyproject.toml as soon as a dependency changes.

$(ENV)/dev.stamp: $(ENV)/run.stamp
	@echo 'Installing what the checks and tests need (once) ...'
	@$(PIP) install --group dev
	@touch $@

$(ENV)/run.stamp: pyproject.toml
	@$(FIND_TOOLS)
	@$(FIND_PYTHON); echo "Making $(ENV) with $$($$python --version) (once) ..."; \
	  "$$python" -m venv --clear $(ENV)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@echo '$(CURDIR)' > $@

# An environment knows its own place: one that was moved or copied is made again.
ifneq ($(shell cat $(ENV)/run.stamp 2>/dev/null),$(CURDIR))
.PHONY: $(ENV)/run.stamp
endif

define FIND_TOOLS
for tool in git ssh-keygen; do \
  command -v $$tool >/dev/null \
  || { echo "Proeve needs $$tool, and it is not on this machine's PATH." >&2; exit 1; }; \
done
endef

# A name on the PATH may be a stub without a Python behind it: each candidate is run.
define FIND_PYTHON
for python in $(PYTHON) python3.13 python3.12 python3.11 python3 ''; do \
  [ -n "$$python" ] || break; \
  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  || continue; \
  "$$python" -c 'import ensurepip, venv' 2>/dev/null && break; \
  without="$$python"; \
done; \
if [ -z "$$python" ] && [ -n "$$without" ]; then \
  echo "$$($$without --version) is here without its venv module: install python3-venv." >&2; \
  exit 1; \
elif [ -z "$$python" ]; then \
  echo 'Proeve needs Python 3.11 or newer, and none was found on the PATH.' >&2; \
  exit 1; \
fi
endef
