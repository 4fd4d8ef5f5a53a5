# Each target first installs what it needs into .venv. Settings stand before or after the word:
# `PORT=8001 make run` is `make run PORT=8001`.
PYTHON ?= python3

IN_VENV = @$(PYTHON) -m ops.bootstrap
FLASK = -m flask --app app

.DEFAULT_GOAL := help
.PHONY: help run demo test journeys bench drill mutants lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: ## serve on 127.0.0.1:8000 (PORT, INSTANCE, DATABASE_URL; DEMO=0 for a real centre)
	$(IN_VENV) -m ops.serve

demo: ## throw the demo's data away and load a fresh demo
	$(IN_VENV) $(FLASK) demo fresh

test: ## all checks and all tests; the last line is the sum
	$(IN_VENV) --dev -m ops.suite

journeys: ## walk every journey in a browser and take its pictures (ONLY=name for one)
	$(IN_VENV) --dev --browser -m tests.browser.journeys $(ONLY)

bench: ## measure the pages against the reference page, and how long a search waits
	$(IN_VENV) --dev -m bench

drill: ## the long form of the fault tests, with fresh randomness (ONLY=name for one part)
	$(IN_VENV) --dev -m tests.faults.drill $(ONLY)

mutants: ## change the judge in one place at a time; its tests must notice (within an hour)
	$(IN_VENV) --dev -m tests.mutants

lock: ## lock requirements*.in with hashes (UPGRADE=1 for the newest releases)
	$(IN_VENV) --dev -m ops.lock $(if $(UPGRADE),--upgrade)

clean: ## remove what can be made again; the instance stays
	@rm -rf .venv static/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
