# `make run` and `make test` are all one needs; the rest is for those who change Dangol.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# One process of tests a core; who has nothing left to do takes tests from the others.
SPREAD := --numprocesses auto --dist worksteal
# Installing Dangol itself: only the command `dangol`, everything else comes from the lock.
SELF := $(PIP) install --no-deps --no-build-isolation --editable .

.PHONY: help run test check fuzz coverage format lint types contracts unit lock migration bench clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp ## serve on http://127.0.0.1:8080 with SQLite (first time: makes the environment)
	@exec $(BIN)/python -m bot serve

test: $(VENV)/dev.stamp ## install what the tests need, then run every one
	@.ci/packages
	@$(MAKE) --no-print-directory lint types contracts
	$(BIN)/python -m pytest $(SPREAD)

coverage: $(VENV)/dev.stamp ## every test once more, half as fast: fails below 90 % of the branches
	@.ci/packages
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(SPREAD)
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=90

check: $(VENV)/dev.stamp ## the fast path, about a minute: units, and the named conversations on SQLite
	@$(MAKE) --no-print-directory lint types contracts
	$(BIN)/python -m pytest -q -x $(SPREAD) -m "not (browser or slow or further or served)" --databases sqlite --hypothesis-profile quick

fuzz: $(VENV)/dev.stamp ## property tests with other examples than `make test` takes (ten minutes)
	$(BIN)/python -m pytest -q $(SPREAD) -m hypothesis --databases sqlite --hypothesis-profile fuzz

format: $(VENV)/dev.stamp ## put the code into its one form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix --quiet .

lint:
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

lock: $(VENV)/dev.stamp ## bring the lock files up to date with pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-header --upgrade --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --upgrade --quiet -c requirements.lock -o requirements-dev.lock

bench: $(VENV)/dev.stamp ## measure (minutes)
	$(BIN)/python -m benchmarks.matcher
	$(BIN)/python -m benchmarks.dialogue
	$(BIN)/python -m benchmarks.first_lines --show 0
	$(BIN)/python -m benchmarks.kind_words --show 0
	$(BIN)/python -m benchmarks.pings
	$(BIN)/python -m benchmarks.webhook

clean: ## remove the environment and caches; the database stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dangol needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/packages venv
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Dangol needs (about a minute, once) ..."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(SELF)
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the tests need (a minute or two, once) ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(SELF)
	@touch $@ $(VENV)/run.stamp
