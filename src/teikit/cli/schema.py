"""``teikit schema``: the store of the user's own schemas."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from teikit.cli.options import format_option

if TYPE_CHECKING:
    from teikit.schemastore.model import StoredSchema


@click.group(
    short_help="Keep schemas of your own.",
    epilog="""\b
Examples:
  teikit schema add epidoc https://epidoc.stoa.org/schema/latest/tei-epidoc.rng
  teikit schema add ours ../schema/project.rnc
  teikit schema list
  teikit schema which letter.xml
  teikit validate letter.xml --schema epidoc
""",
)
def schema() -> None:
    """Keep schemas of your own: fetch them once, then use them by their names.

    Nothing is fetched but by “add”, and by “teikit validate --fetch”.
    """


@schema.command()
@click.argument("name", metavar="NAME")
@click.argument("source", metavar="URL|FILE")
@click.option("--sha256", metavar="HASH", default="", help="What the schema's SHA-256 must be.")
@click.option(
    "--mirror",
    metavar="URL",
    help="Fetch from here instead of the schema's own host; {host} stands for that host.  "
    "[env: TEIKIT_SCHEMA_MIRROR]",
)
@click.option(
    "--known-as",
    metavar="URL",
    default="",
    help="The URL by which documents name the schema, if it is fetched from elsewhere.",
)
@click.option("--replace", is_flag=True, help="Replace the schema of this name.")
def add(
    name: str, source: str, sha256: str, mirror: str | None, known_as: str, replace: bool
) -> None:
    """Fetch a schema and keep it under a name.

    The files that it includes by relative references come along. RELAX NG (.rng, .rnc), XML
    Schema (.xsd), DTD and Schematron (.sch) can be used.
    """
    from teikit.schemastore.add import add as add_schema

    stored = add_schema(
        name, source, sha256=sha256, mirror=mirror, added=_now(), known_as=known_as, replace=replace
    )
    click.echo(f"Added {_line(stored)}.", err=True)
    click.echo(f"SHA-256 {stored.files[0].sha256}", err=True)


@schema.command("list")
@format_option
def list_(format_: str) -> None:
    """List the schemas that there are."""
    from teikit.schemastore.addresses import shown
    from teikit.schemastore.store import Store

    schemas = Store().schemas()
    if format_ == "json":
        _echo(json.dumps([_facts(one) for one in schemas], ensure_ascii=False, indent=2))
        return
    if not schemas:
        click.echo("The store is empty. Add a schema: teikit schema add NAME URL", err=True)
    longest = max((len(one.name) for one in schemas), default=0)
    for one in schemas:
        _echo(
            f"{one.name:{longest}}  {one.kind}  {shown(one.origin.known_as or one.origin.source)}"
        )


@schema.command()
@click.argument("name", metavar="NAME")
@format_option
def show(name: str, format_: str) -> None:
    """Show a schema's kind, source, files and hashes."""
    from teikit.schemastore.addresses import shown
    from teikit.schemastore.store import Store

    stored = Store().find(name)
    if format_ == "json":
        _echo(json.dumps(_facts(stored), ensure_ascii=False, indent=2))
        return
    _echo(_line(stored))
    _row("Source", shown(stored.origin.source))
    if stored.origin.known_as:
        _row("Known as", stored.origin.known_as)
    _row("File", str(stored.path))
    if stored.origin.added:
        _row("Added", stored.origin.added)
    if stored.roots:
        _row("Begins with", _some(stored.roots))
    for file in stored.files:
        _row("", f"{file.sha256}  {file.size:>9,}  {file.path}")


@schema.command()
@click.argument("document", metavar="DOCUMENT")
@click.option("--schema", "asked", metavar="NAME|FILE|URL", help="As with “teikit validate”.")
@format_option
def which(document: str, asked: str | None, format_: str) -> None:
    """Tell which schema a document is checked against.

    Without --schema it is what the document names, if that is in the store or a local file, and
    full TEI P5 otherwise.
    """
    from teikit.schemastore.resolve import resolve

    found = resolve(document, asked)
    if format_ == "json":
        facts = {
            "name": found.name,
            "path": str(found.path),
            "kind": found.kind,
            "reason": found.reason,
            "rules": [str(path) for path in found.rules],
        }
        _echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    _echo(found.name or str(found.path))
    _row("Why", found.reason)
    if found.name:
        _row("File", str(found.path))
    for path in found.rules:
        _row("Rules", str(path))


@schema.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
def remove(names: Sequence[str]) -> None:
    """Remove schemas from the store."""
    from teikit.schemastore.store import Store

    store = Store()
    for name in dict.fromkeys(names):
        store.find(name)
    for name in dict.fromkeys(names):
        store.remove(name)
        click.echo(f"Removed {name}.", err=True)


def _line(stored: StoredSchema) -> str:
    """A schema in a line."""
    from teikit.schemastore.model import KIND_NAMES

    rules = " with Schematron rules" if stored.has_rules else ""
    count = len(stored.files)
    size = sum(file.size for file in stored.files)
    files = "1 file" if count == 1 else f"{count} files"
    return f"{stored.name}: {KIND_NAMES[stored.kind]}{rules}, {files}, {size:,} bytes"


def _facts(stored: StoredSchema) -> dict[str, Any]:
    from dataclasses import asdict

    facts = asdict(stored)
    return {**facts, "folder": str(stored.folder), "path": str(stored.path)}


def _some(names: Sequence[str], most: int = 12) -> str:
    more = f", … ({len(names)})" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _row(label: str, text: str) -> None:
    _echo(f"  {label:13}{text}")


def _echo(text: str) -> None:
    # File names need not be UTF-8, and a terminal need not know all characters.
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


def _now() -> str:
    """The time, or that in SOURCE_DATE_EPOCH, in ISO format and UTC."""
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
