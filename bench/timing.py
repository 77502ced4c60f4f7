"""Timing whole processes: wall time and peak memory, medians of several runs."""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TEIKIT = str(Path(sys.executable).with_name("teikit"))


@dataclass(frozen=True, slots=True)
class Timing:
    """What a command took.

    Attributes:
        seconds: median wall time of a whole process.
        megabytes: highest resident memory of any run, in MiB.
    """

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:7.3f} s {self.megabytes:6.0f} MB"


def _environment() -> dict[str, str]:
    """That of this process; but modules are kept compiled, as those of an installed package are."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(
    command: Sequence[str], runs: int = 7, environment: Mapping[str, str] | None = None
) -> Timing:
    """Run a command several times and take the median; its output goes nowhere.

    Args:
        command: program and arguments.
        runs: how often.
        environment: variables beside those of this process.
    """
    seconds, megabytes = [], 0.0
    for _ in range(runs):
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**_environment(), **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"status {process.returncode}: {' '.join(command)[:200]}")
        seconds.append(time.perf_counter() - began)
        megabytes = max(megabytes, _megabytes(usage))
    return Timing(statistics.median(seconds), megabytes)


def _megabytes(usage: resource.struct_rusage) -> float:
    # Linux counts in KiB, macOS in bytes.
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def row(name: str, timing: Timing, peer: Timing | None = None, more: str = "") -> None:
    """Print a line of a table: what, how long, how much memory, how many times the peer's time.

    Args:
        name: what was timed.
        timing: what it took.
        peer: what the peer took.
        more: what else there is to say.
    """
    ratio = f"{timing.seconds / peer.seconds:6.2f} x" if peer else ""
    print(f"  {name:44} {timing} {ratio} {more}".rstrip(), flush=True)


def grown(document: Path, megabytes: int, to: Path) -> None:
    """Write a TEI document again with its body repeated until it has a size.

    Identifiers are left out: they would no longer be unique.

    Args:
        document: the document to repeat.
        megabytes: the least size, in units of 10^6 bytes.
        to: where to write.
    """
    text = re.sub(r'\sxml:id="[^"]*"', "", document.read_text("utf-8"))
    start, end = text.index("<body"), text.rindex("</body>")
    start = text.index(">", start) + 1
    body = text[start:end]
    copies = megabytes * 10**6 // len(body.encode()) + 1
    to.write_text(text[:start] + body * copies + text[end:], "utf-8")


def shared() -> Path:
    """The folder of documents to time (``TEIKIT_SHARED``, ``../shared`` if not set)."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("TEIKIT_SHARED", beside))
    if not folder.is_dir():
        sys.exit(f"There are no documents to time at {folder}; set TEIKIT_SHARED to their folder.")
    return folder
