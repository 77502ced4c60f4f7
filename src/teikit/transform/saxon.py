"""XSLT 2.0 and 3.0, run by SaxonC-HE (the package ``saxonche``) in a process of its own.

There a sheet that never ends can be stopped, and no mistake in native code takes the user's work
with it.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from typing import IO, Any

from lxml import etree

from teikit.resources import data_directory
from teikit.tei import XML_NS
from teikit.transform.errors import TransformError
from teikit.transform.modules import SCHEME, Modules

_log = logging.getLogger(__name__)

_XML_BASE = f"{{{XML_NS}}}base"

SECONDS = 600.0
"""How long a sheet may take for one document."""

# What an expression that is evaluated while the sheet is compiled may call. The name of a function
# stands before a bracket, or before the "#" of a reference to it.
_CALLED = re.compile(r"[\w:.-]+(?=\s*[(#])")
_HARMLESS = frozenset(
    """and or if not true false system-property available-system-properties function-available
    element-available type-available concat string number exists empty starts-with
    contains""".split()
)
_PLACE = re.compile(r"(?:on|at) line (\d+)(?: column (\d+))? (?:of|in) (\S+?):?(?:\s|$)")
_CODE = re.compile(r"^\s*([A-Z]{4}\d{4})\s+", re.MULTILINE)
_REFUSED = re.compile(r"prohibited|disallowed|is disabled when")


class SaxonSheet:
    """A stylesheet that Saxon has compiled.

    Attributes:
        name: what messages call it.
        parameters: names of the parameters that it and the sheets it includes declare.
        method: what it says it makes.
    """

    def __init__(self, modules: Modules) -> None:
        """Compile a stylesheet.

        Raises:
            TransformError: Saxon is not installed, the sheet is wrong, or it would read other
                files while it is compiled.
        """
        if find_spec("saxonche") is None:
            raise TransformError(
                f"this is XSLT {modules.version:g}, for which Saxon is needed",
                place=str(modules.path),
                hint='Install it: pip install "teikit[xslt3]". XSLT 1.0 needs nothing.',
            )
        self.name = str(modules.path)
        self.parameters = modules.parameters
        self.method = modules.method
        self._modules = modules
        _check(modules)
        self._worker = _Worker()
        path = modules.path.resolve()
        self._ask({"sheet": str(path), "alone": len(modules.files) == 1}, "is not right")

    def run(self, tree: etree._ElementTree, parameters: Mapping[str, str]) -> Callable[[], str]:
        """Transform a document; see :class:`teikit.transform.sheets.Sheet`."""
        document = etree.tostring(tree.getroot(), encoding="unicode", with_tail=False)
        reply = self._ask({"document": document, "parameters": dict(parameters)}, "stopped")
        for message in reply["messages"]:
            _log.warning("%s: %s", self._modules.path.name, message)
        return lambda: str(reply["result"])

    def _ask(self, request: Mapping[str, object], what: str) -> dict[str, Any]:
        reply, talk = self._worker.ask(request)
        if reply is None:
            raise TransformError(
                "Saxon gave up on the stylesheet"
                if self._worker.died
                else f"the stylesheet took longer than {SECONDS:.0f} seconds",
                place=str(self._modules.path),
                hint="Look for a template that calls itself without end.",
            )
        if "error" in reply:
            raise self._error(reply["error"], reply.get("messages", []), talk, what)
        return reply

    def _error(self, error: str, messages: list[str], talk: str, what: str) -> TransformError:
        """The error that Saxon's words amount to."""
        place = self._place(error, talk)
        said = _sentence(error)
        if _REFUSED.search(error):
            return TransformError(
                f"the stylesheet tried to read or write outside: {said}",
                place=place,
                hint="A sheet sees only its document and its parameters, and writes one result; "
                "pass what it needs as a parameter.",
            )
        if "may be looping" in error:
            return TransformError(
                "the stylesheet calls itself without end",
                place=place,
                hint="A template that calls itself needs an xsl:if that ends it.",
            )
        if "terminated by xsl:message" in error:
            said = "; ".join(messages) or "it has an xsl:message that ends it"
        return TransformError(
            f"the stylesheet {what}: {said}",
            place=place,
            hint="If this is your own sheet, look at the instruction named here.",
        )

    def _place(self, *texts: str) -> str:
        """The file, line and column that Saxon names, under the names that the user knows."""
        found = next((match for text in texts if (match := _PLACE.search(text))), None)
        if found is None:
            return str(self._modules.path)
        line, column, name = found.groups()
        for path in self._modules.files:
            if name.endswith(f"/{path.name}") or name == path.name:
                break
        else:
            path = next(iter(self._modules.files))
        return ":".join(filter(None, (self._modules.shown(path), line, column)))


def _check(modules: Modules) -> None:
    """Refuse what Saxon would read while it compiles, before it is kept from reading anything."""
    for path, tree in modules.files.items():
        if path.is_relative_to(data_directory("xslt").resolve()):
            raise TransformError(
                "the sheets of teikit are XSLT 1.0, and cannot be imported here",
                place=str(modules.path),
                hint=f'Write version="1.0" in the sheet that imports {SCHEME}….',
            )
        # A sheet of one file is compiled from memory, and Saxon may read no file at all.
        if len(modules.files) > 1:
            _check_part(tree, modules.shown(path))


def _check_part(tree: etree._ElementTree, shown: str) -> None:
    """Refuse in a sheet of several files what could make Saxon read others."""
    if tree.docinfo.doctype:  # type: ignore[attr-defined]  # the stubs are older
        raise TransformError(
            "a stylesheet of several files may have no document type declaration",
            place=f"{shown}:1",
            hint="Take the <!DOCTYPE …> out.",
        )
    for element in tree.iter(etree.Element):
        if _XML_BASE in element.attrib:
            raise TransformError(
                "a stylesheet of several files may have no xml:base",
                place=f"{shown}:{element.sourceline}",
                hint="Write in @href where the file is, seen from this one.",
            )
    for element, text in _static(tree):
        if not _HARMLESS.issuperset(_CALLED.findall(text)):
            raise TransformError(
                f"the stylesheet calls functions before it runs: {text}",
                place=f"{shown}:{element.sourceline}",
                hint="In a stylesheet of several files, use-when and static expressions may call "
                f"only: {', '.join(sorted(_HARMLESS - {'and', 'or', 'if'}))}.",
            )


def _static(tree: etree._ElementTree) -> Iterator[tuple[etree._Element, str]]:
    """The expressions of a sheet that are evaluated while it is compiled."""
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            local = str(name).rpartition("}")[2]
            if local == "use-when":
                yield element, str(value)
            elif local.startswith("_"):
                # A shadow attribute (XSLT 3.0, section 3.13.2): what braces enclose is static.
                yield element, str(value).partition("{")[2].rpartition("}")[0]
        if element.get("static") in ("yes", "true", "1"):
            yield element, element.get("select", "")


def _sentence(error: str) -> str:
    """What Saxon says, in one line, its code at the end."""
    lines = error.strip().splitlines()
    code = _CODE.search(error)
    if code and len(lines) > 1:
        lines = lines[1:]
    said = " ".join(_CODE.sub("", "\n".join(lines), count=1).split())
    return f"{said} ({code[1]})" if code else said


class _Worker:
    """The other process: takes a request as a line of JSON, answers with another.

    Attributes:
        died: whether the process ended by itself.
    """

    def __init__(self) -> None:
        self.died = False
        self._talk = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "teikit.transform.saxon_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._talk,
        )
        self._end = weakref.finalize(self, _close, self._process, self._talk)

    def ask(self, request: Mapping[str, object]) -> tuple[dict[str, Any] | None, str]:
        """The answer to a request, None if there is none in time, and what Saxon said aside."""
        before = self._talk.seek(0, 2)
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        late = threading.Timer(SECONDS, self._process.kill)
        late.start()
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            self.died = late.is_alive()
            late.cancel()
        self._talk.seek(before)
        talk = self._talk.read().decode("utf-8", "replace")
        return (json.loads(line) if line else None), talk


def _close(process: subprocess.Popen[bytes], talk: IO[bytes]) -> None:
    process.kill()
    for stream in (process.stdin, process.stdout, talk):
        if stream:
            stream.close()
    process.wait()
