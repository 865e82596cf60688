"""The codebook of a new wave, drafted from the one before and the new export; pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.codebooks.codebook import Category, Codebook, Columns, Flag
from pipeline.documents import Document, Place
from pipeline.drafting.answer_edits import edit_answers
from pipeline.drafting.columns import columns_of
from pipeline.drafting.comparison import Comparison, compare
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.findings import Finding
from pipeline.drafting.gone_edits import Gone, gone_questions, remove_gone
from pipeline.drafting.joined_questions import TakenApart, edit_joined, taken_apart
from pipeline.drafting.new_edits import add_items, add_questions
from pipeline.drafting.question_edits import (
    FILE,
    edit_columns,
    edit_ticks,
    edit_wordings,
    file_language,
)
from pipeline.drafting.yaml_values import flag_entry, listed, scalar
from pipeline.errors import DraftError
from pipeline.readers.export import Export
from pipeline.wave import Wave

COUNTED = 3
"""Times the respondents: ids below are counted, though some numbers may be left out."""


@dataclass(frozen=True)
class Before:
    """The wave before: its codebook and settings as text, with their lines, and read."""

    codebook: Codebook
    wave: Wave
    codebook_text: str
    wave_text: str
    codebook_document: Document
    wave_document: Document
    questions: Mapping[str, str] = field(default_factory=dict)
    """Column -> wording, as the export before told them; nothing where it is no longer there."""


@dataclass(frozen=True)
class CodebookDraft:
    """The text of codebook.yml, what a person should look at, and what the columns are."""

    text: str
    findings: tuple[Finding, ...]
    comparison: Comparison


def draft_codebook(export: Export, before: Before, wave: str) -> CodebookDraft:
    """The codebook before, with everything changed that the export shows to have changed.

    Raises `DraftError` for a codebook with aliases, and for an export of something else.
    """
    codebook = before.codebook
    columns = columns_of(export)
    joined = taken_apart(columns, codebook)
    language = file_language(columns, codebook)
    comparison = _compared(export, joined, before, language)
    files = (before.wave.export.files, [source.name for source in export.sources])
    text = _dated(before.codebook_text, codebook.wave, wave, files)
    edits = DocumentEdits(text, f"{codebook.wave}: {FILE}")
    edits.replace(("wave",), f'"{wave}"')
    gone = gone_questions(comparison, codebook)
    entries = before.codebook_document.values["variables"]
    scale_of = {name: entry["scale"] for name, entry in entries.items() if "scale" in entry}
    limit = before.wave.rejected_value_limit
    findings = [
        *_edit_roles(edits, comparison, codebook.columns),
        *edit_columns(edits, comparison, codebook),
        *edit_joined(edits, joined.found, before.questions, limit, language),
        *edit_wordings(edits, comparison, before.questions, codebook, language),
        *edit_ticks(edits, comparison, codebook),
        *edit_answers(edits, comparison, codebook, scale_of, limit, language),
        *add_items(edits, comparison, codebook, gone, language),
        *add_questions(edits, comparison, codebook, gone, wave, language),
        *remove_gone(edits, gone, codebook, entries),
        *_counted_ids(comparison),
        *_untold(comparison),
        *_dated_wordings(codebook, gone, comparison),
        *_uncoded(codebook, gone, wave),
    ]
    return CodebookDraft(edits.text(), tuple(findings), comparison)


def _compared(export: Export, joined: TakenApart, before: Before, language: str) -> Comparison:
    codebook, design = before.codebook, before.wave.design.columns
    scales, rows = _scales(before), export.rows.height
    found = compare(
        joined.columns,
        codebook,
        scales,
        design,
        before.questions,
        rows,
        export.hints,
        language,
    )
    if not found.matches:
        raise DraftError(
            f"{export.sources[0].name}: no column answers a question of {codebook.survey} "
            f"{codebook.wave}; is it the export of this survey?"
        )
    return found


def _dated(text: str, before: str, wave: str, files: tuple[Sequence[str], Sequence[str]]) -> str:
    """The text whose first comments, which tell of what wave it is, are about the new one.

    files: those of the export before, as the comments name them, and those of the new one.
    """
    found = re.match(r"(#.*\n|\s*\n)*", text)
    end = found.end() if found else 0
    named, new = (", ".join(names) for names in files)
    # The comment may go on in the next line at every space and hyphen.
    letters = {" ": r"(?: |\n# )", "-": r"-(?:\n# )?"}
    pattern = "".join(letters.get(letter, re.escape(letter)) for letter in named)
    parts = re.split(rf"(?<![\w-]){pattern}(?![\w-])", text[:end]) if named else [text[:end]]
    dated = (re.sub(rf"\b{re.escape(before)}\b", wave, part) for part in parts)
    return new.join(dated) + text[end:]


def _scales(before: Before) -> dict[str, dict[str, Category]]:
    """Name of a scale -> its categories."""
    return {
        name: {
            category: Category(one["code"], one["label"], aliases=tuple(one.get("aliases", ())))
            for category, one in scale["categories"].items()
        }
        for name, scale in (before.codebook_document.values.get("scales") or {}).items()
    }


def _uncoded(codebook: Codebook, gone: Gone, wave: str) -> Iterator[Finding]:
    """Themes, which people write down beside the export."""
    for name, variable in codebook.variables.items():
        if variable.type == "themes" and name not in gone:
            what = f"{name}: nobody has coded the answers of {wave}; run make codes, or take it out"
            yield Finding(FILE, ("variables", name), what)


def _counted_ids(comparison: Comparison) -> Iterator[Finding]:
    """Ids that look counted, as tools count answers anew in each wave: not the same people."""
    respondent = comparison.roles.columns.respondent
    values = next((one.values for one in comparison.columns if one.name == respondent), {})
    if values and all(id.isdecimal() and int(id) <= COUNTED * len(values) for id in values):
        what = (
            f'"{respondent}" looks counted from 1: who has a number that an earlier wave has, too, '
            "is taken for the same respondent; if the survey tool counts anew in each wave, list "
            "it under `unused` in place of `respondent`"
        )
        yield Finding(FILE, ("columns", "respondent"), what)


def _untold(comparison: Comparison) -> Iterator[Finding]:
    """What the export cannot tell, and a person must compare."""
    silent = [match for match in comparison.matches if not match.column.question]
    if silent:
        of = "any question" if len(silent) == len(comparison.matches) else f"{len(silent)} columns"
        what = (
            f"the export does not tell the wording of {of}: compare columns and wordings with the "
            "questionnaire, and change what was reworded"
        )
        yield Finding(FILE, ("variables",), what)


def _dated_wordings(before: Codebook, gone: Gone, comparison: Comparison) -> Iterator[Finding]:
    """Questions whose words name the wave before, as a year does, and that no file tells."""
    told = {match.variable for match in comparison.matches if match.column.question}
    named = re.compile(rf"\b{re.escape(before.wave)}\b")
    for name, variable in before.variables.items():
        items = (item.label for item in variable.items.values())
        if (
            name not in gone
            and name not in told
            and any(
                named.search(text) for words in (variable.text, *items) for text in words.values()
            )
        ):
            what = f"{name}: its words speak of {before.wave}; are they still the same?"
            yield Finding(FILE, ("variables", name), what)


def _edit_roles(edits: DocumentEdits, comparison: Comparison, before: Columns) -> Iterator[Finding]:
    """The columns that are no questions; the section may be missing."""
    after = comparison.roles.columns
    place: Place = ("columns",)
    unused = (*after.unused, *comparison.unused)
    values = {
        "respondent": (before.respondent, after.respondent),
        "completed": (before.completed, after.completed),
        "test": (before.test, after.test),
        "started": (before.started, after.started),
        "finished": (before.finished, after.finished),
        "personal": (before.personal, after.personal),
        "unused": (before.unused, unused),
    }
    added = []
    for key, (earlier, later) in values.items():
        if earlier == later:
            continue
        if not later:
            edits.remove((*place, key))
        elif (*place, key) in edits:
            edits.replace((*place, key), _written(later))
        else:
            added.append(f"{key}: {_written(later)}")
    if added and place in edits:
        last = next(key for key in reversed(values) if (*place, key) in edits)
        edits.add_after((*place, last), added)
    elif added:
        edits.add_after(("languages",), ["columns:", *(f"  {line}" for line in added)])
    for key, doubt in comparison.roles.doubts.items():
        yield Finding(FILE, (*place, key), doubt)
    if comparison.unused:
        names = ", ".join(f'"{name}"' for name in comparison.unused)
        yield Finding(FILE, (*place, "unused"), f"{names}: no question, by what is in it; is it?")


def _written(value: str | Flag | tuple[str, ...] | None) -> str:
    match value:
        case Flag():
            return flag_entry(value)
        case tuple():
            return listed(value)
    return scalar(value or "")
