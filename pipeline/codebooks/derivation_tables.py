"""Derived variables -> one table a kind of derivation, which the files of `sql/` join; pure."""

from collections.abc import Iterator, Mapping

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable

Row = tuple[object, ...]
Source = tuple[int, Variable]
"""The number of a question, and its variable."""

_NUMBER, _CODE = pl.UInt16, pl.Int16
COLUMNS: Mapping[str, Mapping[str, type[pl.DataType]]] = {
    "recodes": {"question": _NUMBER, "source": _NUMBER, "source_code": _CODE, "code": _CODE},
    "recode_ranges": {
        "question": _NUMBER,
        "source": _NUMBER,
        "low": pl.Float64,
        "high": pl.Float64,
        "code": _CODE,
    },
    "crosses": {
        "question": _NUMBER,
        "first": _NUMBER,
        "first_code": _CODE,
        "second": _NUMBER,
        "second_code": _CODE,
        "code": _CODE,
    },
    "counts": {
        "question": _NUMBER,
        "source": _NUMBER,
        "source_code": _CODE,
        "counted": pl.Boolean,
    },
    "themes": {"question": _NUMBER, "source": _NUMBER},
    "means": {
        "question": _NUMBER,
        "source": _NUMBER,
        "source_code": _CODE,
        "score": pl.Float64,
    },
}


def derivation_tables(
    codebook: Codebook, numbers: Mapping[tuple[str, str], int]
) -> dict[str, pl.DataFrame]:
    """Table name -> frame: a derived question and its sources by number; all tables, also empty."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for variable in codebook.variables.values():
        if variable.derivation is None:
            continue
        sources = [
            (numbers[name, item], codebook.variables[name])
            for name, item in variable.derivation.sources
        ]
        for item in variable.items:
            for table, row in _rows(variable, sources):
                rows[table].append((numbers[variable.name, item], *row))
    return {
        table: pl.DataFrame(rows[table], schema=dict(columns), orient="row")
        for table, columns in COLUMNS.items()
    }


def _rows(variable: Variable, sources: list[Source]) -> Iterator[tuple[str, Row]]:
    """Table and row, without the number of the derived question."""
    match variable.type:
        case "recode":
            yield from _recode(variable, *sources[0])
        case "cross":
            yield from _cross(variable, sources)
        case "themes":
            ((source, _),) = sources
            yield "themes", (source,)
        case "count":
            yield from _count(variable, sources)
        case _:
            yield from _mean(sources)


def _recode(variable: Variable, source: int, origin: Variable) -> Iterator[tuple[str, Row]]:
    assert variable.derivation is not None
    for name, group in variable.derivation.groups.items():
        code = variable.categories[name].code
        if origin.is_numeric:
            yield "recode_ranges", (source, group.low, group.high, code)
        for category in group.of:
            yield "recodes", (source, origin.categories[category].code, code)


def _cross(variable: Variable, sources: list[Source]) -> Iterator[tuple[str, Row]]:
    (first, one), (second, other) = sources
    for name, category in variable.categories.items():
        left, right = name.split("*")
        codes = one.categories[left].code, other.categories[right].code
        yield "crosses", (first, codes[0], second, codes[1], category.code)


def _count(variable: Variable, sources: list[Source]) -> Iterator[tuple[str, Row]]:
    assert variable.derivation is not None
    counted = variable.derivation.categories
    for source, origin in sources:
        for name, category in origin.categories.items():
            yield "counts", (source, category.code, name in counted)


def _mean(sources: list[Source]) -> Iterator[tuple[str, Row]]:
    for source, origin in sources:
        for category in origin.categories.values():
            if category.score is not None:
                yield "means", (source, category.code, category.score)
