"""Widths of words, and lines that fit a width. Lengths are in pixels of the drawing."""

import re
from collections.abc import Callable
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
WIDTH_SLACK = 0.01  # px; so that words wrapped to exactly their width stay on one line


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


def lines_within(words: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The words in lines no wider than `width`, broken at spaces, else after a hyphen or slash,
    else inside a word, with a hyphen. Nothing is cut off. No words are no lines."""

    def fits(line: str) -> bool:
        return width_of(line.rstrip(" "), size, bold) <= width + WIDTH_SLACK

    lines: list[str] = []
    for piece in _pieces(words):
        if lines and fits(lines[-1] + piece):
            lines[-1] += piece
            continue
        while not fits(piece) and len(piece.rstrip(" ")) > 1:
            length = _longest_start(piece, fits)
            lines.append(piece[:length] + "-")
            piece = piece[length:]
        lines.append(piece)
    return tuple(line.strip(" ") for line in lines)


def _pieces(words: str) -> list[str]:
    """Where a line may break: after a space, and after a hyphen or slash between letters."""
    tidy = re.sub(r"[ \t\r\n\f\v]+", " ", words).strip(" ")
    return [piece for piece in re.split(r"(?<= )|(?<=\w[-/])(?=\w)", tidy) if piece]


def _longest_start(piece: str, fits: Callable[[str], bool]) -> int:
    length = len(piece) - 1
    while length > 1 and not fits(piece[:length] + "-"):
        length -= 1
    return length
