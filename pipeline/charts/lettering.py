"""Widths of words, and lines that fit a width. Lengths are in pixels of the drawing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

# The font that matplotlib carries, by file, so that every machine draws the same outlines.
FONT_FOLDER = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
FONT_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}

LINE_HEIGHT = 1.32
"""Distance of two baselines, in font sizes."""
CAPITAL_HEIGHT = 0.73
"""Height of a capital letter in font sizes: what the eye takes for the height of a line."""

REFERENCE_SIZE = 100.0
MEASURED_WORDS = 20_000
BREAKS = re.compile(r"(?<= )|(?<=\w[-/])(?=\w)")
"""A line may break after a space, and after a hyphen or slash between letters."""
BALANCING_STEP = 0.94
SLACK = 0.01  # px; words that need exactly the width fit it


@cache
def font(bold: bool) -> FontProperties:
    """The font of every drawing."""
    return FontProperties(fname=FONT_FOLDER / FONT_FILES[bold], size=REFERENCE_SIZE)


def width_of(words: str, size: float, bold: bool = False) -> float:
    """The width of a line."""
    return _reference_width(words, bold) * size / REFERENCE_SIZE


@lru_cache(MEASURED_WORDS)
def _reference_width(words: str, bold: bool) -> float:
    if not words:
        return 0.0
    width, _, _ = text_to_path.get_text_width_height_descent(words, font(bold), ismath=False)
    return float(width)


@dataclass(frozen=True)
class _Piece:
    """What stays on one line, and its width without and with the space after it."""

    text: str
    width: float
    advance: float


def lines_within(words: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The words in as few lines no wider than `width` as they need, of about equal length.

    Lines break at spaces, else after a hyphen or slash, else inside a word, with a hyphen.
    Nothing is cut off. No words are no lines.
    """
    pieces = [
        piece
        for text in _unbroken(words)
        for piece in _that_fit(_measured(text, size, bold), width, size, bold)
    ]
    lines = _filled(pieces, width)
    if len(lines) < 2:
        return lines
    shortest = sum(piece.advance for piece in pieces) / len(lines)
    narrower = width * BALANCING_STEP
    while narrower > shortest and len(tighter := _filled(pieces, narrower)) == len(lines):
        lines = tighter
        narrower *= BALANCING_STEP
    return lines


def _unbroken(words: str) -> list[str]:
    # Not str.split(): a no-break space does not break.
    tidy = re.sub(r"[ \t\r\n\f\v]+", " ", words).strip(" ")
    return [piece for piece in BREAKS.split(tidy) if piece]


def _measured(text: str, size: float, bold: bool) -> _Piece:
    word = text.rstrip(" ")
    width = width_of(word, size, bold)
    space = width_of("n n", size, bold) - width_of("nn", size, bold)
    return _Piece(text, width, width + (len(text) - len(word)) * space)


def _that_fit(piece: _Piece, width: float, size: float, bold: bool) -> list[_Piece]:
    """The piece, or the parts of a word that is too long for any line."""
    if piece.width <= width + SLACK or len(piece.text.rstrip(" ")) < 2:
        return [piece]
    length = len(piece.text.rstrip(" ")) - 1
    while length > 1 and width_of(piece.text[:length] + "-", size, bold) > width:
        length -= 1
    start = _measured(piece.text[:length] + "-", size, bold)
    rest = _measured(piece.text[length:], size, bold)
    return [start, *_that_fit(rest, width, size, bold)]


def _filled(pieces: Sequence[_Piece], width: float) -> tuple[str, ...]:
    lines: list[str] = []
    used = 0.0
    for piece in pieces:
        if lines and used + piece.width <= width + SLACK:
            lines[-1] += piece.text
            used += piece.advance
        else:
            lines.append(piece.text)
            used = piece.advance
    return tuple(line.strip(" ") for line in lines)
