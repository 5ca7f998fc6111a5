# `make help` lists the targets. Each sets up what it needs in .venv first.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\#.*/\1/p' Makefile)

help:  ## List the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cohere-chat needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/ready  ## A conversation with the emulator or, with CO_API_KEY set, with the real API.
	@$(BIN)/python examples/demo.py

# Some machines are set not to keep compiled modules: each process of the tests would compile all that it imports.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/ready  ## The tests, with branch coverage.
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --timeout=300 --cov --cov-fail-under=100

test-official: .venv/ready  ## The official SDK, in an environment of its own, against the emulator and beside this package.
	$(BIN)/python -m pytest tests_slow/test_official_*.py

test-fresh: .venv/ready  ## The built wheel in a fresh environment (installs from the package index).
	$(BIN)/python -m pytest tests_slow/test_fresh_environment.py

test-frameworks: .venv/ready  ## Frameworks for the official SDK, on it and on this package (installs from the package index).
	$(BIN)/python -m pytest tests_slow/test_frameworks.py

test-schemathesis: .venv/ready  ## Requests of all kinds, made from openapi.yaml, against the emulator.
	$(BIN)/python -m pytest tests_slow/test_schemathesis.py

test-memory: .venv/ready  ## The emulator's memory during a thousand requests at once and an upload of 500 MB.
	$(BIN)/python -m pytest --capture=no tests_slow/test_emulator_memory.py

test-streams: .venv/ready  ## A thousand streams at once; prints the figure in docs/emulator.md.
	$(BIN)/python -m pytest --capture=no tests_slow/test_many_streams.py

test-large-uploads: .venv/ready  ## Files of 1 GB, within 10 MB of memory.
	$(BIN)/python -m pytest tests_slow/test_large_uploads.py

test-kills: .venv/ready  ## A bulk job that is killed fifty times: no row lost, none answered twice.
	$(BIN)/python -m pytest tests_slow/test_bulk_kills.py

fuzz: .venv/ready  ## Many more examples of what servers may send, and a minute of guided fuzzing for each reader.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python -m pytest --hypothesis-profile=fuzz tests/fuzz
	$(BIN)/python tests/fuzz/fuzz.py 60

FLOORS := 'httpx==0.28.0' 'attrs==24.2.0' 'sniffio==1.3.0'

test-floors: .venv/ready  ## The tests with the lowest supported versions of the dependencies.
	$(PYTHON) -m venv .venv-floors
	.venv-floors/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' $(FLOORS)
	.venv-floors/bin/python -m pytest tests/test_[cerst]*.py

test-httpx2: .venv/ready  ## The tests on httpx2 instead of httpx, also with httpx not installed.
	COHERE_CHAT_HTTPX=httpx2 $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --timeout=300 \
		tests tests_slow/test_without_httpx.py

test-pythons: .venv/ready  ## The tests on each Python found by pyenv, uv or in PATH: [PYTHONS='python3.13 /a/python']
	$(BIN)/python tools/pythons.py $(PYTHONS)

soak: .venv/ready  ## Both clients against the emulator, with faults, for 90 s: nothing lost, doubled or left behind.
	$(BIN)/python tools/soak.py 90

mutants: .venv/ready  ## Deliberate defects, each of which a test must notice. About ten minutes.
	$(BIN)/python tools/mutants.py

audit: .venv/ready  ## Known vulnerabilities of the dependencies (asks a service on the network).
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.9,<3'
	$(BIN)/python -m pip_audit .

test-round-trips: .venv/ready  ## Remove each part of openapi.yaml in turn and sync it back: ROUND_TRIPS=40 for a sample, 3/8 for a part.
	$(BIN)/python -m pytest --verbose tests_slow/test_round_trips.py

test-engines: .venv/ready  ## The programs for Ray Data and Daft in docs/bulk.md, on the real engines (installs from the package index).
	$(BIN)/python -m pytest tests_slow/test_engines.py

test-sync: .venv/ready  ## A client made by one sync from a document of the future; a sample of round trips.
	ROUND_TRIPS=20 $(BIN)/python -m pytest tests_slow/test_future_plan.py tests_slow/test_future_client.py tests_slow/test_round_trips.py

SLOW := test-official test-fresh test-frameworks test-schemathesis test-streams test-memory test-large-uploads test-kills test-engines test-sync test-httpx2

test-slow: $(SLOW)  ## The tests that take minutes or need a package index.

docs: .venv/ready  ## Build the site in build/site. Fails on a broken link, a failing program or a name without a docstring.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/python -m pytest --quiet tests/test_docs.py tests/test_docstrings.py
	$(BIN)/python tools/site.py prepare
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	$(BIN)/python tools/site.py check

generate: .venv/ready  ## Write generated/ and overlay/cohere_chat/_sync/ from openapi.yaml and _async/.
	$(BIN)/python tools/generate.py

check-generated: .venv/ready  ## Check that what make generate writes is up to date.
	$(BIN)/python tools/generate.py --check

spec-diff: .venv/ready  ## How the vendor's document differs in meaning from openapi.yaml: SPEC=path-or-URL [ARGS=--json]
	@$(BIN)/python tools/spec_diff.py "$(or $(SPEC),$(error say which document: SPEC=path-or-URL))" $(ARGS) || test $$? -eq 1

watch-spec: .venv/ready  ## The same as a Markdown report, for a scheduled job: SPEC=path-or-URL
	@$(BIN)/python tools/spec_diff.py --watch "$(or $(SPEC),$(error say which document: SPEC=path-or-URL))" $(ARGS)

sync: .venv/ready  ## Carry additive changes over into openapi.yaml: SPEC=path-or-URL [ACCEPT='NAME NAME'] [ARGS=--no-descriptions]
	@$(BIN)/python tools/sync.py "$(or $(SPEC),$(error say which document: SPEC=path-or-URL))" $(foreach path,$(ACCEPT),--accept '$(path)') $(ARGS)

lint: .venv/ready  ## Style and common mistakes.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/ready  ## Format the hand-written code.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/ready  ## Both packages, the tools, the docs and the typing tests, under mypy and pyright.
	$(BIN)/mypy
	$(BIN)/mypy tools examples tests/typing
	$(BIN)/mypy benchmarks/*.py
	MYPYPATH=benchmarks $(BIN)/mypy benchmarks/bulk/*.py
	$(BIN)/pyright
	$(BIN)/python -m pytest -m editor tests/test_typing.py tests/test_docs.py tests/test_generated.py

check: test lint types check-generated  ## All that a change must pass.

# Each contender of the benchmarks has a virtual environment of its own.
BENCH := .venv-bench
BENCH_READY := $(patsubst %,$(BENCH)/%/ready,naive naive_httpx2 official openai_sdk ours ours_httpx2 runner)

$(BENCH)/%/ready: benchmarks/requirements/%.txt
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(BENCH)/ours/ready: pyproject.toml $(shell find generated overlay -name '*.py')
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

$(BENCH)/ours_httpx2/ready: benchmarks/requirements/ours_httpx2.txt $(BENCH)/ours/ready
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps .
	@touch $@

bench: $(BENCH_READY)  ## Measure beside hand-written httpx and others; write docs/benchmarks/. About 40 minutes.
	$(BENCH)/runner/bin/python benchmarks/run.py $(BENCH) docs/benchmarks/results.json
	$(BENCH)/runner/bin/python benchmarks/report.py docs/benchmarks/results.json docs/benchmarks

bench-quick: $(BENCH_READY)  ## The main figures only, in less than a minute, into build/benchmarks/.
	@mkdir -p build/benchmarks
	$(BENCH)/runner/bin/python benchmarks/run.py $(BENCH) build/benchmarks/results.json --quick
	$(BENCH)/runner/bin/python benchmarks/report.py build/benchmarks/results.json build/benchmarks
	@cat build/benchmarks/results.md

bench-observers: .venv/ready  ## What an observer and OpenTelemetry cost. A few minutes.
	$(BIN)/python benchmarks/observers.py $(or $(CALLS),10000)

BENCH_BULK := $(BENCH)/runner/bin/python benchmarks/bulk/measure.py $(BENCH)
BENCH_BULK_READY := $(patsubst %,$(BENCH)/%/ready,naive ours langchain curator runner)

bench-bulk: $(BENCH_BULK_READY)  ## Measure bulk jobs beside httpx by hand, langchain and curator; write docs/benchmarks/bulk.md. About an hour.
	$(BENCH_BULK) docs/benchmarks/bulk.json docs/benchmarks/bulk.md

bench-bulk-quick: $(BENCH_BULK_READY)  ## A little of each, in two minutes, into build/benchmarks/.
	@mkdir -p build/benchmarks
	$(BENCH_BULK) build/benchmarks/bulk.json build/benchmarks/bulk.md --quick
	@cat build/benchmarks/bulk.md

clean:  ## Remove what the other targets made.
	rm -rf .venv .venv-* .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
