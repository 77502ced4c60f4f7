"""The ``teikit`` command: the group that loads each subcommand when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from teikit import __version__
from teikit.cli.report import report
from teikit.errors import TeikitError

_COMMANDS = ("convert", "inspect", "validate", "transform", "serve", "explain", "schema")


class _LazyGroup(click.Group):
    """A group whose commands live in ``teikit.cli.<name>`` under their own name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"teikit.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say which command was probably meant where there is none of the given name."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, 1, 0.5) or _COMMANDS
            ctx.fail(f"There is no command “{args[0]}”. Did you mean {' or '.join(near)}?")
        return super().resolve_command(ctx, args)


@click.command(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Turn plain text into valid TEI, check TEI, and make HTML and plain text of it.

\b
  teikit convert letter.txt -o letter.xml
  teikit validate letter.xml
  teikit transform letter.xml --to html -o letter.html
""",
    epilog="Say “teikit COMMAND --help” for a command's options and examples.",
)
@click.version_option(__version__, "-V", "--version", message="teikit %(version)s")
def teikit() -> None:
    """The group of all commands."""


def main() -> NoReturn:
    """Run the command line; the exit status is 0 (clean), 1 (findings) or 2 (error)."""
    try:
        teikit(prog_name="teikit", standalone_mode=True)
    except TeikitError as error:
        report(error)
        sys.exit(2)
    except BrokenPipeError:
        # The reader went away (teikit … | head): nothing to say, and nothing left to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    raise AssertionError("click exits")
