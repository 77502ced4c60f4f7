"""Reports as JSON lines: one document on each line, as soon as it is validated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from teikit.validate.finding import Result
from teikit.validate.reporters.json import as_object
from teikit.validate.reporters.registry import Options


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as JSON lines."""
    for result in results:
        yield json.dumps(as_object(result), ensure_ascii=False) + "\n"
