# Everything from a fresh clone needs only make, git and Python 3.11 or newer.

VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
# The first interpreter that is new enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# Tests run in as many processes as there are cores; one that is done takes work from the others.
SHARED := -n auto --dist worksteal

.PHONY: demo test check bench docs format clean

# The samples' offers hold until February 2027; --as-of lets the demo work on any later day.
demo: $(STAMP) ## every document of the sample deals, one Chinese, one English, and two bids, into out/
	$(BIN)/kadocs build all samples/rail-iscs/deal.yaml samples/chem-dcs/deal.xlsx --out out --as-of 2026-11-23
	$(BIN)/kadocs build bid samples/hospital-lab samples/plant-mes --out out --as-of 2026-11-23

test: $(STAMP) ## every test, the house rules among them
	$(BIN)/python -m pytest $(SHARED)

check: $(STAMP) ## what must hold before a commit: style, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(SHARED)

bench: $(STAMP) ## kadocs beside docxtpl, the engines of Node where it is installed, and the floors
	@if command -v npm >/dev/null 2>&1; \
	then npm install --silent --no-audit --no-fund --no-package-lock --prefix benchmarks/peers \
		|| echo "npm could not install the JavaScript engines; measuring without them."; \
	else echo "Node is not installed; measuring without the JavaScript engines."; fi
	$(BIN)/python -m benchmarks

docs: $(STAMP) ## the field manual from the model, and the list of documents from the templates
	$(BIN)/python -c "import sys; from kadocs.model.manual import manual; sys.stdout.buffer.write(manual().encode())" > docs/fields.md
	$(BIN)/python -c "import pathlib, sys; from kadocs.pipeline.catalogue import catalogue; sys.stdout.buffer.write(catalogue(pathlib.Path('templates')).encode())" > docs/deliverables.md

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) out build dist

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "kadocs needs Python 3.11 or newer, and none was found." >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
