"""The file of codes of the open answers, by two coders who do not exist.

The first codes every answer with the themes that it was made of, and releases some. The second
codes some of them and sees now and then a theme less, one more, or another one.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from .chance import shuffled, stream
from .open_answers import open_answers
from .records import Row

NAME = "open_innovation_codes.csv"
HEADER = ("respondent", "coder", "themes", "released", "note", "answer")
FIRST, SECOND = "koder_1", "koder_2"
CODED_TWICE = 60
OVERLOOKED, ADDED, MISTAKEN = 0.25, 0.06, 0.07
FORMULA_SIGNS = ("=", "+", "-", "@")  # an apostrophe keeps spreadsheets from computing


def write_codes(folder: Path, rows: Sequence[Row], line: Callable[[Sequence[str]], str]) -> None:
    """Write the file beside the export, in the order of the rows."""
    themes = open_answers()
    answered = [row for row in rows if row["s_5"]]
    released = _released(themes)
    twice = {row["respondent"] for row in shuffled("coded twice", answered)[:CODED_TWICE]}
    coded = [(row, FIRST, themes[row["s_5"]]) for row in answered]
    coded += [
        (row, SECOND, _seen_by_second(row["s_5"], themes[row["s_5"]]))
        for row in answered
        if row["respondent"] in twice
    ]
    lines = [HEADER]
    for row, coder, seen in coded:
        text = row["s_5"]
        shown = "yes" if coder == FIRST and text in released else "no"
        answer = f"'{text}" if text.startswith(FORMULA_SIGNS) else text
        lines.append((row["respondent"], coder, " + ".join(seen), shown, "", answer))
    content = "".join(f"{line(each)}\n" for each in lines)
    (folder / NAME).write_bytes(content.encode("utf-8-sig"))


def _released(themes: dict[str, tuple[str, ...]]) -> set[str]:
    """One answer of each theme."""
    released: set[str] = set()
    for theme in dict.fromkeys(first for first, *_ in themes.values()):
        texts = [text for text, seen in themes.items() if seen[0] == theme]
        released.add(shuffled(f"released {theme}", texts)[0])
    return released


def _seen_by_second(text: str, themes: tuple[str, ...]) -> tuple[str, ...]:
    """What the second coder sees, the first theme first."""
    overlooked, added, mistaken = stream(f"second coder {text}").random_sample(3)
    others = dict.fromkeys(first for first, *_ in open_answers().values())
    other = shuffled(f"other {text}", [theme for theme in others if theme not in themes])[0]
    seen = themes[:1] if overlooked < OVERLOOKED else themes
    if mistaken < MISTAKEN:
        seen = (other, *seen[1:])
    elif added < ADDED:
        seen = (*seen, other)
    return seen
