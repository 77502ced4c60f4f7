"""Reading: encodings, line ends, characters that XML cannot hold, and what is no text."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.errors import InputError, UsageError
from teikit.text.read import read
from teikit.text.source import Source

WESTERN = "“Naïve” café – a résumé, it’s £5."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Zoë".encode(), "Zoë", "UTF-8"),
        ("\ufeffZoë".encode(), "Zoë", "UTF-8"),
        ("Zoë".encode("utf-16"), "Zoë", "UTF-16"),
        ("\ufeffZoë".encode("utf-16-be"), "Zoë", "UTF-16"),
        ("Zoë went home.".encode("utf-16-le"), "Zoë went home.", "UTF-16"),
        ("\ufeffZoë".encode("utf-32-le"), "Zoë", "UTF-32"),
        (WESTERN.encode("cp1252"), WESTERN, "WINDOWS-1252"),
        (WESTERN.replace("£", "").encode("mac_roman"), WESTERN.replace("£", ""), "MAC-ROMAN"),
        ("Müller grüßt schön.".encode("latin-1"), "Müller grüßt schön.", "WINDOWS-1252"),
        ("Привет мир, как дела сегодня?".encode("cp1251"), None, "WINDOWS-1251"),
        ("日本語のテキストです。これは長い文章です。".encode("shift_jis"), None, "SHIFT_JIS"),
    ],
)
def test_encoding_is_recognised(data: bytes, text: str | None, encoding: str) -> None:
    """Unicode with and without a mark, Western and other 8-bit texts come out right."""
    source = read(data)
    assert source.encoding == encoding
    assert source.text == (text or data.decode(encoding))


def test_encoding_that_is_stated_is_used() -> None:
    """What the user says goes before what the bytes suggest."""
    source = read("Ünïcode".encode("mac_roman"), encoding="mac-roman")
    assert (source.text, source.encoding_guessed) == ("Ünïcode", False)


def test_encoding_nobody_knows_is_an_error() -> None:
    """A misspelt name of an encoding is told, with examples."""
    with pytest.raises(UsageError, match="utf-9") as caught:
        read(b"text", encoding="utf-9")
    assert "utf-8" in caught.value.hint


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_line_ends_are_one(end: str) -> None:
    """Every way to end a line gives the same text."""
    assert read(f"one{end}two{end}{end}three".encode()).text == "one\ntwo\n\nthree"


def test_forbidden_characters_are_shown_and_listed() -> None:
    """A control character becomes its picture, and its place is known."""
    source = read(b"one\ntw\x01o\x1b")
    assert source.text == "one\ntw\u2401o\u241b"
    assert [(r.found, r.shown) for r in source.replacements] == [
        ("U+0001", "\u2401"),
        ("U+001B", "\u241b"),
    ]
    assert source.place(source.replacements[0].offset) == "text:2:3"


def test_stray_bytes_in_utf8_are_read_as_windows_1252() -> None:
    """A quotation mark pasted from another encoding does not spoil a UTF-8 text."""
    source = read("“Ça va, mon frère? Très bien, été.” ".encode() + b"\x93x\x94")
    assert source.encoding == "UTF-8"
    assert source.text.endswith("“x”")
    assert [r.found for r in source.replacements] == ["byte 0x93", "byte 0x94"]


def test_provenance_is_that_of_the_bytes(tmp_path: Path) -> None:
    """Name, size and digest are the file's, whatever was done to the characters."""
    data = b"\xef\xbb\xbfone\r\ntwo"
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    source = read(path)
    assert (source.name, source.size) == ("letter.txt", len(data))
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the text is empty"),
        (b" \r\n\t ", "nothing but white space"),
        (b"%PDF-1.4 \xff\xfe", "PDF"),
        (b"PK\x03\x04" + bytes(40), "Word"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, sentence: str) -> None:
    """Empty and binary input gets a sentence and a hint."""
    with pytest.raises(InputError, match=sentence) as caught:
        read(data)
    assert caught.value.hint


def test_folder_and_missing_file_are_told(tmp_path: Path) -> None:
    """A folder and a misspelt path are told apart."""
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")


def test_stream_is_read_in_binary() -> None:
    """A binary stream is read; one of strings is refused with advice."""
    assert read(io.BytesIO(b"one")).text == "one"
    with pytest.raises(UsageError, match="strings"):
        read(io.StringIO("one"))  # type: ignore[arg-type]


@given(st.text(min_size=1).filter(lambda text: text.strip("\ufeff").strip()))
def test_any_text_is_read_whole(text: str) -> None:
    """Nothing disappears: what is not replaced visibly is there, in order."""
    source = Source.from_text(text)
    shown = {replacement.offset: replacement for replacement in source.replacements}
    kept = [c for at, c in enumerate(source.text) if at not in shown and not c.isspace()]
    expected = [c for c in text if not c.isspace()]
    forbidden = [r.found for r in source.replacements if not chr(int(r.found[2:], 16)).isspace()]
    assert len(kept) + len(forbidden) == len(expected)
    assert kept == [c for c in expected if f"U+{ord(c):04X}" not in forbidden]
