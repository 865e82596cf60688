"""The codebook of a new survey."""

from dataclasses import replace

import polars as pl
import pytest
from drafting_samples import export_of

from pipeline.codebooks.codebook import Flag
from pipeline.drafting.survey_codebook import as_pattern, draft_survey
from pipeline.drafting.writing import drafted_codebook
from pipeline.errors import DraftError
from pipeline.loading.export_check import export_problems
from pipeline.readers.export import Export
from pipeline.wave import Design

ROWS = 40
IDS = [str(number) for number in range(1000, 1000 + ROWS)]


def export(**columns: list[str]) -> Export:
    return export_of(
        pl.DataFrame({name.replace("__", " "): rows for name, rows in columns.items()})
    )


def test_the_draft_is_read_as_any_codebook_and_fits_the_export() -> None:
    received = export(
        id=IDS,
        Email=[f"a{number}@example.org" for number in IDS],
        What__is__your__gender=["Female", "male", "Male", "Other"] * 10,
        How__satisfied__are__you=["Very satisfied", "Dissatisfied", "Don't know", "Satisfied"] * 10,
        Pets__you__have=["cat: tabby # 1", 'dog "Rex"', "[none]", "'quoted'"] * 10,
        weight=["0.5", "1.5"] * 20,
        Remark__of__yours=[f"remark {number}" for number in IDS],
    )
    draft = draft_survey(received, "members", "2024")
    codebook = drafted_codebook(draft.text)
    assert export_problems(received, codebook, Design()) == []
    assert codebook.columns.respondent == "id"
    assert codebook.columns.personal == ("Email",)
    assert codebook.languages == ("en",)
    satisfied = codebook.variables["satisfied"]
    assert [(one.label["en"], one.score, one.missing) for one in satisfied.categories.values()] == [
        ("Very satisfied", 3.0, False),
        ("Satisfied", 2.0, False),
        ("Dissatisfied", 1.0, False),
        ("Don't know", None, True),
    ]
    said = [one.what for one in draft.findings]
    assert any('"weight" looks like a weight' in what for what in said)
    assert any('"Don\'t know" is taken for no answer' in what for what in said)


def test_names_with_brackets_are_patterns_that_fit_themselves_alone() -> None:
    received = export(**{"Which? [other]": [""] * 4, "Good or bad, then": ["Good", "Bad"] * 2})
    received = export_of(received.rows.with_columns(pl.all().replace("", None)))
    codebook = drafted_codebook(draft_survey(received, "members", "2024").text)
    assert codebook.columns.unused == (as_pattern("Which? [other]"),)
    assert export_problems(received, codebook, Design()) == []


def test_an_export_without_questions_is_refused() -> None:
    with pytest.raises(DraftError, match="no column looks like a question"):
        draft_survey(export(id=IDS), "members", "2024")


def test_the_language_that_the_file_tells_comes_before_the_words_of_its_questions() -> None:
    received = replace(export(Hvor__gammel__er__du=["1", "2"] * 20), language="nb")
    draft = draft_survey(received, "members", "2024")
    assert draft.language == "nb"


def test_what_few_answered_is_told_with_its_share() -> None:
    received = export(q1=["Ja", "Nej"] * 20, q2=["Rød", "Blå", "", ""] * 10, q3=["Til", "Fra"] * 20)
    told = [one.what for one in draft_survey(received, "members", "2024").findings]
    assert any("as if asked of some only: q2 (50%)" in what for what in told)


def test_it_is_told_that_no_column_says_who_completed_and_what_to_write() -> None:
    asked = {"Anything__else__then": ["Yes", "No", "", ""] * 10}
    draft = draft_survey(export(id=IDS, **asked), "members", "2024")
    (told,) = [one for one in draft.findings if "no column tells who completed" in one.what]
    assert told.place == ("columns",)
    assert "write completed: {column: id};" in told.what
    written = draft.text.replace(
        "  respondent: id\n", "  respondent: id\n  completed: {column: id}\n"
    )
    assert drafted_codebook(written).columns.completed == Flag("id")
    nobody = draft_survey(export(**asked), "members", "2024").findings
    assert any(
        "{column: …}, a column that is filled in for everybody" in one.what for one in nobody
    )
    status = {"Status": ["Completed", "Partial"] * 20}
    known = draft_survey(export(id=IDS, **status, **asked), "members", "2024").findings
    assert not any("no column tells who completed" in one.what for one in known)
