"""Options that several commands share."""

from __future__ import annotations

import click

format_option = click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write.",
)
"""How a command writes what it tells: for people, or for programs."""
