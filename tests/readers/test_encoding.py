from pathlib import Path

import pytest

from pipeline.errors import ExportError
from pipeline.readers import encoding
from pipeline.readers.encoding import decode
from pipeline.readers.export import Source
from pipeline.readers.received import Received


def received(content: bytes) -> Received:
    return Received(Path("svar.csv"), content, Source("svar.csv", len(content), ""))


DANISH = "id;svar\r\n1;Rødgrød på Ærø – “ja”\r\n"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (DANISH.encode("utf-8"), "UTF-8"),
        (DANISH.encode("utf-8-sig"), "UTF-8"),
        (DANISH.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + DANISH.encode("utf-16-be"), "UTF-16"),
        (DANISH.encode("utf-16-le"), "UTF-16"),
        (DANISH.encode("utf-16-be"), "UTF-16"),
        (DANISH.encode("cp1252"), "Windows-1252"),
    ],
)
@pytest.mark.parametrize("chunk", [1, 3, 1_000_000])
def test_each_encoding_gives_the_same_text(content, name, chunk, monkeypatch):
    monkeypatch.setattr(encoding, "CHUNK_BYTES", chunk)
    text = decode(received(content))
    assert text.utf8.decode() == DANISH
    assert text.encoding == name


def test_text_without_letters_beyond_ascii_is_called_ascii():
    assert decode(received(b"id;a\n1;2\n")).encoding == "ASCII"


def test_a_last_letter_in_windows_1252_is_no_cut_utf8():
    assert decode(received("id;a\n1;blå".encode("cp1252"))).utf8.decode() == "id;a\n1;blå"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "id;svar\n1;på\n2;gå ".encode() + "så".encode("cp1252") + b"\n",
            r"svar\.csv, line 3, character 7: byte 21 of the file, 0xE5, is not UTF-8, but the "
            r"letter at line 2, character 4 is: the file mixes two encodings",
        ),
        (
            b"id;svar\n1;p\xc3\xa5\n2;bl\xc3",
            r"line 3, character 5: .*ends in the middle of a letter.*copy it again",
        ),
        (
            "id;svar\n1;på".encode("utf-16")[:-1],
            r"line 2, character 4: .*ends in the middle of a letter.*copy it again",
        ),
        (
            b"id;svar\n1;\xe5\x81\n",
            r"line 2, character 4: byte 11 of the file, 0x81, is not UTF-8, UTF-16 or Windows",
        ),
        (b"id;svar\n1;a\0b\n", r"line 2, character 4: a NUL byte"),
        ("id;svar\n1;a\0b\n".encode("utf-16"), r"line 2, character 4: a NUL byte"),
        (b"PK\x03\x04rest", r"is a ZIP or XLSX file, not text\. Name it \.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1", r"is an old \.xls file, not text\. Save it as XLSX or CSV"),
        (b"\x1f\x8b\x08\x00", r"is packed, and no text\. Unpack it first"),
        (b"%PDF-1.7\nid;a\n", "is a PDF document"),
        (b"\xef\xbb\xbf\n<html><table>", "is a web page"),
        (b"<!doctype html>\n<table>", "is a web page"),
    ],
    ids=[
        "mixture",
        "cut utf-8",
        "cut utf-16",
        "undefined",
        "nul",
        "nul in utf-16",
        "zip",
        "xls",
        "gzip",
        "pdf",
        "html",
        "doctype",
    ],
)
def test_a_wrong_encoding_is_refused_with_the_place(content, message):
    with pytest.raises(ExportError, match=message):
        decode(received(content))


def test_a_single_carriage_return_ends_a_line_too():
    with pytest.raises(ExportError, match=r"line 3, character 2: "):
        decode(received(b"a\rb\r1\0"))
