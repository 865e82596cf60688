"""Answers for SPSS: what a .sav says of its columns, and the syntax that defines sets; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.handing_on.columns import Column
from pipeline.handing_on.microdata import Microdata
from pipeline.handing_on.names import accepted_names

LONGEST_LABEL = 255
LONGEST_VALUE_LABEL = 120
LONGEST_FILE_LABEL = 64
LONGEST_SET_LABEL = 80
"""Bytes that SPSS takes; what is longer is cut."""
LONGEST_SET_NAME = 60
"""Of 64 with the sign before it, and what tells names apart behind it."""
SYSTEM_VARIABLES = ("casenum", "date", "date11", "jdate", "length", "sysmis", "time", "width")
"""What SPSS itself calls $time and so on."""
CUT = "…"
Missing = list[int | tuple[int, int]]
"""Single codes, and a range from one to another."""


@dataclass(frozen=True)
class Described:
    """What a .sav says beside the answers, by column; `cut` names the labels that are not whole."""

    file_label: str
    labels: Mapping[str, str]
    value_labels: Mapping[str, Mapping[int, str]]
    missing: Mapping[str, Missing]
    measures: Mapping[str, str]
    formats: Mapping[str, str]
    cut: tuple[str, ...]


def described(data: Microdata) -> Described:
    """The labels as SPSS takes them, missing values, levels of measurement and formats."""
    labels = {one.name: variable_label(one) for one in data.columns}
    value_labels = {
        one.name: {code: fitted(label, LONGEST_VALUE_LABEL) for code, label in one.labels.items()}
        for one in data.columns
        if one.labels
    }
    return Described(
        fitted(data.title, LONGEST_FILE_LABEL),
        labels,
        value_labels,
        {one.name: missing_values(one) for one in data.columns if one.missing},
        {one.name: one.measure for one in data.columns},
        {one.name: _format(one) for one in data.columns if one.kind != "text"},
        tuple(_cut(data.columns, labels)),
    )


def variable_label(column: Column) -> str:
    """The question as asked, with the item; where that is too long the short label, or its start.

    An item at the end of a long question would be what is cut.
    """
    whole = one_line(column.label)
    if len(whole.encode()) <= LONGEST_LABEL:
        return whole
    return fitted(column.short or column.label, LONGEST_LABEL)


def _cut(columns: tuple[Column, ...], labels: Mapping[str, str]) -> Iterator[str]:
    for one in columns:
        if labels[one.name] != one_line(one.label):
            yield f"{one.name}: the question is longer than the {LONGEST_LABEL} bytes of SPSS"
        for code, label in one.labels.items():
            if len(one_line(label).encode()) > LONGEST_VALUE_LABEL:
                yield f"{one.name}, {code}: the label is longer than {LONGEST_VALUE_LABEL} bytes"


def one_line(text: str) -> str:
    """The text without line ends and other signs that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def fitted(text: str, longest: int) -> str:
    """The text in one line, cut before a sign so that it has at most that many bytes."""
    text = one_line(text)
    if len(text.encode()) <= longest:
        return text
    whole = text.encode()[: longest - len(CUT.encode())]
    return whole.decode(errors="ignore").rstrip() + CUT


def missing_values(column: Column) -> Missing:
    """A range from the lowest missing code above all answers, and at most one code below."""
    highest = max(column.answers, default=None)
    above = [code for code in column.missing if highest is None or code > highest]
    below: Missing = [code for code in column.missing if code not in above]
    return [(min(above), max(above)), *below]


def _format(column: Column) -> str:
    if column.kind == "number" and not column.whole:
        return "F16.6" if not column.question else "F12.2"
    return "F12.0" if column.kind == "number" else "F8.0"


def syntax(data: Microdata) -> str:
    """SPSS syntax that opens the .sav, defines its multiple-response sets and weights it."""
    lines = [
        "* Encoding: UTF-8.",
        "* Opens the answers, defines the multiple-response sets, and weights where there are",
        "  weights. Run it in the folder that holds the .sav.",
        f"GET FILE={quoted(f'{data.name}.sav')}.",
    ]
    for called, (name, label) in zip(set_names(data.sets), data.sets.items(), strict=True):
        options = [one.name for one in data.columns if one.set == name]
        if len(options) > 1:
            lines += _set(called, label, options)
    weights = [one.name for one in data.columns if not one.question and one.kind == "number"]
    lines += [f"WEIGHT BY {name}." for name in weights]
    return "\n".join([*lines, ""])


def set_names(names: Iterable[str]) -> list[str]:
    """The names of multiple-response sets as SPSS takes them, in the same order."""
    free = (f"{name}_set" if name in SYSTEM_VARIABLES else name for name in names)
    return [f"${name}" for name in accepted_names(name[:LONGEST_SET_NAME] for name in free)]


def _set(called: str, label: str, options: list[str]) -> list[str]:
    return [
        "MRSETS",
        f"  /MDGROUP NAME={called} LABEL={quoted(fitted(label, LONGEST_SET_LABEL))}",
        "    CATEGORYLABELS=VARLABELS",
        f"    VARIABLES={options[0]}",
        *(f"      {option}" for option in options[1:]),
        "    VALUE=1",
        f"  /DISPLAY NAME=[{called}].",
    ]


def quoted(text: str) -> str:
    """The text as SPSS reads it: between quotes, with those within doubled."""
    return "'" + one_line(text).replace("'", "''") + "'"
