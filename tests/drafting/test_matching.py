"""Which column of a new export is which question."""

from collections.abc import Mapping

from drafting_samples import tiny_codebook, tiny_export

from pipeline.drafting.columns import columns_of
from pipeline.drafting.matching import match_columns
from pipeline.readers.export import Export

HEADER = "q1,q2,q3,q4_1,q4_2,q4_3,q5_1,q5_2,q6"
SAME = {
    "q1": "kind",
    "q2": "staff",
    "q3": "tried",
    "q4_1": "partners.town",
    "q4_2": "partners.firm",
    "q4_3": "partners.other",
    "q5_1": "views.faster",
    "q5_2": "views.braver",
    "q6": "remark",
}
QUESTIONS = {
    "q1": "Hvad er I?",
    "q2": "Hvor mange ansatte har I?",
    "q3": "Har I prøvet noget nyt?",
    "q4_1": "Hvem med? - Kommunen",
    "q4_2": "Hvem med? - En virksomhed",
    "q4_3": "Hvem med? - Andre",
    "q5_1": "Hvor enige er I? - Vi er hurtigere",
    "q5_2": "Hvor enige er I? - Vi er modigere",
    "q6": "Andet?",
}


def found(export: Export) -> Mapping[str, str]:
    """Column -> question."""
    matches = match_columns(columns_of(export), tiny_codebook(), {})
    return {one.column.name: ".".join(filter(None, one.question)) for one in matches}


def doubts(export: Export) -> Mapping[str, str]:
    """Column -> why a person should look, where one should."""
    matches = match_columns(columns_of(export), tiny_codebook(), {})
    return {one.column.name: one.doubt for one in matches if one.doubt}


def renamed(names: str, questions: Mapping[str, str] | None = None) -> Export:
    """The export with other names of columns; `questions` by the names before."""
    new = dict(zip(HEADER.split(","), names.split(","), strict=True))
    return tiny_export(
        (HEADER, names),
        questions={new[name]: text for name, text in (questions or {}).items()},
    )


def test_columns_of_the_same_name_are_the_same_questions() -> None:
    assert found(tiny_export()) == SAME
    assert doubts(tiny_export()) == {}


def test_the_names_of_the_codebook_are_found_in_names_of_columns() -> None:
    names = "q1_kind,q2_staff,q3_tried,p_town,p_firm,p_other,v1_faster,v2_braver,remark"
    assert list(found(renamed(names.replace("p_", "p1_"))).values()) == list(SAME.values())


def test_wordings_tell_whatever_the_columns_are_called() -> None:
    export = renamed("v1,v2,v3,v4,v5,v6,v7,v8,v9", QUESTIONS)
    assert list(found(export).values()) == list(SAME.values())
    assert doubts(export) == {}


def test_a_wording_wins_over_the_name_that_another_question_had() -> None:
    # A statement was taken out, and the others moved up.
    export = renamed(
        "q1,q2,q3,q4_1,q4_2,q4_3,q5_2,q5_1,q6",
        QUESTIONS,
    )
    assert found(export)["q5_1"] == "views.braver"
    assert found(export)["q5_2"] == "views.faster"


def test_a_reworded_question_is_found_by_its_column() -> None:
    export = tiny_export(questions={**QUESTIONS, "q3": "Har I prøvet noget nyt siden 2024?"})
    assert found(export) == SAME
    assert doubts(export) == {}


def test_quite_another_wording_in_a_column_is_doubted() -> None:
    export = tiny_export(
        questions={**QUESTIONS, "q3": "Kender I nogen fra kommunen?"},
        labels={"q3": {"1": "Ja", "2": "Nej"}},
    )
    assert found(export) == SAME
    assert doubts(export) == {
        "q3": "found by the name of the column, but its wording is quite another"
    }


def test_a_similar_wording_alone_is_doubted() -> None:
    questions = {**QUESTIONS, "q2": "Hvor mange lønnede ansatte har I?"}
    export = renamed("v1,v2,v3,v4,v5,v6,v7,v8,v9", questions)
    assert list(found(export).values()) == list(SAME.values())
    assert doubts(export) == {"v2": "found by a similar wording"}


def test_a_similar_name_is_doubted() -> None:
    export = tiny_export(
        (HEADER, HEADER.replace("q5_1", "q5_fasterr")),
        labels={"q5_fasterr": {"1": "Meget enig", "2": "Enig", "3": "Hverken eller"}},
    )
    assert found(export)["q5_fasterr"] == "views.faster"
    assert doubts(export) == {"q5_fasterr": "found by a similar name"}


def test_quite_another_wording_and_codes_alone_are_another_question() -> None:
    export = tiny_export(questions={**QUESTIONS, "q3": "Kender I nogen fra kommunen?"})
    assert "q3" not in found(export)


def test_answers_that_mean_nothing_to_a_question_speak_against_it() -> None:
    swapped = renamed("q2,q1,q3,q4_1,q4_2,q4_3,q5_1,q5_2,q6")
    assert "q1" not in found(swapped)


def test_two_columns_that_fit_alike_are_doubted() -> None:
    questions = {**QUESTIONS, "q6": "Har I prøvet noget nyt?"}
    names = "v1,v2,v3,v4,v5,v6,v7,v8,v9"
    export = tiny_export(
        (HEADER, names),
        ("1,2,Godt", "1,2,1"),
        (',"Ja, og mere"', ",2"),
        questions={
            f"v{number}": questions[name] for number, name in enumerate(HEADER.split(","), start=1)
        },
    )
    assert doubts(export) == {"v3": 'column "v9" fits nearly as well'}


def test_a_wording_of_the_export_before_tells_where_the_codebook_puts_it_otherwise() -> None:
    names = "v1,v2,v3,v4,v5,v6,v7,v8,v9"
    columns = columns_of(renamed(names, {"q3": "Nyt siden sidst, ja eller nej?"}))
    assert match_columns(columns, tiny_codebook(), {}) == ()
    (match,) = match_columns(columns, tiny_codebook(), {"q3": "Nyt siden sidst, ja eller nej?"})
    assert (match.column.name, match.variable, match.doubt) == ("v3", "tried", "")


def test_headers_may_be_questions_or_labels() -> None:
    headers = {
        "q1": "Type",
        "q2": "Hvor mange ansatte har I?",
        "q3": "Prøvet nyt",
        **{name: QUESTIONS[name] for name in ("q4_1", "q4_2", "q4_3", "q5_1", "q5_2", "q6")},
    }
    export = tiny_export((HEADER, ",".join(headers.values())))
    assert list(found(export).values()) == list(SAME.values())
    assert doubts(export) == {}


def test_columns_that_match_nothing_are_left() -> None:
    names = "v1,v2,v3,v4,v5,v6,v7,v8,v9"
    assert found(renamed(names)) == {}
