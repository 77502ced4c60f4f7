"""Validates many documents, in several processes if there are many."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from teikit.errors import TeikitError
from teikit.validate.api import Validator
from teikit.validate.finding import Failure, Result
from teikit.validate.members import Member

if TYPE_CHECKING:
    from concurrent.futures import Executor

# Fewer documents are done before helpers have started.
_FEW = 24
_MOST_JOBS = 8
_LONGEST_CHUNK = 64

_own = threading.local()

Files = Sequence[str | os.PathLike[str]]


def validate_all(files: Files, validator: Validator, jobs: int = 0) -> Iterator[Result]:
    """Validate documents; what cannot be read does not stop the others.

    Args:
        files: paths; ``"-"`` is standard input; a ``Member`` is a file in an archive.
        validator: says how.
        jobs: how many documents to validate at a time; 0 chooses.

    Returns:
        A report or a failure for each document, in the order of ``files``.
    """
    if not jobs:
        jobs = min(os.cpu_count() or 1, _MOST_JOBS) if len(files) > _FEW else 1
    if jobs == 1 or "-" in files or len(files) < 2:
        return (_validate(validator, file) for file in files)
    # What the first document needs, the helpers then have from the start.
    first = _validate(validator, files[0])
    return chain([first], _in_parallel(files[1:], validator, jobs))


def _validate(validator: Validator, file: str | os.PathLike[str]) -> Result:
    try:
        if isinstance(file, Member):
            return validator.validate(file.read(validator.limits), os.fspath(file))
        return validator.validate(file)
    except TeikitError as error:
        return Failure(os.fspath(file), error)


def _executor(validator: Validator, jobs: int) -> Executor:
    """Processes where they start at once, else threads, in which only lxml is parallel."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

    forks = "fork" in multiprocessing.get_all_start_methods()
    if forks and threading.active_count() == 1:
        context = multiprocessing.get_context("fork")
        return ProcessPoolExecutor(jobs, context, _prepare, (validator,))
    return ThreadPoolExecutor(jobs, initializer=_prepare, initargs=(validator,))


def _prepare(validator: Validator) -> None:
    import multiprocessing
    import signal

    if multiprocessing.parent_process() is not None:
        # Ctrl-C reaches all processes of a terminal; the first one ends the others.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own.validator = validator.twin()


def _validate_chunk(files: Files) -> list[Result]:
    return [_validate(_own.validator, file) for file in files]


def _in_parallel(files: Files, validator: Validator, jobs: int) -> Iterator[Result]:
    # Neighbours go together: they are often of a kind, and a message costs time.
    size = max(1, min(_LONGEST_CHUNK, len(files) // (4 * jobs)))
    chunks = (files[start : start + size] for start in range(0, len(files), size))
    pool = _executor(validator, jobs)
    try:
        # Only so many at a time, lest the reports of all documents wait in memory.
        waiting = [pool.submit(_validate_chunk, chunk) for chunk in islice(chunks, 4 * jobs)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(_validate_chunk, chunk) for chunk in islice(chunks, 1)]
    finally:
        # Whoever stops listening does not wait for what is left.
        pool.shutdown(cancel_futures=True)
