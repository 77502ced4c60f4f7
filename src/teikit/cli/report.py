"""Telling errors on standard error."""

from __future__ import annotations

import click

from teikit.errors import TeikitError


def report(error: TeikitError) -> None:
    """Tell an error on standard error: the place, the sentence, the hint."""
    place = f"{error.place}: " if error.place else ""
    click.secho("Error: ", fg="red", bold=True, nl=False, err=True)
    click.echo(f"{place}{error.message}", err=True)
    if error.hint:
        click.echo(f"Hint: {error.hint}", err=True)
