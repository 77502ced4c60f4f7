"""``python -m bench [NAME...]``: run the benchmarks, or those that are named."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

_NOT_BENCHMARKS = {"__init__", "__main__", "timing"}


def main() -> None:
    """Run each benchmark's ``main``."""
    known = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    benchmarks = [name for name in known if name not in _NOT_BENCHMARKS]
    for name in sys.argv[1:] or benchmarks:
        if name not in benchmarks:
            sys.exit(f"There is no benchmark “{name}”; there are {', '.join(benchmarks)}.")
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
