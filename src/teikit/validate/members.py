"""Documents in ZIP archives, read without unpacking."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.errors import InputError
from teikit.parse import too_large

if TYPE_CHECKING:
    from zipfile import ZipFile

    from teikit.parse import Limits

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; as a path it is ``archive.zip!/folder/file.xml``.

    Attributes:
        archive: the path of the archive.
        name: the file's name in it.
    """

    archive: str
    name: str

    def __fspath__(self) -> str:
        return f"{self.archive}!/{self.name}"

    __str__ = __fspath__

    def read(self, limits: Limits) -> bytes:
        """Its bytes, unpacked.

        Raises:
            InputError: it is locked by a password, damaged, or larger than the limit.
        """
        import zlib
        from zipfile import BadZipFile

        try:
            # A file of a few bytes may unpack to gigabytes: no more is read than is allowed.
            chunks, size = [], 0
            with _archive(self.archive, os.getpid()).open(self.name) as file:
                while size <= limits.size and (chunk := file.read(_CHUNK)):
                    chunks.append(chunk)
                    size += len(chunk)
        except (BadZipFile, zlib.error, OSError, NotImplementedError, KeyError, EOFError) as error:
            raise InputError(
                "the file cannot be unpacked", place=str(self), hint="Make the archive anew."
            ) from error
        except RuntimeError as error:
            raise InputError(
                "the file is locked", place=str(self), hint="Unpack the archive yourself."
            ) from error
        if size > limits.size:
            raise too_large(str(self), limits)
        return b"".join(chunks)


@lru_cache(maxsize=4)
def _archive(path: str, process: int) -> ZipFile:
    """An open archive, one for each process: they would disturb each other."""
    from zipfile import ZipFile

    return ZipFile(path)


def members(archive: str, suffixes: tuple[str, ...]) -> list[Member]:
    """The files in an archive whose names have certain endings, sorted.

    Raises:
        InputError: it is no ZIP archive, or cannot be read.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(archive) as opened:
            names = [one.filename for one in opened.infolist() if not one.is_dir()]
    except BadZipFile as error:
        raise InputError("this is no ZIP archive", place=archive) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"the archive cannot be read: {reason}", place=archive) from error
    # macOS puts a shadow of each file into a folder of this name.
    real = {name for name in names if not name.startswith("__MACOSX/")}
    return [Member(archive, name) for name in sorted(real) if _suffix(name) in suffixes]


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
