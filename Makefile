# make run    the app on the articles of SEEDS=seeds, at PORT=8501
# make test   every test, with a real browser and LibreOffice
# make test-postgres  the tests of the store on a PostgreSQL of Debian's, started for them
# make check  formatting, lint, types, and the tests without the browser
# make pictures  every page in both themes and on two widths, in tests/screenshots
# make fix    formatting, and what the linter can mend
# make venv   .venv with everything

PORT ?= 8501
ADDRESS ?= localhost
SEEDS ?= seeds
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
APT := $(shell command -v apt-get >/dev/null && { [ "$$(id -u)" = 0 ] && echo apt-get || echo sudo -n apt-get; })
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
OFFICE := $(shell command -v soffice)

.PHONY: run test test-postgres check pictures fix venv packages chromium office
.DELETE_ON_ERROR:

run: $(VENV)/.runs
	@$(BIN)/streamlit run app.py --server.headless true --server.address $(ADDRESS) --server.port $(PORT) -- "$(SEEDS)"

test: venv chromium office
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile --no-loadscope-reorder

test-postgres: venv
	@tests/on_postgres.sh $(BIN)/python -m pytest --quiet tests/test_store.py \
		tests/test_store_corrections.py tests/test_store_shared.py

check: venv
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile --no-loadscope-reorder -m "not browser"

pictures: venv chromium
	@$(BIN)/python -m tests.browser.pictures

fix: venv
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

venv: $(VENV)/.runs $(VENV)/.tests

# The stamps are made last, so that a broken-off installation is done again.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Dispatches needs Python 3.11 or newer; none was found (PYTHON=... names one)."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 \
		|| { rm -rf $(VENV); $(PYTHON) -m venv $(VENV) >/dev/null 2>&1; } \
		|| { rm -rf $(VENV); $(APT) install --yes --quiet python3-venv >/dev/null 2>&1 && $(PYTHON) -m venv $(VENV); } \
		|| { rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.runs: requirements.txt $(VENV)/.made
	@echo "Installing what the app needs ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.runs
	@echo "Installing what the tests need ..."
	@$(PIP) -r tests/requirements.txt
	@touch $@

# What Debian has, asked for once where something of it is missing.
packages:
	@[ -z "$(APT)" ] || $(APT) update --quiet >/dev/null || echo "Debian's list of packages could not be fetched."

# Debian's Chromium where there is apt-get, else the one that Playwright fetches.
chromium: $(VENV)/.tests $(if $(CHROMIUM),,packages)
ifeq ($(CHROMIUM),)
	@echo "Installing Chromium ..."
	@{ [ -n "$(APT)" ] && $(APT) install --yes --quiet chromium >/dev/null; } \
		|| $(BIN)/python -m playwright install chromium \
		|| { echo "The browser tests need Chromium; install it, or run make check, which does without."; exit 1; }
endif

# Opens the slides, the document and the workbook in the tests; about 110 MB.
office: $(VENV)/.tests $(if $(OFFICE),,packages)
ifeq ($(OFFICE),)
	@echo "Installing LibreOffice ..."
	@{ [ -n "$(APT)" ] && $(APT) install --yes --quiet --no-install-recommends \
		libreoffice-impress libreoffice-writer libreoffice-calc >/dev/null; } \
		|| echo "LibreOffice (soffice) could not be installed; the tests that open files with it are skipped."
endif
