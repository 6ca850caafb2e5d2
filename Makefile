# Needs Python 3.11 or newer and make, nothing else. `make PYTHON=/path/to/python` chooses the Python.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
PYTHONS := $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3)
BIN := .venv/bin
LOCKED := .venv/.locked
READY := .venv/.ready
LOCK := .venv-lock
UV := 0.13.8
COMPILE := $(LOCK)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Sets $$python to the first of PYTHONS that is new enough and can make an environment.
find_python = for python in $(PYTHONS); do \
		"$$python" -c 'import ensurepip, sqlite3, sys, venv; sys.exit(sys.version_info < (3, 11))' \
			>/dev/null 2>&1 </dev/null && break; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'Python 3.11 or newer (with venv and sqlite3) was not found among: $(PYTHONS)' >&2; \
		echo 'Install it, or name it: make PYTHON=/path/to/python' >&2; exit 1; \
	fi

.PHONY: help chat check test bench soak lock clean

help:
	@echo 'make chat    ask in the terminal (also: make chat < questions.txt)'
	@echo 'make check   lint, format, types, import contracts, catalogs'
	@echo 'make test    check, then the tests'
	@echo 'make bench   measure the time of an answer'
	@echo 'make soak    the tests that run for minutes'
	@echo 'make lock    pin the dependencies again (UPGRADE=1: to their newest versions)'
	@echo 'make clean   remove everything that was made here'

# One environment for all targets, made anew when the lock changes; the project in it is installed
# again when its description changes. Standard input is kept away from both: it belongs to `chat`.
$(LOCKED): requirements-dev.lock
	@$(find_python); \
	echo "Making .venv with $$("$$python" --version); the first time takes a minute" >&2; \
	"$$python" -m venv --clear .venv </dev/null && \
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock </dev/null && \
	touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e . </dev/null
	@$(BIN)/python -m compileall -q bot handlers data i18n </dev/null
	@touch $@

# Leaving with Ctrl-C is no error.
chat: $(READY)
	@$(BIN)/acuerdos chat $(ARGS) || { status=$$?; [ $$status -eq 130 ] || exit $$status; }

check: $(READY)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { $(BIN)/ruff format --diff --quiet; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@report=$$($(BIN)/lint-imports --no-logo --no-cache 2>&1) || { echo "$$report"; exit 1; }
	@$(BIN)/python -m i18n.catalogs check

test: check
	@$(BIN)/pytest $(ARGS)

bench: $(READY)
	@$(BIN)/pytest -m bench -s $(ARGS)

soak: $(READY)
	@$(BIN)/pytest -m soak --hypothesis-profile=soak $(ARGS)

# The run-time lock is cut out of the full one, so that both name the same versions.
lock:
	@$(find_python); "$$python" -m venv --clear $(LOCK)
	@$(LOCK)/bin/python -m pip install --quiet uv==$(UV)
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --group dev -o requirements-dev.lock
	@$(COMPILE) --constraint requirements-dev.lock -o requirements.lock
	@rm -rf $(LOCK)

clean:
	@rm -rf .venv $(LOCK) build dist *.egg-info .benchmarks .hypothesis
	@rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find bot handlers data i18n tests -name __pycache__ -type d -prune -exec rm -rf {} +
