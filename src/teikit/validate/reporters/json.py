"""Reports as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from teikit.validate.finding import Failure, Result
from teikit.validate.reporters.registry import Options


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as a JSON object with the key ``documents``."""
    documents = [as_object(result) for result in results]
    yield json.dumps({"documents": documents}, ensure_ascii=False, indent=1) + "\n"


def as_object(result: Result) -> dict[str, Any]:
    """A result as JSON has it: ``valid`` is null for a document that could not be checked."""
    if isinstance(result, Failure):
        error = {"message": result.error.message, "hint": result.error.hint}
        return {"file": result.file, "valid": None, "error": error, "findings": []}
    about = {"reason": result.reason, "accepted": result.accepted}
    return {
        "file": result.file,
        "schema": result.schema,
        **{name: value for name, value in about.items() if value},
        "valid": result.valid,
        "findings": [_finding(asdict(finding)) for finding in result.findings],
    }


def _finding(fields: dict[str, Any]) -> dict[str, Any]:
    """A finding without what does not apply to it."""
    del fields["file"]
    return {name: value for name, value in fields.items() if value not in ("", 0, ())}
