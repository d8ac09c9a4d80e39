.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export DO_NOT_TRACK = 1
export PREFECT_SERVER_ANALYTICS_ENABLED = false

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.txt requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Bespoke needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

install: $(READY) ## make the virtual environment and install everything into it

demo: $(READY) ## orders to emails on the sample shop, or on DATA=online_retail.csv.gz
	@$(BIN)/bespoke demo $(if $(DATA),--online-retail "$(DATA)")

up: $(READY) ## Prefect server, deployments and review page, until Ctrl-C
	@exec $(BIN)/bespoke up

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -n auto

lint: $(READY) ## check style, types and import layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## measure speed and memory against honest peers, and accuracy on DATA=online_retail.csv.gz
	$(BIN)/python -m benchmarks $(if $(DATA),--data "$(DATA)")

docs: $(READY) ## rewrite the generated parts of the docs
	$(BIN)/python -m docs.generate

.PHONY: help install demo up test lint bench docs
