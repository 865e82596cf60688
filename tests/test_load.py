"""Exports that are hard to load, and those that are refused; test_tiny_wave.py has a good one."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from waves import REPOSITORY, TINY_ROOT, loaded, tiny, write_export

from pipeline.code_answers import code_answers
from pipeline.database import existing_database, new_database
from pipeline.errors import ExportError, PipelineError
from pipeline.load import CHECKS
from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places
from pipeline.reading import read_inputs

EXPORT = (Places("tiny", "2024", TINY_ROOT).raw / "export.csv").read_text(encoding="utf-8")
A2 = "a2,a2@example.org,done,1,12,1,1,1,0,2,2,"
"""The third row of the file: a club of 12 that tried."""

Change = Callable[[str], str]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return tiny(tmp_path)


def write(places: Places, export: str = EXPORT, codebook: Change = str, wave: Change = str) -> None:
    write_export(places, export)
    for path, change in ((places.codebook, codebook), (places.wave_settings, wave)):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def refusal(places: Places) -> list[str]:
    with pytest.raises(ExportError) as raised:
        loaded(places)
    return list(raised.value.messages)


def rejected(places: Places) -> list[tuple[object, ...]]:
    """The rejected values of row 3."""
    with existing_database(places.database) as database:
        values = database.table("rejected_values").filter(row=3)
    return values.select("column_name", "value", "reason").rows()


@pytest.mark.parametrize("cell", ["1\t", "\N{NO-BREAK SPACE}1", " Ja ", '"1\n"', "Yes"])
def test_white_space_around_an_answer_is_no_part_of_it(cell: str, places: Places) -> None:
    write(places, EXPORT.replace(A2, A2.replace("12,1,", f"12,{cell},")))
    assert loaded(places).rejected_values == 6
    assert rejected(places) == []


def test_every_cell_of_the_file_is_kept_as_it_was_received(places: Places) -> None:
    """White space, blank cells and texts for nothing among them; not who answered."""
    answers = (" Ja ", "1\t", "\N{NO-BREAK SPACE}1", '"1\n"', "1", "Yes")
    texts = ('"  to\nlinjer "', "NA", '""', '" \t"', '"\x1b[31m ""x"""', "=\u202eעברית<b>NULL</b>")
    lines = EXPORT.splitlines()
    for row, (answer, text) in enumerate(zip(answers, texts, strict=True), start=2):
        cells = A2.removesuffix(",").split(",")
        lines[row] = ",".join([f"b{row}", *cells[1:5], answer, *cells[6:], text])
    write(places, "\n".join([*lines, ""]))
    loaded(places)
    with existing_database(places.database) as database:
        raw = database.table("raw")
    header, *rows = csv.reader(io.StringIO("\n".join(lines), newline=""))
    assert raw.columns == ["row", *(name for name in header if name not in ("id", "email"))]
    kept = [number for number, name in enumerate(header) if name not in ("id", "email")]
    assert [row[1:] for row in raw.sort("row").rows()] == [
        tuple(row[number] or None for number in kept) for row in rows if len(row) == len(header)
    ]


@pytest.mark.parametrize("number", ["1234567890123456", "9" * 40])
def test_a_number_that_no_sum_could_hold_is_out_of_range(number: str, places: Places) -> None:
    everything = lambda text: text.replace("    range: [0, 1000]\n", "")  # noqa: E731
    write(places, EXPORT.replace(A2, A2.replace(",12,", f",{number},")), everything)
    assert loaded(places).accepted == 11
    assert rejected(places) == [("q2", number, "out of range")]


@pytest.mark.parametrize("name", ['a"b', "text", "column_name", "code", "select", "'; drop", "ø"])
def test_a_column_may_have_any_name(name: str, places: Places) -> None:
    header, rest = EXPORT.split("\n", 1)
    quoted = name.replace("'", "''")
    write(
        places,
        header.replace("q6", '"' + name.replace('"', '""') + '"') + "\n" + rest,
        lambda text: text.replace("column: q6", f"column: '{quoted}'"),
    )
    assert loaded(places).rejected_values == 6
    with existing_database(places.database) as database:
        assert database.table("open_answers")["text"].to_list() == ["Godt", "Ja, og mere"]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("row", "row (2)"),
        ("Row", "Row (2)"),
        ("Q1", "Q1 (2)"),
        ("respondent", "respondent"),
        ("Respondent", "Respondent"),
    ],
)
def test_even_one_that_the_database_cannot_tell_apart(name: str, read: str, places: Places) -> None:
    write(
        places,
        EXPORT.replace("q6", name, 1),
        lambda text: text.replace("column: q6", f"column: {read}"),
    )
    assert loaded(places).rejected_values == 6
    with existing_database(places.database) as database:
        assert database.table("open_answers")["text"].to_list() == ["Godt", "Ja, og mere"]
        assert database.table("raw").columns[0] == "row"
        assert read in database.table("raw").columns


def test_a_number_behind_a_name_is_told_where_the_codebook_has_none(places: Places) -> None:
    write(
        places,
        EXPORT.replace("q6", "Row", 1),
        lambda text: text.replace("column: q6", "column: Row"),
    )
    assert 'column "Row" is missing' in refusal(places)[0]
    assert 'did you mean "Row (2)"?' in refusal(places)[0]


def test_labels_that_the_codebook_lacks_stop_the_run_when_they_are_many(places: Places) -> None:
    # Column q3 holds 12 answers; three of them are "Måske".
    many = EXPORT.replace(",2,7,2,", ",2,7,Måske,").replace(",2,11,2,", ",2,11,Måske,")
    write(places, many.replace(",1,9,2,", ",1,9,Måske,"))
    assert refusal(places) == [
        f'{places.raw}/export.csv, row 4, column "q3": "Måske" is no label of tried: 3 of 12 '
        "answers have an unknown label (allowed: 20%); add it to codebook.yml, or correct the "
        "export; known: Ja, Yes, Nej, No"
    ]
    assert not places.database.exists()


def test_answers_to_questions_that_were_not_asked_stop_it_as_well(places: Places) -> None:
    # Those who did not try were not asked for partners, but many of them have some.
    everyone = EXPORT.replace(",2,,,,", ",2,1,0,0,")
    write(places, everyone)
    messages = refusal(places)
    assert messages
    assert all("answer to a question that was not asked" in message for message in messages)
    assert all("correct the question in codebook.yml" in message for message in messages)


def test_a_refused_export_leaves_the_last_good_database(places: Places) -> None:
    loaded(places)
    before = places.database.read_bytes()
    write_export(places, EXPORT.replace("q6", "q7", 1))
    assert len(refusal(places)) == 2
    assert places.database.read_bytes() == before
    assert [path.name for path in places.processed.iterdir()] == ["wave.duckdb"]


def test_real_respondents_need_a_key(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, str(places.root / "no.key"))
    write(
        places,
        wave=lambda text: "".join(
            line for line in text.splitlines(True) if not line.startswith("demonstration")
        ),
    )
    (message,) = refusal(places)
    assert "there is no key" in message


def test_every_check_is_run() -> None:
    written = {path.stem for path in (REPOSITORY / "sql" / "checks").glob("*.sql")}
    assert written == set(CHECKS)


def test_a_number_that_is_too_large_is_not_taken_for_a_broken_file(places: Places) -> None:
    places.processed.mkdir(parents=True)
    with new_database(places.database) as database:
        database.load("numbers", pl.DataFrame({"n": [2**62, 2**62]}))
    with (
        pytest.raises(duckdb.OutOfRangeException),
        existing_database(places.database) as database,
    ):
        database._connection.execute("select n * n from numbers").fetchall()


def test_a_database_that_is_missing_or_broken_is_told(places: Places) -> None:
    for content, said in ((None, "does not exist; run `make report`"), (b"no", "cannot be read")):
        if content:
            places.processed.mkdir(parents=True)
            places.database.write_bytes(content * 5000)
        with pytest.raises(PipelineError, match=said), existing_database(places.database):
            pass


JOINED = (
    "    items:\n"
    "      town: {column: q4_1, label: {da: Kommunen, en: The town}}\n"
    "      firm: {column: q4_2, label: {da: En virksomhed, en: A firm}}\n"
    "      other: {column: q4_3, label: {da: Andre, en: Others}}\n",
    "    column: q4\n"
    '    joined_by: ","\n'
    "    items:\n"
    "      town: {label: {da: Kommunen, en: The town}}\n"
    '      firm: {label: {da: "Firma, lille", en: A firm}}\n'
    "      other: {label: {da: Andre, en: Others}}\n",
)
ANSWERS = ("Kommunen", '"Firma, lille,Kommunen"', "", "Andre", '"Andre, Fax"', "Kommunen", "")


def join_partners(places: Places, answers: tuple[str, ...] = ANSWERS) -> None:
    """The tiny wave with the partners in one column, q4."""
    lines = [
        f"a{number},a{number}@example.org,done,1,5,1,{answer},1,2,"
        for number, answer in enumerate(answers)
    ]
    header = EXPORT.splitlines()[0].replace("q4_1,q4_2,q4_3", "q4")
    write(places, "\n".join([header, *lines, ""]), lambda text: text.replace(*JOINED))


def test_several_answers_in_one_cell_become_answers(places: Places) -> None:
    join_partners(places)
    assert loaded(places).rejected_values == 1
    with existing_database(places.database) as database:
        ticks = database.table("answers").join(database.table("questions"), on="question")
        ticks = ticks.filter(variable="partners", code=1, state="answered").sort("respondent")
        assert ticks["item"].value_counts().sort("item").rows() == [
            ("firm", 1),
            ("other", 2),
            ("town", 3),
        ]
        assert database.table("raw")["q4"].to_list() == [
            "Kommunen", "Firma, lille,Kommunen", None, "Andre", "Andre, Fax", "Kommunen", None,
        ]  # fmt: skip
        rejected = database.table("rejected_values").select("row", "column_name", "value", "reason")
        assert rejected.rows() == [(6, "q4", "Fax", "no option")]


def test_open_answers_are_coded_beside_answers_in_one_cell(places: Places) -> None:
    join_partners(places)
    export = places.raw / "export.csv"
    text = export.read_text(encoding="utf-8")
    write_export(places, text.replace(",1,2,\n", ",1,2,Godt\n", 1))
    with places.codebook.open("a", encoding="utf-8") as file:
        file.write(
            "  remark_theme: {type: themes, of: remark, coders: [anna], label: {da: Temaer}, "
            "themes: {praise: {label: {da: Ros}}}}\n"
        )
    loaded(places)
    (written,) = code_answers(places, *read_inputs(places))
    with existing_database(places.database) as database:
        assert written.added == database.count("open_answers") == 1


def test_joined_answers_of_which_many_are_no_option_stop_the_run(places: Places) -> None:
    join_partners(places, ("Kommunen", "Fax", "Andre", '"Fax, Andre"', ""))
    (message,) = refusal(places)
    assert message.endswith(
        'export.csv, row 3, column "q4": "Fax" is no option of partners: 2 of 4 answers hold text '
        "that is none (allowed: 20%); add options or aliases to codebook.yml, or an item with "
        "`other: true`, or correct `joined_by`"
    )


def test_a_column_of_joined_answers_that_is_missing(places: Places) -> None:
    write(places, EXPORT, lambda text: text.replace(*JOINED))
    messages = "\n".join(refusal(places))
    assert 'column "q4" is missing, which codebook.yml or wave.yml names' in messages
    assert "[partners.town]" not in messages
