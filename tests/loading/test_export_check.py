"""The export against the codebook."""

import polars as pl
import pytest
import yaml

from pipeline.codebooks.codebook import Category, Codebook, Columns, Flag, Item, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.loading.export_check import export_problems
from pipeline.readers.export import BROKEN_SCHEMA, Export, Source
from pipeline.wave import Design

KIND = Variable(
    "kind",
    "single",
    {"da": "Hvad er I?"},
    {"da": "Type"},
    {"": Item({"da": "Type"}, "q1")},
    {
        "club": Category(1, {"da": "Forening", "en": "Club"}),
        "house": Category(2, {"da": "Hus"}, aliases=("Et hus",)),
    },
)
PARTNERS = Variable(
    "partners",
    "multiple",
    {"da": "Hvem med?"},
    {"da": "Partnere"},
    {"town": Item({"da": "Kommunen"}, "q2_1")},
    TICK_CATEGORIES,
    ticked=("1",),
    not_ticked=("0",),
)
STAFF = Variable("staff", "number", {}, {"da": "Ansatte"}, {"": Item({"da": "Ansatte"}, "q3")})
CODEBOOK = Codebook(
    "tiny",
    "2024",
    ("da",),
    Columns(respondent="id", completed=Flag("status", ("done",)), personal=("email",)),
    {variable.name: variable for variable in (KIND, PARTNERS, STAFF)},
)
COLUMNS = ("id", "status", "email", "q1", "q2_1", "q3")


def problems(
    columns: tuple[str, ...] = COLUMNS,
    labels: dict[str, dict[str, str]] | None = None,
    design: Design = Design(),  # noqa: B008
) -> list[str]:
    export = Export(
        pl.DataFrame({name: ["1"] for name in columns}),
        pl.Series([2], dtype=pl.UInt32),
        BROKEN_SCHEMA.to_frame(),
        {},
        labels or {},
        (Source("export.csv", 10, "0" * 64),),
        "",
        "csv",
    )
    return export_problems(export, CODEBOOK, design)


def without(name: str) -> tuple[str, ...]:
    return tuple(column for column in COLUMNS if column != name)


def test_an_export_that_fits() -> None:
    assert problems() == []


@pytest.mark.parametrize("column", ["q1", "id", "status", "email"])
def test_a_missing_column_is_named(column: str) -> None:
    assert problems(without(column)) == [
        f'export.csv: column "{column}" is missing, which codebook.yml or wave.yml names; '
        "export it again, or correct the file"
    ]


def test_the_columns_of_the_design_belong_to_the_export_as_well() -> None:
    design = Design(weight="w", strata="area", clusters="school")
    assert problems((*COLUMNS, "w", "area", "school"), design=design) == []
    assert problems((*COLUMNS, "w", "ares", "school"), design=design) == [
        'export.csv: column "area" is missing, which codebook.yml or wave.yml names; export it '
        'again, or correct the file; did you mean "ares"?',
        'export.csv: column "ares" is not in codebook.yml; describe it there as a question, or '
        'list it under "columns": "personal" (never stored) or "unused"',
    ]


def test_a_column_with_another_name_is_missing_and_there_is_one_too_many() -> None:
    assert problems((*without("q2_1"), "q2.1")) == [
        'export.csv: column "q2_1" is missing, which codebook.yml or wave.yml names; export it '
        'again, or correct the file; did you mean "q2.1"?',
        'export.csv: column "q2.1" is not in codebook.yml; describe it there as a question, or '
        'list it under "columns": "personal" (never stored) or "unused"',
    ]


def test_names_that_a_database_cannot_tell_apart() -> None:
    found = problems((*COLUMNS, "Q1", "ID", "Email"))
    assert [one for one in found if "rename" in one] == [
        'export.csv: column "Q1" differs from "q1" in upper and lower case only; rename it in the '
        "survey tool, and export again",
    ]


@pytest.mark.parametrize(
    "labels",
    [
        {"1": "Forening", "2": "Hus"},
        {"1": "Club", "2": "Et  hus"},
        {"1": "FORENING"},
        {"2": "hus"},
        {"1": "\x1bForening\uffff", "2": " \t"},
    ],
)
def test_labels_of_the_file_that_say_the_same(labels: dict[str, str]) -> None:
    assert problems(labels={"q1": labels}) == []


def test_codes_that_mean_something_else_in_the_file() -> None:
    assert problems(labels={"q1": {"1": "Hus", "2": "Husene", "3": "Kirke"}}) == [
        'export.csv, column "q1" (kind): code 1 is "Hus" in the export but "Forening" (club) in '
        "codebook.yml; correct the code, or add the label as an alias",
        'export.csv, column "q1" (kind): code 2 is "Husene" in the export but "Hus" (house) in '
        "codebook.yml; correct the code, or add the label as an alias",
        'export.csv, column "q1" (kind): the export has code 3, "Kirke", which codebook.yml '
        "lacks; add it",
    ]


def test_labels_of_options_numbers_and_other_columns_are_not_compared() -> None:
    assert problems(labels={"q2_1": {"1": "Valgt"}, "q3": {"9": "Ni"}, "status": {"1": "x"}}) == []


def test_a_name_that_differs_by_spaces_that_nobody_sees_is_told_as_yaml_writes_it() -> None:
    (missing, _) = problems((*without("status"), "status\N{NO-BREAK SPACE}"))
    assert missing.endswith(r'write it so, in double quotes: "status\_"')
    assert yaml.safe_load(r'"status\_"') == "status\N{NO-BREAK SPACE}"
