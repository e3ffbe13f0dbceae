PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Where the package index offers CUDA builds of torch, name an index of CPU builds here to be spared them.
TORCH_INDEX ?=
OUT ?= out/demo
DOCS ?=

.PHONY: setup demo test lint bench clean

setup: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -e '.[dev]'
	touch $@

demo: setup
	$(BIN)/gristmill demo --out $(OUT) $(if $(DOCS),--docs "$(DOCS)")

test: setup
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports

bench: setup
	for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf build out $(VENV) *.egg-info
