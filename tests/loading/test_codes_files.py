"""Files of codes beside an export: read with it, refused with it, and extended by `make codes`."""

from pathlib import Path

import polars as pl
import pytest
from waves import loaded, tabulated, tiny, write_export

from pipeline.code_answers import Written, code_answers
from pipeline.database import existing_database
from pipeline.errors import ExportError
from pipeline.paths import Places
from pipeline.reading import read_inputs

THEMES = """
  remark_theme:
    type: themes
    of: remark
    coders: [anna, bo]
    label: {da: Temaer}
    themes:
      praise: {label: {da: Ros}, key_words: {da: [god*]}}
      more: {label: {da: Mere}, key_words: {da: [mere]}}
"""
HEADER = "respondent;coder;themes;released;note;answer\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The tiny wave, in which a1 remarked "Godt" and b3 "Ja, og mere"."""
    places = tiny(tmp_path)
    with places.codebook.open("a", encoding="utf-8") as codebook:
        codebook.write(THEMES)
    return places


def codes(places: Places) -> Path:
    return places.raw / "remark_codes.csv"


def write(places: Places, *rows: str, header: str = HEADER) -> None:
    codes(places).write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def refusal(places: Places) -> list[str]:
    with pytest.raises(ExportError) as raised:
        loaded(places)
    return [
        message.removeprefix(f"{codes(places).as_posix()}, ") for message in raised.value.messages
    ]


def coded(places: Places) -> list[tuple[object, ...]]:
    """Row of the export, theme and code of those who have one."""
    with existing_database(places.database) as database:
        answers = database.table("answers").join(database.table("respondents"), on="respondent")
        themes = database.table("questions").filter(variable="remark_theme")
    found = answers.join(themes, on="question").filter(pl.col("code").is_not_null())
    return found.select("row", "item", "code").sort("row", "item").rows()


def test_themes_are_answers_of_those_whose_answer_was_coded(places: Places) -> None:
    # a1 is rows 2 and 13: the first is complete and counts.
    write(places, "a1;anna;praise + more;yes;;Godt", "b3;proposal;more;;;", "b3;bo;none;;;")
    loaded(places)
    assert coded(places) == [(2, "more", 1), (2, "praise", 1), (10, "more", 0), (10, "praise", 0)]


def test_what_coders_agreed_on_decides_on_themes_and_on_release(places: Places) -> None:
    write(places, "a1;anna;praise;yes;;", "a1;bo;praise;yes;;", "a1;final;more;no;;")
    loaded(places)
    assert coded(places) == [(2, "more", 1), (2, "praise", 0)]
    tabulated(places)
    assert pl.read_parquet(places.released_answers).is_empty()
    double = pl.read_parquet(places.processed / "double_codes.parquet")
    assert double.rows() == [("remark_theme", "anna", "bo", "praise", "praise", 1)]


def test_without_a_file_nothing_is_coded(places: Places) -> None:
    loaded(places)
    assert coded(places) == []
    write(places)
    loaded(places)
    assert coded(places) == []


def test_neither_ids_nor_notes_reach_the_database(places: Places) -> None:
    write(places, "a1;anna;praise;yes;a secret note;Godt")
    loaded(places)
    with existing_database(places.database) as database:
        codings = database.table("codings")
    assert codings.drop("coding").rows() == [
        (2, "remark_theme", "anna", 1, True),
        (13, "remark_theme", "anna", 1, True),
    ]
    assert b"secret" not in places.database.read_bytes()


def test_codes_of_nobody_and_of_no_answer_are_refused(places: Places) -> None:
    write(
        places,
        "a11;anna;praise;;;",
        "a2;anna;praise;;;",
        "b3;anna;more;;;Godt",
        "a1;anna;prase;;;",
        "x;proposal;praise;;;",
        "a2;proposal;praise;;;",
    )
    assert refusal(places) == [
        'row 5: "prase" is no theme of remark_theme; did you mean "praise"?',
        'row 2: there is no respondent "a11" in the export; did you mean "a1"?',
        "row 3: respondent a2 has no answer to remark that counts; remove the row",
        "row 4: the answer is not that of respondent b3 in the export; were some columns sorted "
        "without the others? Put the rows together again, or empty the cell",
        'row 6: there is no respondent "x" in the export; known: a1, b3',
    ]
    assert not places.database.exists()


def test_an_answer_that_tells_who_somebody_is_cannot_be_released(places: Places) -> None:
    export = places.raw / "export.csv"
    write_export(places, export.read_text(encoding="utf-8").replace("Godt", "Ring 12345678"))
    write(places, "a1;anna;praise;no;;")
    loaded(places)
    write(places, "a1;anna;praise;yes;;")
    assert refusal(places) == [
        "row 2: the answer tells who somebody is (telephone number), and readers would see it; "
        'write "no" under released'
    ]


def test_a_row_with_a_cell_too_few_is_named(places: Places) -> None:
    write(places, "a1;anna;praise", "b3;anna;more;;;")
    assert refusal(places) == ["row 2: 3 fields instead of 6; correct the row"]


def test_respondents_without_an_id_are_called_by_their_row(places: Places) -> None:
    text = places.codebook.read_text(encoding="utf-8")
    unused = text.replace("  respondent: id\n", "  unused: [id]\n")
    places.codebook.write_text(unused, encoding="utf-8")
    write(places, "10;anna;more;;;Ja, og mere")
    loaded(places)
    assert coded(places) == [(10, "more", 1), (10, "praise", 0)]


def extended(places: Places) -> list[Written]:
    return list(code_answers(places, *read_inputs(places)))


def test_make_codes_writes_what_is_still_to_be_coded(places: Places) -> None:
    loaded(places)
    path = codes(places).as_posix()
    assert extended(places) == [Written(path, added=2, proposed=2, present=0)]
    text = codes(places).read_bytes().decode("utf-8-sig")
    assert text == HEADER + "a1;proposal;praise;;;Godt\nb3;proposal;more;;;Ja, og mere\n"
    assert codes(places).stat().st_mode & 0o777 == 0o600
    # A proposal is no code.
    loaded(places)
    assert coded(places) == []


def test_what_a_person_wrote_stays(places: Places) -> None:
    loaded(places)
    rows = '"a1";anna;more;no;"see; ""there""";Godt;blue\n'
    codes(places).write_bytes(
        ("\ufeff" + HEADER.replace("\n", ";colour\n") + rows).encode("utf-16")
    )
    codes(places).chmod(0o640)
    assert [one.added for one in extended(places)] == [1]
    text = codes(places).read_bytes().decode("utf-8-sig")
    assert text.splitlines() == [
        "respondent;coder;themes;released;note;answer;colour",
        'a1;anna;more;no;"see; ""there""";Godt;blue',
        "b3;proposal;more;;;Ja, og mere;",
    ]
    assert codes(places).stat().st_mode & 0o777 == 0o640
    before = codes(places).read_bytes()
    assert [one.added for one in extended(places)] == [0]
    assert codes(places).read_bytes() == before


def test_a_file_with_mistakes_is_not_touched(places: Places) -> None:
    loaded(places)
    write(places, "a1;Ann;more;;;")
    before = codes(places).read_bytes()
    with pytest.raises(ExportError, match='row 2: "Ann" is no coder'):
        extended(places)
    assert codes(places).read_bytes() == before


def test_only_released_answers_leave_the_database(places: Places) -> None:
    write(places, "a1;anna;praise + more;yes;;", "b3;anna;more;no;;")
    loaded(places)
    tabulated(places)
    released = pl.read_parquet(places.released_answers)
    assert released.select("theme", "place", "text").rows() == [
        ("praise", 1, "Godt"),
        ("more", 2, "Godt"),
    ]
    assert places.released_answers.stat().st_mode & 0o777 == 0o600
    written = b"".join(
        path.read_bytes() for path in places.processed.iterdir() if path != places.database
    )
    assert b"og mere" not in written
