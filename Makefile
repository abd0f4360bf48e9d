# Everything is one command; each sets up what it needs first. `make` alone lists them.

PYTHON := .venv/bin/python
BOOTSTRAP := packaging/setup/bootstrap.sh
ARGS ?=
# Set in many containers; every process that the tests start would compile hundreds of modules anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test visits city thorough check bench fuzz coverage screens translate lock package clean ready ready-to-test

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

run: ready ## open the terminal with its sandbox; without a display, play a guided visit into out/
	$(PYTHON) -m kiosk --sandbox $(ARGS)

# What takes longest has commands of its own, so that `make test` can be waited for; .ci/run calls all three.
CITY := tests/sandbox/bochum_id tests/kiosk/bochum_id tests/faults
CORE_VISITS := $(patsubst %,tests/e2e/test_%.py,whole_visits over_pcscd pulled_card paying_by_card)
VISITS := $(filter-out $(CORE_VISITS),$(wildcard tests/e2e/test_*.py))
PYTEST := QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 3 --dist loadgroup

test: ready-to-test ## run the tests of everything, but for visits and city; ARGS go to pytest
	$(PYTEST) $(if $(findstring tests/,$(ARGS)),,$(addprefix --ignore=,$(CITY) $(VISITS))) $(ARGS)

visits: ready-to-test ## run whole visits: every service in every language, with what goes wrong in it
	$(PYTEST) $(VISITS) $(ARGS)

city: ready-to-test ## run the tests of Bochum-ID: the contract, its client, the sandbox's backend, a faulty network
	$(PYTEST) $(CITY) $(ARGS)

thorough: ready-to-test ## run every test with every look, every pulled card and every fault alone: some hours
	WHOLE_LAYOUT=1 WHOLE_PULLS=1 WHOLE_FAULT_MATRIX=1 $(PYTEST) $(ARGS)

check: ready ## lint, format, types, import rules, QML, translations
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	packaging/check-qml.sh
	packaging/translate.sh --check

bench: ready ## measure start, change of visit, login beside AusweisApp, PACE beside libeac, memory, load
	$(PYTHON) -m bench $(ARGS)

fuzz: ready-to-test ## fuzz the eID client's parsers for 10 minutes; ARGS="tlv --minutes 60"
	nice -n 19 $(PYTHON) -m tests.fuzz $(ARGS)

coverage: ready-to-test ## run the tests of cardreader and name the branches that none takes
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m coverage run --branch --source=cardreader --omit=cardreader/pcsc.py,cardreader/watch.py --data-file=build/coverage -m pytest -q -n 0 tests/cardreader $(ARGS)
	$(PYTHON) -m coverage report --data-file=build/coverage --show-missing --skip-covered --fail-under=100

screens: ready ## draw every screen into out/screens/, and the sheets of docs/screens/
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m ui.gallery $(ARGS)

translate: ready ## collect the texts of all screens into translations/ and compile them
	packaging/translate.sh

lock: ready ## write requirements.lock anew from pyproject.toml; ARGS such as --upgrade go to uv
	packaging/setup/lock.sh $(ARGS)

package: ready ## build a wheel and a source archive into dist/
	.venv/bin/uv build --quiet --no-build-isolation --python $(PYTHON) --out-dir dist
	@ls -1 dist
	@echo "These are Python packages only. Debian package, Windows installer and kiosk session follow."

clean: ## remove what these commands made, but keep .venv
	rm -rf build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

ready:
	@$(BOOTSTRAP) run

ready-to-test:
	@$(BOOTSTRAP) test
