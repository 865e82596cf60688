"""Headers of LimeSurvey, one by one."""

import pytest

from pipeline.readers.limesurvey_headings import Heading, has_both, has_codes, headings


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("q1", Heading("q1", (), "", (), "")),
        ("q1. Hvor gammel?", Heading("q1", (), "Hvor gammel?", (), "")),
        ("q1. Alder [i år]", Heading("q1", (), "Alder [i år]", (), "")),
        ("q1[SQ001]. Brug? [Mail]", Heading("q1", ("SQ001",), "Brug?", ("Mail",), "")),
        ("q1[SQ001]. Brug? []", Heading("q1", ("SQ001",), "Brug?", (), "")),
        ("q1[SQ001]. [Kun [ny] del]", Heading("q1", ("SQ001",), "", ("Kun [ny] del",), "")),
        ("q1[SQ001]. Brug? [en]to]", Heading("q1", ("SQ001",), "Brug? [en]to]", (), "")),
        ("q1[A][1]. To [Rk][Ve]", Heading("q1", ("A", "1"), "To", ("Rk", "Ve"), "")),
        ("q1[R1_C1]. Tabel [R][C]", Heading("q1", ("R1_C1",), "Tabel", ("R", "C"), "")),
        ("id. Response ID", Heading("id", (), "Response ID", (), "respondent")),
        ("groupTime7", Heading("groupTime7", (), "", (), "technical")),
        ("overTime", Heading("overTime", (), "", (), "")),
    ],
)  # fmt: skip
def test_a_header_with_a_code_is_taken_apart(name, heading):
    assert headings([name]) == [heading]


def test_the_time_of_a_question_is_known_by_the_question():
    assert [one.own for one in headings(["fritid", "fritidTime", "lovTime"])] == [
        "",
        "technical",
        "",
    ]


def test_a_header_of_wordings_has_no_codes():
    names = ["Response ID", "Brug? [Mail]", "Question time: q1"]
    assert not has_codes(names)
    assert headings(names) == [
        Heading("id", (), "Response ID", (), "respondent"),
        Heading("", (), "Brug?", ("Mail",), ""),
        Heading("", (), "Question time: q1", (), "technical"),
    ]


@pytest.mark.parametrize(
    ("sub", "beside"), [("other", True), ("SQ001comment", True), ("comment", True), ("SQ1", False)]
)
def test_texts_beside_answers_are_known_by_their_code(sub, beside):
    assert headings([f"q1[{sub}]"])[0].is_text_beside is beside


def test_both_are_told_from_codes():
    assert has_both(["", "a. A", "b[1]. B [c]"])
    assert not has_both(["a", "b. B"])
