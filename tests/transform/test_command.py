"""``teikit transform``: files in and out, options, and exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions import tei
from teikit.cli.transform import transform
from teikit.errors import InputError, UsageError

LONG = "word " * 40


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A TEI file."""
    path = tmp_path / "document.xml"
    path.write_bytes(tei(f"<p>{LONG}<note n='1' place='end'>Noted.</note></p>"))
    return path


def run(*arguments: object) -> str:
    """Run the command and give its standard output."""
    return CliRunner().invoke(transform, [str(a) for a in arguments], catch_exceptions=False).output


def test_html_goes_to_a_file(document: Path, tmp_path: Path) -> None:
    """The page is written as UTF-8 where -o says."""
    assert run(document, "-o", tmp_path / "page.html") == ""
    assert "Noted." in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_text_goes_to_standard_output_in_the_width_asked(document: Path) -> None:
    """Lines are wrapped at spaces; without a width a paragraph is a line."""
    lines = run(document, "--to", "text", "--width", "40", "--notes", "none").splitlines()
    assert max(len(line) for line in lines) <= 40
    assert "Noted" not in "".join(lines)
    assert LONG.strip() in run(document, "--to", "text", "--notes", "none")


def test_a_parameter_reaches_the_sheet(document: Path) -> None:
    """--param name=value is the way to all parameters."""
    assert "<title>Other</title>" in run(document, "--param", "title=Other")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--notes", "end"],
        ["--param", "title"],
        ["--to", "text", "--width", "3"],
        ["--to", "text", "--width", "-1"],
        ["--to", "pdf"],
        ["--split", "div"],
        ["--split", "div", "-o", "-"],
        ["--split", "div", "-o", "page.html"],
        ["--split", "div", "--fragment", "-o", "site"],
        ["--split", "div", "--to", "text", "-o", "site"],
        ["--fragment", "--to", "text"],
        ["--id-prefix", "x-"],
        ["--no-speakers"],
        ["--offsets", "map.json"],
        ["--to", "text", "--offsets", "-"],
    ],
)
def test_wrong_usage_is_told(document: Path, arguments: list[str]) -> None:
    """Each has a sentence and a hint."""
    with pytest.raises(UsageError) as caught:
        run(document, *arguments)
    assert caught.value.hint


def test_the_document_is_never_overwritten(document: Path) -> None:
    """Giving the source as output is refused before anything is written."""
    before = document.read_bytes()
    with pytest.raises(UsageError, match="overwritten"):
        run(document, "-o", document)
    assert document.read_bytes() == before


def test_a_site_goes_to_a_folder(document: Path, tmp_path: Path) -> None:
    """The folder is made; what else is in it stays."""
    folder = tmp_path / "deep" / "site"
    assert run(document, "--split", "div", "-o", folder) == ""
    assert [path.name for path in folder.iterdir()] == ["index.html"]
    (folder / "other.txt").write_text("mine")
    run(document, "--split", "div", "-o", f"{folder}/")
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "other.txt"]


def test_a_site_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    """The document is transformed before the folder is made."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI")
    with pytest.raises(InputError):
        run(broken, "--split", "div", "-o", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_fragment_goes_to_standard_output(document: Path) -> None:
    """An article, with the ids that were asked for."""
    output = run(document, "--fragment", "--id-prefix", "x-")
    assert output.startswith("<article")
    assert 'id="x-note:1"' in output


def test_options_of_text_reach_the_text(document: Path, tmp_path: Path) -> None:
    """Each option has its parameter."""
    document.write_bytes(
        tei(
            "<div><head>One</head><sp><speaker>A.</speaker><p><choice><sic>teh</sic><corr>the</corr>"
            '</choice> cafe\u0301<pb n="2"/></p></sp></div>'
        )
    )
    text = run(
        document, "--to", "text", "--no-speakers", "--no-headings", "--reading", "regularised",
        "--page-numbers", "breaks", "--normalization", "NFC",
    )  # fmt: skip
    assert text == "the caf\u00e9 [p. 2]\n"


def test_offsets_stand_beside_the_text(document: Path, tmp_path: Path) -> None:
    """A JSON file for each text, with ranges of its characters."""
    run(document, "--to", "text", "-o", tmp_path / "a.txt", "--offsets", tmp_path / "a.json")
    text = (tmp_path / "a.txt").read_text("utf-8")
    ranges = json.loads((tmp_path / "a.json").read_text("utf-8"))["ranges"]
    assert [text[entry["start"] : entry["end"]] for entry in ranges][1] == "Noted."


def test_many_files_go_into_a_folder(document: Path, tmp_path: Path) -> None:
    """A broken one is told, the others are done, and the exit status is 2."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI>")
    result = CliRunner().invoke(
        transform, [str(broken), str(document), "--to", "text", "-o", f"{tmp_path}/site/"]
    )
    assert result.exit_code == 2
    assert "broken.xml" in result.stderr
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["document.txt"]


def test_several_files_need_a_folder(document: Path) -> None:
    """Standard output takes one result."""
    with pytest.raises(UsageError, match="standard output"):
        run(document, document)
