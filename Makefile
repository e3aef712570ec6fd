# `make run` serves the dashboard, `make test` proves it. `make help` lists the rest.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; done; echo python3)
HOST ?= 127.0.0.1
PORT ?= 8050
WORKERS ?= 2
export HOST PORT WORKERS
unexport PIP_USER PYTHONPATH PYTHONHOME

BIN = .venv/bin
STEP = sh deploy/step.sh
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps --only-binary :all:
SIDE_BY_SIDE = --numprocesses auto --dist loadfile
UNIT = $(BIN)/python -m pytest --ignore tests/browser $(SIDE_BY_SIDE) --maxprocesses 4
A_CHROMIUM = CHROMIUM=$$(sh deploy/browser.sh chromium $(BIN)/python) && export CHROMIUM
A_FIREFOX = FIREFOX=$$(sh deploy/browser.sh firefox $(BIN)/python) && export FIREFOX
WALKS = $(A_CHROMIUM) && $(A_FIREFOX) && exec $(BIN)/python -m pytest tests/browser $(SIDE_BY_SIDE) --maxprocesses 2
WHOLE = -m "nightly or not nightly"
LOCK = .tools/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet $(UPGRADE)

.PHONY: run assets test nightly programs lint types contracts unit browser bench chaos lock sbom audit shapes screenshot prove clean help

run: assets ## serve on http://127.0.0.1:8050 (HOST, PORT, WORKERS)
	@exec $(BIN)/gunicorn --config deploy/gunicorn.conf.py app:server

assets: .venv/run ## collect what a browser loads into build/
	@$(BIN)/python -m serving.collect

test: programs lint types contracts assets ## everything: style, types, imports, rules, walks in real browsers
	@$(UNIT)
	@$(WALKS)

nightly: programs lint types contracts assets ## as `test`, and the rules over every region and every screen that take longer
	@$(UNIT) $(WHOLE)
	@$(WALKS) $(WHOLE)

programs:
	@sh deploy/programs.sh nginx openssl

lint: .venv/test ## only style
	@$(STEP) "Style" $(BIN)/ruff check .
	@$(STEP) "Format" $(BIN)/ruff format --check .
	@$(STEP) "Dockerfile" $(BIN)/hadolint Dockerfile

types: .venv/test ## only types
	@$(STEP) "Types" $(BIN)/mypy --no-error-summary

contracts: .venv/test ## only the import contracts
	@$(STEP) "Imports run one way" $(BIN)/lint-imports --no-cache

unit: programs .venv/test assets ## only the tests without a browser
	@$(UNIT)

browser: .venv/test assets ## only the walks in the browsers
	@$(WALKS)

bench: .venv/test assets ## measure; the table is bench/RESULTS.md
	@$(A_CHROMIUM) && $(BIN)/python -m bench

chaos: .venv/test assets ## kill, reload and slow it behind nginx; the table is chaos/RESULTS.md
	@$(BIN)/python -m chaos

screenshot: .venv/test assets ## docs/screenshot.png from the running app
	@$(A_CHROMIUM) && $(BIN)/python -m deploy.screenshot

lock: .tools/ready ## the locked requirements again (UPGRADE=--upgrade for newer ones)
	@$(STEP) "Locking what runs" $(LOCK) pyproject.toml -o requirements.txt
	@$(STEP) "Locking what tests" $(LOCK) pyproject.toml --group test -c requirements.txt -o requirements-test.txt
	@$(STEP) "Locking what draws boundaries" $(LOCK) pyproject.toml --group shapes -c requirements.txt -o requirements-shapes.txt
	@$(STEP) "Locking the tools" $(LOCK) --group pyproject.toml:tools -o requirements-tools.txt

prove: .venv/run ## what the Dockerfile says, done without Docker in a bare environment
	@$(BIN)/python -m deploy.prove

sbom: .venv/run ## the bill of materials, CycloneDX, build/sbom.json
	@$(BIN)/python -m deploy.sbom

audit: .tools/ready ## known holes in what is locked; fails when it could not look at all of it
	@.tools/bin/python -m deploy.audit

shapes: .venv/shapes ## the boundaries again from their packages
	@$(BIN)/python -m data.shapes.make

clean: ## remove everything that was made here
	rm -rf .venv .tools build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 14

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Regioscope needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 | head -n 1). Name one: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(STEP) "Making .venv with $$($(PYTHON) --version)" $(PYTHON) -m venv --clear .venv
	@touch $@

.venv/run: requirements.txt .venv/made
	@$(STEP) "Installing what runs (requirements.txt)" $(PIP) -r requirements.txt
	@touch $@

.venv/test: requirements-test.txt .venv/run
	@$(STEP) "Installing what tests (requirements-test.txt)" $(PIP) -r requirements-test.txt
	@touch $@

.venv/shapes: requirements-shapes.txt .venv/run
	@$(STEP) "Installing what draws boundaries (requirements-shapes.txt)" $(PIP) -r requirements-shapes.txt
	@touch $@

.tools/ready: requirements-tools.txt
	@$(STEP) "Making .tools" $(PYTHON) -m venv --clear .tools
	@$(STEP) "Installing the tools (requirements-tools.txt)" .tools/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps --only-binary :all: -r requirements-tools.txt
	@touch $@
