"""Questions of a new survey, from its columns."""

from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.survey_questions import survey_questions
from pipeline.readers.export import Hint


def drafted(*columns: Column, **hints: Hint) -> list[NewQuestion]:
    return [one.question for one in survey_questions(columns, hints, "da")[0]]


def test_columns_with_one_question_and_the_same_answers_are_a_battery() -> None:
    found = drafted(
        column("q1_1", "Enig", "Uenig", "Uenig", "Enig", question="Hvor enig? [Vi kan: altid]"),
        column("q1_2", "Enig", "Enig", "Uenig", "Uenig", question="Hvor enig? [Vi er modige]"),
        column("q2", "Ja", "Nej", "Nej", question="Er det nyt?"),
    )
    assert [(one.name, one.type) for one in found] == [("q1", "battery"), ("q2", "single")]
    assert [item[2] for item in found[0].items] == ["Vi kan: altid", "Vi er modige"]
    assert [one.label for one in found[0].categories] == ["Enig", "Uenig"]


def test_options_are_one_question_wherever_a_sign_stands_in_them() -> None:
    told = ("Realfag (biologi : kjemi)", "Språkfag")
    found = drafted(
        *(
            column(f"s_4_{n}", "0", "1", question=f"Hvilket? - {text}", _0="Ikke valgt", _1="Valgt")
            for n, text in enumerate(told)
        )
    )
    assert [(one.name, one.type) for one in found] == [("s_4", "multiple")]
    assert tuple(item[2] for item in found[0].items) == told


def test_options_that_hold_their_own_words_are_multiple_response() -> None:
    found = drafted(
        column("a", "Kommunen", question="Hvem? - Kommunen"),
        column("b", "Firma", question="Hvem? - Firma"),
    )
    assert [one.type for one in found] == ["multiple"]


def test_yes_and_no_answer_statements() -> None:
    found = drafted(
        *(column(f"q1_{n}", "Ja", "Nej", question=f"Har I prøvet? - {n}") for n in "ab")
    )
    assert [one.type for one in found] == ["battery"]


def test_a_single_yes_or_no_is_no_tick() -> None:
    (found,) = drafted(column("q1", "No", "Yes", "No"))
    assert [one.label for one in found.categories] == ["Yes", "No"]


def test_numbers_have_the_range_that_was_given() -> None:
    (found,) = drafted(column("q1", *map(str, range(20, 40))))
    assert (found.type, found.low, found.high, found.whole) == ("number", 20.0, 39.0, True)


def test_joined_answers_are_multiple_response_with_the_options_that_recur() -> None:
    cells = ["Excel, R"] * 20 + ["R"] * 30 + ["Excel, my own"] + ["Python, R"] * 10
    asked = column("q1", *cells)
    (found,) = drafted(asked, q1=Hint("joined", separator=", "))
    assert (found.type, found.joined_by, found.columns) == ("multiple", ", ", (asked,))
    assert [item[2] for item in found.items] == ["R", "Excel", "Python", "Andet, med egne ord"]
    assert found.own_words == found.items[-1][0]


def test_names_are_told_apart() -> None:
    found = drafted(column("Q1", "Ja", "Nej", "Ja"), column("q 1", "Ja", "Nej", "Ja"))
    assert len({one.name for one in found}) == 2


def test_what_is_no_year_is_out_of_range_among_years() -> None:
    (found,) = drafted(column("q1", *map(str, range(1940, 2010)), "3"))
    assert (found.low, found.high) == (1900.0, 2100.0)


def test_columns_of_one_question_are_one_though_texts_or_another_scale_stand_between() -> None:
    hints = {
        "p[1]": Hint("multiple", "Hvorfra?"),
        "p[1comment]": Hint("other_text", "Hvorfra?"),
        "p[2]": Hint("multiple", "Hvorfra?"),
        "d[1][1]": Hint("battery", "Hvor? - Skala 1"),
        "d[1][2]": Hint("battery", "Hvor? - Skala 2"),
        "d[2][1]": Hint("battery", "Hvor? - Skala 1"),
        "d[2][2]": Hint("battery", "Hvor? - Skala 2"),
    }
    columns = [
        column("p[1]", "Y", question="Hvorfra? - Ledelse"),
        column("p[1comment]", "Ja da", question="Hvorfra? - Ledelse - Kommentar"),
        column("p[2]", "Y", question="Hvorfra? - Borgere"),
        column("d[1][1]", "A", "B", question="Hvor? - Skala 1 - Her"),
        column("d[1][2]", "C", "D", question="Hvor? - Skala 2 - Her"),
        column("d[2][1]", "A", "B", question="Hvor? - Skala 1 - Der"),
        column("d[2][2]", "C", "D", question="Hvor? - Skala 2 - Der"),
    ]
    questions, _ = survey_questions(columns, hints, "da")
    found = {one.question.name: [c.name for c in one.question.columns] for one in questions}
    assert list(found.values()) == [
        ["p[1]", "p[2]"],
        ["p[1comment]"],
        ["d[1][1]", "d[2][1]"],
        ["d[1][2]", "d[2][2]"],
    ]
    assert next(iter(found)) == "p"


STATEMENTS = {
    "Jeg er glad for at gå på arbejde": ("Helt enig", "Enig", "Uenig"),
    "Jeg har indflydelse på mit arbejde": ("Helt enig", "Enig", "Uenig", "Helt uenig"),
    "Jeg har for meget at lave": ("Enig", "Uenig", "Helt uenig", "Ved ikke"),
}


def test_statements_on_one_scale_are_a_battery_where_no_question_stands_above_them() -> None:
    columns = [column(name, *given * 3, question=name) for name, given in STATEMENTS.items()]
    (found,) = drafted(*columns)
    assert (found.name, found.type, found.text) == ("udsagn", "battery", "Udsagn")
    assert [item[2] for item in found.items] == [*STATEMENTS]
    scored = {one.label: one.score for one in found.categories}
    assert scored == {"Helt enig": 4, "Enig": 3, "Uenig": 2, "Helt uenig": 1, "Ved ikke": None}


AGREED = ("Enig", "Uenig") * 3
YES_NO = ("Ja", "Nej") * 3


def test_questions_and_unlike_answers_are_no_battery() -> None:
    asked = "Er du glad for at gå på arbejde?"
    agreed = column("Jeg har indflydelse her", *AGREED, question="Jeg har indflydelse her")
    found = drafted(
        agreed,
        column(asked, *AGREED, question=asked),
        column("Min løn er god og fast", *YES_NO, question="Min løn er god og fast"),
        column("Min ferie er lang og god", *YES_NO, question="Min ferie er lang og god"),
    )
    assert [one.type for one in found] == ["single"] * 4


def test_what_one_respondent_alone_wrote_counts_as_other_and_its_scale_stays() -> None:
    given = ["Agree"] * 9 + ["Disagree"] * 9 + ["Strongly agree", "As Peter said"]
    questions, _ = survey_questions([column("q1", *given, question="And you?")], {}, "en")
    assert questions[0].own_words == 1
    aliases = {one.label: one.aliases for one in questions[0].question.categories}
    assert aliases.pop("Other") == ("As Peter said",)
    assert set(aliases) == {"Agree", "Disagree", "Strongly agree"}


def test_an_answer_that_one_row_of_a_battery_got_once_is_there_for_the_others() -> None:
    found = drafted(
        column("a", *["Bus"] * 9, *["Bil"] * 9, "Cykel", question="Hvordan? - Til arbejde"),
        column("b", *["Bus"] * 9, *["Cykel"] * 9, "Bil", question="Hvordan? - Hjem"),
    )
    assert [one.type for one in found] == ["battery"]
    assert {one.label for one in found[0].categories} == {"Bus", "Bil", "Cykel"}


def test_yes_and_nothing_besides_is_a_tick() -> None:
    questions, _ = survey_questions(
        [
            column("a", "Ja", "Ja", question="Hvilke sprog taler du? - Dansk"),
            column("b", "Ja", question="Hvilke sprog taler du? - Engelsk"),
        ],
        {},
        "da",
    )
    (found,) = [one.question for one in questions]
    assert (found.type, found.text) == ("multiple", "Hvilke sprog taler du?")
    assert [item[2] for item in found.items] == ["Dansk", "Engelsk"]


def test_a_statement_that_all_agree_with_is_no_tick_beside_one_with_a_no() -> None:
    found = drafted(
        column("a", "Ja", "Ja", question="Har I prøvet? - Dette"),
        column("b", "Ja", "Nej", question="Har I prøvet? - Hint"),
    )
    assert [one.type for one in found] == ["battery"]


def test_options_behind_a_question_mark_are_multiple_response() -> None:
    asked = {"Hva bruker du? Svømmehall": "svoemmehall", "Hva bruker du? Kino": "kino"}
    found = drafted(*(column(name, "Ja", "Ja", question=name) for name in asked))
    assert [(one.type, one.text) for one in found] == [("multiple", "Hva bruker du?")]
    assert [item[:2] for item in found[0].items] == [(name, one) for one, name in asked.items()]
    assert [item[2] for item in found[0].items] == ["Svømmehall", "Kino"]


def test_ticks_below_two_question_marks_are_two_questions() -> None:
    asked = ["Hva bruker du? Kino", "Hva bruker du? Buss", "Hva liker du? Kino"]
    found = drafted(*(column(name, "1", "0", question=name) for name in asked))
    assert [len(one.columns) for one in found] == [2, 1]
