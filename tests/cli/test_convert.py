"""``teikit convert`` as a user meets it."""

from __future__ import annotations

from pathlib import Path

from running import Run

TEXT = (
    "The Old Mill\nby Jane Roe\n\n\nStalin met Mr. Jones in May 1932. [1]\n\n[1] So it is said.\n"
)


def test_text_to_file(run: Run, tmp_path: Path) -> None:
    """A document is written, and nothing said where there is nothing to say."""
    (tmp_path / "mill.txt").write_text(TEXT)
    result = run("convert", "mill.txt", "-o", "mill.xml", status=0)
    assert (result.stdout, result.stderr) == ("", "")
    document = (tmp_path / "mill.xml").read_text()
    assert document.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model href="https://')
    assert '<date when="1932-05">May 1932</date>' in document
    assert document.endswith("</TEI>\n")


def test_standard_input_to_standard_output(run: Run) -> None:
    """A dash is standard input; without -o the document goes to standard output."""
    result = run("convert", "-", stdin=TEXT.encode(), status=0)
    assert "<title>The Old Mill</title>" in result.stdout


def test_several_texts_into_a_folder(run: Run, tmp_path: Path) -> None:
    """Each text has its document; a bad one is told and does not stop the others."""
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(b"")
    result = run("convert", "one.txt", "bad.txt", "two.txt", "-o", "out/", status=2)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.xml", "two.xml"]
    assert "bad.txt: the text is empty" in result.stderr


def test_options_reach_the_document(run: Run, tmp_path: Path) -> None:
    """Metadata, notes and annotators are as the options say."""
    (tmp_path / "mill.txt").write_text(TEXT)
    result = run(
        "convert", "mill.txt", "--notes", "end", "--annotators", "none", "--title", "Mill",
        "--author", "A", "--author", "B", "--license", "CC0-1.0", "--date", "2026-11", status=0,
    )  # fmt: skip
    assert "<title>Mill</title>" in result.stdout
    assert "<author>A</author>" in result.stdout
    assert "<author>B</author>" in result.stdout
    assert '<change who="#teikit" when="2026-11">' in result.stdout
    assert '<ref target="#note1" type="note">[1]</ref>' in result.stdout
    assert "<persName" not in result.stdout
    assert '<date when="1932-05"' not in result.stdout


def test_markup_is_told(run: Run) -> None:
    """Whoever converts a web page or a TEI document learns that it is not what it seems."""
    result = run("convert", "-", stdin=b"<!DOCTYPE html>\n<p>A page</p>\n", status=0)
    assert "XML or HTML, not plain text" in result.stderr
    assert "&lt;p&gt;A page" in result.stdout


def test_notices_name_the_line(run: Run, tmp_path: Path) -> None:
    """What a user should look at is said on standard error, with its place."""
    (tmp_path / "mill.txt").write_bytes(TEXT.encode() + b"\n[2] Lost\x02.\n")
    result = run("convert", "mill.txt", "-o", "mill.xml", status=0)
    assert "mill.txt:9:1: the note [2] has no marker" in result.stderr
    assert "mill.txt:9:9: U+0002 cannot stand in XML" in result.stderr
    assert run("convert", "-q", "mill.txt", "-o", "mill.xml", status=0).stderr == ""


def test_date_comes_from_the_environment(run: Run, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """SOURCE_DATE_EPOCH dates the encoding; no clock does."""
    (tmp_path / "mill.txt").write_text(TEXT)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "<change who=" in run("convert", "mill.txt", status=0).stdout
    assert "when=" not in run("convert", "mill.txt", "--annotators", "names", status=0).stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    assert 'when="2025-11-24"' in run("convert", "mill.txt", status=0).stdout


def test_marks_go_out_and_come_back(run: Run, tmp_path: Path) -> None:
    """Marks of several texts go to a folder, and are woven from there."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
    run("convert", "one.txt", "two.txt", "-o", "a/", "--spans-out", "marks/", status=0)
    marks = tmp_path / "marks" / "two.json"
    marks.write_text(marks.read_text().replace("1932-05", "1933-05"))
    run("convert", "one.txt", "two.txt", "-o", "b/", "--spans-in", "marks", status=0)
    assert 'when="1932-05"' in (tmp_path / "b" / "one.xml").read_text()
    assert 'when="1933-05"' in (tmp_path / "b" / "two.xml").read_text()


def test_options_that_exclude_each_other(run: Run, tmp_path: Path) -> None:
    """What cannot go together is said."""
    (tmp_path / "mill.txt").write_text(TEXT)
    run("convert", "mill.txt", "-o", "mill.xml", "--spans-out", "mill.json", status=0)
    for arguments, message in (
        (["--spans-in", "mill.json", "--annotators", "names"], "takes the place of --annotators"),
        (["--spans-in", "mill.json", "--name-parts"], "woven as they are"),
        (["--spans-out", "-"], "only one result can go to standard output"),
        (["--spans-in", "none.json"], "none.json: the spans cannot be read"),
        (["--authority", "mill.txt"], "authority files end in .csv"),
    ):
        assert message in run("convert", "mill.txt", *arguments, status=2).stderr
