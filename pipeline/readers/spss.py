"""SPSS: one .sav or .zsav, with labels, missing values and multiple-response sets.

The file is read from the bytes that were received, never again from its path.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import polars as pl
import pyreadstat

from pipeline.errors import ExportError
from pipeline.readers.export import BROKEN_SCHEMA, Export, Hint
from pipeline.readers.plain import JOINT
from pipeline.readers.received import Received
from pipeline.readers.spss_text import as_text, is_moment, is_time, one_as_text

NAME = "spss"
SUFFIXES = (".sav", ".zsav")
MOST_BYTES = 4 * 1024**3
"""Of all answers unpacked: a small compressed file can hold billions of rows."""
ENCODING_UNTOLD = "encoding not told"
ENCODING_ERROR = "requested encoding"
ORDERED = {"ordinal": True, "nominal": False}


@dataclass(frozen=True)
class _Set:
    """A multiple-response set: one column an option, or several with the same options."""

    name: str
    kind: str
    label: str
    counted: float | str | None = None


NO_SET = _Set("", "", "")


def find(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Each file of SPSS among file names is an export."""
    return [(name,) for name in names if name.lower().endswith(SUFFIXES)]


def read(files: Sequence[Received]) -> Export:
    """The answers under the names of the variables; rows are numbered as SPSS numbers cases.

    Variable labels are the questions, after the label of the multiple-response set that they belong
    to. Raises ExportError.
    """
    if len(files) != 1:
        listed = ", ".join(file.place for file in files)
        raise ExportError(f"{listed}: an export of SPSS is one file. Name it in wave.yml.")
    file = files[0]
    values, about = _read(file)
    formats = about.original_variable_types
    rows = values.select(as_text(column, formats[column.name] or "") for column in values)
    content = rows.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    if not content.any():
        raise ExportError(f"{file.place}: empty export: there is no case. Export the file again.")
    labels = _labels(about)
    return Export(
        rows=rows.filter(content),
        row_numbers=pl.Series("row", range(1, rows.height + 1), dtype=pl.UInt32).filter(content),
        broken=pl.DataFrame(schema=BROKEN_SCHEMA),
        questions=_questions(about),
        labels=labels,
        sources=(file.source,),
        recognised=f"SPSS: {rows.width} variables, {about.file_encoding or ENCODING_UNTOLD}",
        format=NAME,
        hints=dict(_hints(rows, values, labels, about)),
    )


def _read(file: Received) -> tuple[pl.DataFrame, Any]:
    """Values as stored, those declared missing among them, and what the file tells of them."""
    _, about = _pyreadstat(file, metadataonly=True)
    row_bytes = sum(about.variable_storage_width.values()) or 1
    most_rows = max(MOST_BYTES // row_bytes, 1)
    values, about = _pyreadstat(file, row_limit=most_rows + 1)
    if values.height > most_rows:
        raise ExportError(
            f"{file.place}: more than {most_rows} cases, over {MOST_BYTES // 1024**3} GB unpacked. "
            "Export fewer variables or cases."
        )
    return values, about


def _pyreadstat(file: Received, **wanted: Any) -> tuple[pl.DataFrame, Any]:
    try:
        values, about = pyreadstat.read_sav(
            BytesIO(file.content),
            user_missing=True,
            disable_datetime_conversion=True,
            output_format="polars",
            **wanted,
        )
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, UnicodeError) as error:
        raise _unreadable(file, error) from error
    assert isinstance(values, pl.DataFrame)
    # A column without any answer comes without a type.
    types = [(name, _type(about.readstat_variable_types[name])) for name in values.columns]
    return values.cast(pl.Schema(types)), about


def _type(kind: str) -> pl.DataType:
    return pl.String() if kind == "string" else pl.Float64()


def _unreadable(file: Received, error: Exception) -> ExportError:
    if isinstance(error, UnicodeError) or ENCODING_ERROR in str(error):
        return ExportError(
            f"{file.place}: a text is not in the encoding that the file names. Open it in SPSS and "
            "save it again in Unicode (UTF-8)."
        )
    return ExportError(
        f"{file.place}: no readable file of SPSS ({error}). It may be cut while copying, or "
        "encrypted; copy it or save it again."
    )


def _questions(about: Any) -> dict[str, str]:
    sets = _sets(about)
    questions = {}
    for name, label in about.column_names_to_labels.items():
        over = sets[name].label if name in sets else ""
        inside = bool(over) and not (label or "").startswith(over)
        questions[name] = JOINT.join((over, label or name)) if inside else label
    return {name: question for name, question in questions.items() if question}


def _labels(about: Any) -> dict[str, dict[str, str]]:
    formats = about.original_variable_types
    return {
        name: {one_as_text(value, formats[name] or ""): label for value, label in options.items()}
        for name, options in about.variable_value_labels.items()
    }


def _sets(about: Any) -> dict[str, _Set]:
    """Variable -> the first of its multiple-response sets."""
    name_by_folded = {name.casefold(): name for name in about.column_names}
    found: dict[str, _Set] = {}
    for set_name, one in about.mr_sets.items():
        kind = "multiple" if one["is_dichotomy"] else "battery"
        for listed in one["variable_list"]:
            name = name_by_folded.get(listed.casefold())
            if name:
                counted = one["counted_value"] if one["is_dichotomy"] else None
                found.setdefault(name, _Set(set_name, kind, one["label"] or "", counted))
    return found


def _hints(
    rows: pl.DataFrame,
    values: pl.DataFrame,
    labels: Mapping[str, Mapping[str, str]],
    about: Any,
) -> Iterator[tuple[str, Hint]]:
    sets = _sets(about)
    for name in rows.columns:
        format = about.original_variable_types[name] or ""
        measure = about.variable_measure.get(name, "")
        options = labels.get(name, {})
        labelled = list(about.variable_value_labels.get(name, {}))
        known = values[name].append(pl.Series(name, labelled, dtype=values[name].dtype))
        missing = _missing(known, about.missing_ranges.get(name, []), format)
        one = sets.get(name, NO_SET)
        kind = one.kind or _kind(rows[name], set(options), set(missing), format, measure)
        ticked = "" if one.counted is None else one_as_text(one.counted, format)
        hint = Hint(
            kind, one.label or one.name, missing, ordered=ORDERED.get(measure), ticked=ticked
        )
        if hint != Hint():
            yield name, hint


def _missing(known: pl.Series, ranges: Sequence[Mapping[str, Any]], format: str) -> tuple[str, ...]:
    """Declared one by one, and what lies in a declared range of what is answered or labelled."""
    missing: dict[str, None] = {}
    for one in ranges:
        low, high = one["lo"], one["hi"]
        if low == high:
            missing[one_as_text(low, format)] = None
            continue
        inside = known.filter(known.is_between(low, high)).unique().sort()
        missing |= dict.fromkeys(as_text(inside, format).drop_nulls().to_list())
    return tuple(missing)


def _kind(
    answers: pl.Series, options: set[str], missing: set[str], format: str, measure: str
) -> str:
    substantive = options - missing
    given = set(answers.drop_nulls().unique()) - missing
    if substantive:
        return "single" if given <= substantive else ""
    # A date may be a question's as well as the tool's: its format does not tell.
    is_number = not (format.upper().startswith("A") or is_moment(format) or is_time(format))
    return "number" if measure == "scale" and is_number else ""
