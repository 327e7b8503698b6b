# Everything a newcomer or CI does, in one place. `make` or `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
# Some machines ask Python to keep nothing of what it compiles: each of the hundreds of processes that the tests start
# would compile every library again, 4.4 s of processor instead of 1.8.
unexport PYTHONDONTWRITEBYTECODE
# Tests run in three processes (some wait more than they work), a file at a time; `make test SHARED_OUT=` runs them one after the other.
SHARED_OUT ?= --numprocesses 3 --dist loadscope --no-loadscope-reorder
# What tests write goes to a disk in memory where there is one; TMPDIR in the environment says where else.
PYTEST = TMPDIR="$${TMPDIR:-$$(sh scripts/memory_disk.sh)}" $(BIN)/python -m pytest

# What `make coverage` runs: measured in the whole run, it would cost three quarters more time.
SENDING_TESTS := tests/bot/outbox tests/bot/channels tests/contracts/test_channels_answers.py tests/db/test_audience.py \
	tests/stories/test_people_by_email.py tests/stories/test_people_stopping.py tests/stories/test_people_joining.py \
	tests/stories/test_announcements_phones.py tests/stories/test_nothing_turns_by_itself.py

# Wheels only, and compiled when first imported: a third quicker. setuptools, which installs us, is in the lock.
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --no-compile
INSTALL_LOCKED := $(PIP_INSTALL) --require-hashes --only-binary :all: --no-deps
INSTALL_PROJECT := $(PIP_INSTALL) --no-deps --no-build-isolation --editable .

PIP_COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --build-deps-for editable --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo run story test test-long quick check hooks lint dead coverage types layers format bench chaos understanding mutants migration pictures rights privacy lock audit dev browser clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo '  Options for a command go in ARGS, for instance: make test ARGS="-k claims"'

demo: $(VENV)/.runtime ## Start the program, the simulated providers and the page of phones
	@$(BIN)/portevoix demo $(ARGS)

run: $(VENV)/.runtime ## Start the program with the settings of .env
	@$(BIN)/portevoix run $(ARGS)

story: $(VENV)/.runtime ## Play the whole story unattended and print each phone
	@$(BIN)/portevoix demo --story $(ARGS)

test: dev browser ## Install what is missing, then run every test but the longest sweeps
	@$(PYTEST) $(SHARED_OUT) $(ARGS)

test-long: dev ## Run the rest: the longest sweeps, thousands of odd answers
	@$(PYTEST) -m long --hypothesis-profile=default $(SHARED_OUT) $(ARGS)

quick: dev ## Run the tests without looking for a browser first
	@$(PYTEST) -q $(SHARED_OUT) $(ARGS)

check: lint dead types layers test ## All that CI runs: lint, dead code, types, layers, tests

lint: dev ## Style and likely mistakes (ruff)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

dead: dev ## Code that nothing uses (vulture; scripts/unused_on_purpose.py says what only seems so)
	@$(BIN)/vulture

coverage: dev ## Branches that the tests of sending and of consent run; refused under the floor of pyproject.toml
	@$(PYTEST) -q $(SHARED_OUT) --cov --cov-report=term $(SENDING_TESTS) $(ARGS)

types: dev ## Types (mypy, strict)
	@$(BIN)/mypy

layers: dev ## Imports go down only (import-linter)
	@$(BIN)/lint-imports --no-logo

hooks: dev ## Run lint, dead code, types and layers at each commit (pre-commit, in .venv)
	@$(PIP_INSTALL) 'pre-commit>=4,<5'
	@$(BIN)/pre-commit install

format: dev ## Let ruff rewrite what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: dev ## Measure, and print the tables of docs/performance.md
	@$(BIN)/python -m benchmarks $(ARGS)

chaos: dev ## Break things on purpose, for a bounded time
	@$(BIN)/python -m benchmarks.chaos $(ARGS)

understanding: dev ## Train the reading of messages on the corpus, and write docs/understanding.md
	@$(BIN)/python -m scripts.train_reading
	@$(BIN)/python -m scripts.measure_understanding

mutants: dev ## Change the code that keeps people safe, a little at a time: do its tests notice? (hours with ARGS=--all)
	@PYTHONPATH=. $(BIN)/python scripts/mutants.py $(ARGS)

migration: dev ## Write the migration that leads to the models: ARGS="why"
	@PYTHONPATH=. $(BIN)/python scripts/make_migration.py $(ARGS)

pictures: dev browser ## Take the pictures of the web console in docs/images
	@PYTHONPATH=. $(BIN)/python scripts/take_pictures.py

rights: dev ## Write docs/rights.md, the table of acts and rights
	@PYTHONPATH=. $(BIN)/python scripts/write_rights.py

privacy: dev ## Write the tables of docs/vie-privee.md, what is kept of people and how long
	@PYTHONPATH=. $(BIN)/python scripts/write_privacy.py

lock: $(VENV)/.python ## Resolve the dependencies again; ARGS=--upgrade takes the newest
	@$(BIN)/python -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install -qq --disable-pip-version-check 'pip-tools>=7,<8'
	@$(PIP_COMPILE) $(ARGS) --output-file requirements.lock pyproject.toml
	@$(PIP_COMPILE) $(ARGS) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

# Without a network nothing of it can be done, and nothing fails: scripts/audit.py says so loudly.
audit: $(VENV)/.python ## Look the locked packages up in a database of known vulnerabilities
	@$(BIN)/python -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install -qq --disable-pip-version-check --no-input 'pip-audit>=2.9,<3' || true
	@$(BIN)/python -m scripts.audit $(VENV)/audit/bin/pip-audit

dev: $(VENV)/.dev ## Make .venv with all that developing needs

browser: ## Make sure that a Chromium is there for the browser test
	@sh scripts/ensure_chromium.sh

clean: ## Remove .venv, caches and the demo's data
	@rm -rf $(VENV) .demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find bot db handlers messages tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.python:
	@sh scripts/make_venv.sh "$(PYTHON)" $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.python requirements.lock pyproject.toml
	@echo 'Installing what the program needs...'
	@$(INSTALL_LOCKED) --requirement requirements.lock
	@$(INSTALL_PROJECT)
	@touch $@

# The development lock holds the runtime one too, so that one installation serves both.
$(VENV)/.dev: $(VENV)/.python requirements-dev.lock pyproject.toml
	@echo 'Installing what the program and its tests need...'
	@$(INSTALL_LOCKED) --requirement requirements-dev.lock
	@$(INSTALL_PROJECT)
	@touch $@ $(VENV)/.runtime
