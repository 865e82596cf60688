"""Bytes to text: encodings tried in turn, and a file that mixes them refused with the place.

Statistical guessers take Windows-1252 for other code pages. Trying is enough here: UTF-16 shows
itself by a mark or by its NUL bytes, text with letters beyond ASCII is hardly ever valid UTF-8 by
chance, and what remains of the tools' exports is Windows-1252.
"""

import codecs
import io
import re
from dataclasses import dataclass

from pipeline.errors import ExportError
from pipeline.readers.other_files import refuse_no_text
from pipeline.readers.received import Received

CHUNK_BYTES = 16 * 1024 * 1024
# How many leading bytes decide whether a file without a mark is UTF-16.
PATTERN_BYTES = 2000
# æ, ø, å, é, ö ... and typographic quotes and dashes in UTF-8. Read as Windows-1252 they are "Ã" or
# "â€" followed by a sign that no word of the Nordic languages, English or German has there.
UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xbf]")


@dataclass(frozen=True)
class DecodedText:
    """A file's text as UTF-8 without a mark, and the name of the encoding it came in."""

    utf8: bytes
    encoding: str


def decode(file: Received) -> DecodedText:
    """Text of a file in ASCII, UTF-8, UTF-16 or Windows-1252, line endings as they are.

    Raises ExportError, with line and character, for anything else: an undefined byte, a mixture of
    UTF-8 and Windows-1252, a letter cut in two at the end, a NUL byte, a ZIP file, a web page.
    """
    refuse_no_text(file)
    text = _decoded(file)
    nul = text.utf8.find(b"\0")
    if nul >= 0:
        raise ExportError(
            f"{file.place}, {_position(text.utf8, nul, 'utf-8')}: a NUL byte. The file is damaged "
            "or no text; export it again as CSV in UTF-8."
        )
    return text


def _decoded(file: Received) -> DecodedText:
    utf16 = _utf16_codec(file.content)
    if utf16:
        try:
            return DecodedText(_transcoded(file.content, utf16), "UTF-16")
        except UnicodeDecodeError:
            raise _undecodable(file, utf16, "UTF-16") from None
    if file.content.isascii():
        return DecodedText(file.content, "ASCII")
    try:
        return DecodedText(_transcoded(file.content, "utf-8-sig"), "UTF-8")
    except UnicodeDecodeError:
        _refuse_mixture(file)
    try:
        return DecodedText(_transcoded(file.content, "cp1252"), "Windows-1252")
    except UnicodeDecodeError:
        raise _undecodable(file, "cp1252", "UTF-8, UTF-16 or Windows-1252") from None


def _utf16_codec(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = content[:PATTERN_BYTES]
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    # Headers are mostly ASCII, whose upper byte is NUL in UTF-16; a stray NUL is no pattern.
    if odd > pairs / 2 and not even:
        return "utf-16-le"
    if even > pairs / 2 and not odd:
        return "utf-16-be"
    return None


def _transcoded(content: bytes, codec: str) -> bytes:
    # In pieces: a whole str takes up to four bytes a character.
    decoder = codecs.getincrementaldecoder(codec)()
    view = memoryview(content)
    text = io.BytesIO()
    for start in range(0, len(content), CHUNK_BYTES):
        text.write(decoder.decode(view[start : start + CHUNK_BYTES]).encode())
    text.write(decoder.decode(b"", final=True).encode())
    return text.getvalue()


def _refuse_mixture(file: Received) -> None:
    letter = UTF8_LETTER.search(file.content)
    if letter is None:
        return
    start = letter.start()
    raise _undecodable(
        file,
        "utf-8",
        f"UTF-8, but the letter at {_position(file.content, start, 'utf-8')} is: the file mixes "
        f'two encodings ("{letter.group().decode()}" is '
        f'"{letter.group().decode("cp1252", "replace")}" in Windows-1252)',
    )


def _undecodable(file: Received, codec: str, wanted: str) -> ExportError:
    error = _decode_error(file.content, codec)
    place = f"{file.place}, {_position(file.content, error.start, codec)}"
    if error.reason in {"truncated data", "unexpected end of data"}:
        return ExportError(
            f"{place}: the file ends in the middle of a letter. It was cut while copying; copy it "
            "again."
        )
    return ExportError(
        f"{place}: byte {error.start} of the file, 0x{file.content[error.start]:02X}, is not "
        f"{wanted}. Export the file again as CSV in UTF-8."
    )


def _decode_error(content: bytes, codec: str) -> UnicodeDecodeError:
    try:
        content.decode(codec)
    except UnicodeDecodeError as error:
        return error
    raise AssertionError(f"decodes as {codec} after all")


def _position(content: bytes, offset: int, codec: str) -> str:
    lines = re.split(r"\r\n|\r|\n", content[:offset].decode(codec, "replace"))
    return f"line {len(lines)}, character {len(lines[-1]) + 1}"
