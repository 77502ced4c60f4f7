# Everything runs from .venv, which the first target that needs it creates.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := history

.PHONY: demo test lint format golden bench clean
.DELETE_ON_ERROR:

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# The main job on a sample: text in, TEI, HTML and plain text out.
demo: .venv/ready
	@mkdir -p demo
	$(BIN)/teikit convert tei/$(SAMPLE).txt -o demo/$(SAMPLE).xml
	$(BIN)/teikit validate demo/$(SAMPLE).xml
	$(BIN)/teikit transform demo/$(SAMPLE).xml --to html -o demo/$(SAMPLE).html
	$(BIN)/teikit transform demo/$(SAMPLE).xml --to text --width 80 -o demo/$(SAMPLE).txt
	@echo
	@echo "Look at:"
	@echo "  demo/$(SAMPLE).html  the reading edition: open it in a browser"
	@echo "  demo/$(SAMPLE).xml   the TEI: open it in an editor"
	@echo "  demo/$(SAMPLE).txt   the plain text"

test: .venv/ready
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the encodings of the samples anew; read the difference before you commit it.
golden: .venv/ready
	$(BIN)/teikit convert --quiet tei/*.txt -o tei/

bench: .venv/ready
	$(BIN)/python -m bench

clean:
	rm -rf .venv demo
