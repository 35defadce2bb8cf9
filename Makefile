# indsats: `make demo` shows it, `make test` proves it. `make` alone prints the targets.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
DATA ?= $(or $(INDSATS_DATA),data)
export INDSATS_DATA := $(abspath $(DATA))
export PORT

.DEFAULT_GOAL := help
.PHONY: help setup demo test check clean pins messages format screenshots benchmark

help: ## print the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready build/assets/ready build/messages ## make .venv with the indsats command, and what the browser is given

.venv/ready: requirements/base.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "indsats needs Python 3.11 or newer; set PYTHON=")'
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { echo "Install the package python3-venv first." >&2; exit 1; }
	@echo "Installing what indsats runs on …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . 2>/dev/null \
	  || $(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/dev-ready: .venv/ready requirements/dev.txt
	@echo "Installing what tests and checks need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

build/assets/ready: package-lock.json tools/assets .venv/ready
	@tools/assets
	@touch $@

build/messages: $(shell find indsats -name '*.po') .venv/ready
	@mkdir -p build
	@for folder in $$(find indsats -type d -name locale); do \
	  $(BIN)/pybabel --quiet compile --use-fuzzy=no -D django -d $$folder 2>/dev/null \
	  || $(BIN)/pybabel --quiet compile -D django -d $$folder || exit 1; done
	@touch $@

clean: ## remove what was built; data folders stay
	rm -rf .venv build node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
