"""Running the command as a user does: as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """Runs ``teikit`` in a folder; the arguments are those of the command."""

    folder: Path

    def __call__(
        self, *arguments: str, stdin: bytes = b"", status: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run and return the outcome, which never has a traceback.

        Args:
            arguments: those of the command.
            stdin: what stands on standard input.
            status: the exit status that is expected.
        """
        done = subprocess.run(
            [sys.executable, "-m", "teikit", *arguments],
            cwd=self.folder, input=stdin, capture_output=True, check=False,
        )  # fmt: skip
        result = subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )
        assert "Traceback" not in result.stderr, result.stderr
        if status is not None:
            assert result.returncode == status, result.stderr
        return result
