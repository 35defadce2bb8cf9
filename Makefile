# indsats: `make demo` shows it, `make test` proves it. `make` alone prints the targets.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PYTEST ?= -q -n 2 --dist loadfile
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

demo: setup ## build the demo region, once, and serve it on PORT (8000), with its data in DATA (data)
	@$(BIN)/indsats demo
	@$(BIN)/indsats serve

test: .venv/dev-ready build/assets/ready build/messages ## set up what tests need and run every test, on SQLite and on PostgreSQL
	@tools/system-packages
	$(BIN)/python -m pytest $(PYTEST)
	$(BIN)/python tools/with_postgres.py $(BIN)/python -m pytest $(PYTEST)

check: .venv/dev-ready build/assets/ready build/messages ## format, lint, types, imports, migrations, translations, docs, and all tests
	@tools/system-packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint indsats
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	INDSATS_MODE=test INDSATS_DATA=build/check $(BIN)/indsats makemigrations --check --dry-run
	$(BIN)/python tools/messages.py --check
	@$(MAKE) --no-print-directory test

format: .venv/dev-ready ## lay the code out
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

messages: .venv/dev-ready ## gather the texts that are shown, for translation
	@tools/system-packages
	$(BIN)/python tools/messages.py

pins: .venv/dev-ready ## renew the pins of requirements/*.in, with hashes
	@for name in base dev node; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-header --no-annotate requirements/$$name.in -o requirements/$$name.txt || exit 1; done

screenshots: .venv/dev-ready build/assets/ready build/messages ## take the pictures of the tour anew
	@tools/system-packages
	INDSATS_SCREENSHOTS=docs/pictures $(BIN)/python -m pytest tests/browser/test_tour.py

benchmark: .venv/dev-ready build/assets/ready build/messages ## measure pages of ten thousand initiatives, and imports (DOCUMENTS= a folder with more)
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python tools/with_postgres.py $(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.import_documents $(DOCUMENTS)

clean: ## remove what was built; data folders stay
	rm -rf .venv build node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
