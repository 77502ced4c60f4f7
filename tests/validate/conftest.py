"""Fixtures for validation: documents written down in a test, and what is found in them."""

from __future__ import annotations

import pytest

from teikit.validate.api import Validator
from validate.documents import Check, document


@pytest.fixture(scope="session")
def validator() -> Validator:
    """A validator against the whole of TEI P5."""
    return Validator("tei_all")


@pytest.fixture(scope="session")
def check(validator: Validator) -> Check:
    """Validates a document that is given as text."""
    return lambda text: validator.validate(text.encode()).findings


@pytest.fixture(scope="session")
def check_body(check: Check) -> Check:
    """Validates a document with the body that is given."""
    return lambda body: check(document(body))
