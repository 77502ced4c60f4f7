"""The group: help, version, completion, and a quick start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from running import Run

COMMANDS = ["convert", "inspect", "validate", "transform", "explain", "schema"]


def test_help_lists_the_commands_with_examples(run: Run) -> None:
    """The first thing a user reads names each command and shows how to begin."""
    text = run("--help", status=0).stdout
    for command in COMMANDS:
        assert f"  {command} " in text
    assert "\n    teikit convert letter.txt -o letter.xml\n" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_teaches_by_example(run: Run, command: str) -> None:
    """The help of a command has examples of it."""
    text = run(command, "--help", status=0).stdout
    assert "Examples:" in text
    assert f"teikit {command}" in text.split("Examples:")[1]


def test_version(run: Run) -> None:
    """``--version`` gives the package's version."""
    import teikit

    assert run("--version", status=0).stdout == f"teikit {teikit.__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    """The shells' completion scripts are there to be sourced."""
    from pathlib import Path

    done = subprocess.run(
        [Path(sys.executable).with_name("teikit")],
        env={"_TEIKIT_COMPLETE": f"{shell}_source", "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "_TEIKIT_COMPLETE" in done.stdout


@pytest.mark.parametrize("statement", ["import teikit", "import teikit.cli.main"])
def test_start_is_light(statement: str) -> None:
    """Nothing heavy is loaded before it is needed."""
    heavy = "{'lxml', 'rich', 'babel', 'xmlschema', 'elementpath', 'charset_normalizer', 'asyncio'}"
    code = f"{statement}\nimport sys\nprint(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
