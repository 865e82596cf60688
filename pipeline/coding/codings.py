"""The rows of a file of codes -> codings, with everything that is wrong in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.codebooks.codebook import FINAL_CODER, NO_THEME, PROPOSED, Variable
from pipeline.documents import nearest

COLUMNS = ("respondent", "coder", "themes", "released", "note", "answer")
NEEDED = ("respondent", "coder", "themes", "released")
SEPARATOR = "+"
"""Between themes: no spreadsheet writes it between cells, and every keyboard has it."""
RELEASED = {"yes": True, "no": False, "": False}


@dataclass(frozen=True)
class Coding:
    """What one row says; `themes` is None where the answer is not coded yet, () where none fits.

    `row` is the row of the file and `respondent` as the export calls him.
    """

    row: int
    respondent: str
    coder: str
    themes: tuple[str, ...] | None
    released: bool
    answer: str

    @property
    def counts(self) -> bool:
        """Whether a person has coded the answer."""
        return self.themes is not None and self.coder != PROPOSED


@dataclass(frozen=True)
class CodesFile:
    """The file of one variable of themes: its name, its codings, and what is wrong in it."""

    name: str
    variable: Variable
    codings: tuple[Coding, ...] = ()
    problems: tuple[str, ...] = ()


def codes_file(
    name: str, variable: Variable, rows: pl.DataFrame, row_numbers: pl.Series
) -> CodesFile:
    """The codings of a file whose cells are text (null where empty), and each thing wrong in it."""
    lacking = [column for column in NEEDED if column not in rows.columns]
    if lacking:
        missing = (
            f'{name}: the column "{column}" is missing{nearest(column, rows.columns)}'
            for column in lacking
        )
        return CodesFile(name, variable, problems=tuple(missing))
    codings: list[Coding] = []
    problems: list[str] = []
    for row, cells in zip(row_numbers, rows.iter_rows(named=True), strict=True):
        texts = {column: (cells.get(column) or "").strip() for column in COLUMNS}
        wrong = list(_wrong(texts, variable))
        problems += [f"{name}, row {row}: {one}" for one in wrong]
        if texts["respondent"] and not wrong:
            codings.append(_coding(row, texts, variable))
    problems += [f"{name}, {one}" for one in _twice(codings)]
    return CodesFile(name, variable, tuple(codings), tuple(problems))


def _coding(row: int, texts: Mapping[str, str], variable: Variable) -> Coding:
    named = _theme_names(variable)
    parts = _parts(texts["themes"])
    none = [part.casefold() for part in parts] == [NO_THEME]
    themes = () if none else tuple(named[part.casefold()] for part in parts)
    return Coding(
        row,
        plain(texts["respondent"]),
        coder_names(variable).get(texts["coder"].casefold(), ""),
        themes if parts else None,
        RELEASED[texts["released"].casefold()],
        plain(texts["answer"]),
    )


def _wrong(texts: Mapping[str, str], variable: Variable) -> Iterator[str]:
    coder, parts, released = texts["coder"], _parts(texts["themes"]), texts["released"].casefold()
    coders = coder_names(variable)
    if not texts["respondent"] and any(texts.values()):
        yield "says no respondent; write whose answer this is, or empty the row"
    if coder and coder.casefold() not in coders:
        yield f'"{coder}" is no coder of {variable.name}{nearest(coder, coders.values())}'
    if parts and not coder:
        yield f"has themes and no coder; write who coded, or {PROPOSED}"
    yield from _wrong_themes(parts, variable)
    if released not in RELEASED:
        yield f'released is "{texts["released"]}"; write yes or no'
    elif RELEASED[released] and (not parts or coder.casefold() == PROPOSED):
        yield "is released, but no person has coded it; write the themes and who coded"


def _wrong_themes(parts: list[str], variable: Variable) -> Iterator[str]:
    named = _theme_names(variable)
    seen: set[str] = set()
    for part in parts:
        theme = named.get(part.casefold(), part.casefold())
        if theme == NO_THEME and len(parts) > 1:
            yield f'"{NO_THEME}" stands beside themes; write one or the other'
        elif theme != NO_THEME and theme not in variable.items:
            listed = bool(re.search(r"[,;/]", part))
            hint = f'; write "{SEPARATOR}" between themes' if listed else nearest(part, named)
            yield f'"{part}" is no theme of {variable.name}{hint}'
        elif theme in seen:
            yield f'"{part}" stands twice; remove one'
        seen.add(theme)


def _twice(codings: list[Coding]) -> Iterator[str]:
    """The rows in which a coder codes an answer once more."""
    first: dict[tuple[str, str], int] = {}
    for coding in codings:
        if coding.coder in ("", PROPOSED):
            continue
        row = first.setdefault((coding.respondent, coding.coder), coding.row)
        if row != coding.row:
            yield (
                f"row {coding.row}: {coding.coder} has coded respondent {coding.respondent} in row "
                f"{row} already; remove one of them"
            )


def _parts(themes: str) -> list[str]:
    return [part.strip() for part in themes.split(SEPARATOR) if part.strip()]


def _theme_names(variable: Variable) -> dict[str, str]:
    """What may be written for a theme -> its name: the name, or a label of any language."""
    labels = {
        label.casefold(): theme
        for theme, item in variable.items.items()
        for label in item.label.values()
    }
    return labels | {theme: theme for theme in variable.items}


def coder_names(variable: Variable) -> dict[str, str]:
    """What may be written for a coder -> the name, those whose codings come first, first."""
    names = (FINAL_CODER, *variable.coders, PROPOSED)
    return {name.casefold(): name for name in names}


FORMULA_SIGNS = ("=", "+", "-", "@")
"""What makes a spreadsheet take a text for a formula."""


def neutral(text: str) -> str:
    """The text such that no spreadsheet computes it: with an apostrophe before a formula sign."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def plain(text: str) -> str:
    """The text that `neutral` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_SIGNS) else text
