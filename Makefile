# `make help` lists the targets. Each sets up what it needs in .venv first.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test generate check-generated lint format types check clean

help:  ## List the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cohere-chat needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/ready  ## A conversation with the emulator or, with CO_API_KEY set, with the real API.
	@$(BIN)/python examples/demo.py

test: .venv/ready  ## The tests, with branch coverage.
	$(BIN)/python -m pytest --cov --cov-fail-under=100

generate: .venv/ready  ## Write generated/ anew from openapi.yaml.
	$(BIN)/python tools/generate.py

check-generated: .venv/ready  ## Check that generated/ is what openapi.yaml gives.
	$(BIN)/python tools/generate.py --check

lint: .venv/ready  ## Style and common mistakes.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/ready  ## Format the hand-written code.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/ready  ## Both packages, the tools and the typing tests, under two type checkers.
	$(BIN)/mypy
	$(BIN)/mypy tools examples
	$(BIN)/pyright

check: test lint types check-generated  ## All that a change must pass.

clean:  ## Remove what the other targets made.
	rm -rf .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
