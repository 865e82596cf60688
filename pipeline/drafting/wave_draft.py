"""The settings of a new wave, drafted from those of the wave before; pure.

What is true of the earlier fieldwork alone is not carried over silently: numbers of the population
are left open, which stops the run until a person has written them, and sentences become comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from pipeline.codebooks.codebook import Columns
from pipeline.documents import Place
from pipeline.drafting.columns import Column
from pipeline.drafting.dates import days_of, years_of
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.findings import Finding
from pipeline.drafting.yaml_values import listed

FILE = "wave.yml"
CARRIED = ("mode", "population", "publisher", "contact")
OPEN: tuple[tuple[Place, str], ...] = (
    (("frame", "counts"), "write the counts of {wave}, or take the frame out"),
    (("calibration", "margins"), "write the totals of {wave}, or take the calibration out"),
    (("design", "population"), "write the numbers of {wave}; without them, intervals are longer"),
)
"""Numbers of a population at one time, and what to do about each."""
LEFT_OUT = {
    "demonstration": "write one where {wave} is not real, either; where it is, `make key` once",
    "confirmed_jumps": "changes of {wave} are looked at anew",
    "release": "a person looks at a new wave first; write it again when you want it",
}
"""Entries that become comments, and why."""


@dataclass(frozen=True)
class Received:
    """The export as it was received: the names of its files, the tool, and its first and last day
    of answers, where columns tell them."""

    files: tuple[str, ...]
    format: str
    fieldwork: tuple[date, date] | None


def years_of_answers(columns: Sequence[Column], roles: Columns) -> Mapping[int, int]:
    """Year -> how many answers were finished in it, or begun where no column tells the end."""
    named = roles.finished or roles.started
    values = next((column.values for column in columns if column.name == named), {})
    return years_of(values)


def fieldwork_days(columns: Sequence[Column], roles: Columns) -> tuple[date, date] | None:
    """The first day on which an answer was begun, and the last on which one was finished."""
    values = {column.name: column.values for column in columns}
    days = [
        days_of(values[name]) for name in (roles.started, roles.finished) if name and values[name]
    ]
    if not days or not all(days):
        return None
    return min(map(min, days)), max(map(max, days))


def draft_wave(
    text: str, values: Mapping[str, Any], wave: str, received: Received, gone: Sequence[str]
) -> tuple[str, tuple[Finding, ...]]:
    """The text of wave.yml, and what a person should look at.

    text, values: wave.yml of the wave before. gone: variables that the draft no longer has.
    Raises `DraftError` for a file with aliases.
    """
    before = str(values["wave"])
    edits = DocumentEdits(text, f"{before}: {FILE}")
    edits.replace(("wave",), f'"{wave}"')
    export = f"{{format: {received.format}, files: {listed(received.files)}}}"
    if ("export",) in edits:
        edits.replace(("export",), export)
    else:
        edits.add_after(("wave",), [f"export: {export}"])
    findings = [
        *_titles(edits, values, before, wave),
        *_fieldwork(edits, received, wave),
        *_address(edits, str(values.get("address", "")), before, wave),
        *_open_numbers(edits, values, before, wave, gone),
        *_left_out(edits, values, before, wave),
    ]
    if carried := [key for key in CARRIED if key in values]:
        what = f"carried over from {before}; check {', '.join(carried)}"
        findings.append(Finding(FILE, (carried[0],), what))
    return edits.text(), tuple(findings)


def _titles(
    edits: DocumentEdits, values: Mapping[str, Any], before: str, wave: str
) -> Iterator[Finding]:
    for language in values["title"]:
        edits.replace_word(("title", language), before, wave)
    yield Finding(FILE, ("title",), "check the title")


def _fieldwork(edits: DocumentEdits, received: Received, wave: str) -> Iterator[Finding]:
    place: Place = ("fieldwork",)
    if received.fieldwork is None:
        why = f"Write the first and the last day of {wave} on which answers came in"
        edits.comment_out(place, why)
        what = "write fieldwork, the first and last day on which answers came in: no column tells"
        yield Finding(FILE, place, what, why)
        return
    for key, day in zip(("from", "to"), received.fieldwork, strict=True):
        edits.replace((*place, key), day.isoformat())
    first, last = (day.isoformat() for day in received.fieldwork)
    yield Finding(FILE, place, f"fieldwork is {first} to {last}, by the dates of the export; check")


def _address(edits: DocumentEdits, address: str, before: str, wave: str) -> Iterator[Finding]:
    if not address:
        return
    edits.replace_word(("address",), before, wave)
    yield Finding(FILE, ("address",), "check the address of the report")


def _open_numbers(
    edits: DocumentEdits,
    values: Mapping[str, Any],
    before: str,
    wave: str,
    gone: Sequence[str],
) -> Iterator[Finding]:
    for place, what in OPEN:
        section, key = map(str, place)
        if not (numbers := (values.get(section) or {}).get(key)):
            continue
        if values[section].get("by") in gone:
            why = f"Of {before}: {values[section]['by']} is gone"
            edits.comment_out((section,), why)
            yield Finding(FILE, (), f"{section} is left out: its variable is gone", why)
            continue
        todo = what.format(wave=wave)
        comments = [f"# {before}: {_in_braces(numbers)}", f"# {todo[:1].upper()}{todo[1:]}."]
        edits.add_before(place, comments)
        edits.replace(place, "{}")
        yield Finding(FILE, place, f"{section}: {todo}")


def _in_braces(value: object) -> str:
    return yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    ).strip()


def _left_out(
    edits: DocumentEdits, values: Mapping[str, Any], before: str, wave: str
) -> Iterator[Finding]:
    for key, what in LEFT_OUT.items():
        if not values.get(key):
            continue
        why = f"Of {before}: {what.format(wave=wave)}"
        edits.comment_out((key,), why)
        yield Finding(FILE, (), f"{key} is left out. {why}", why)
