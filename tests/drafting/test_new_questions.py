"""Questions that no codebook describes yet."""

from drafting_samples import column, tiny_codebook

from pipeline.drafting.new_questions import NewCategory, NewQuestion, new_questions

SCALES = {"agreement": tiny_codebook().variables["views"].categories}
CATEGORIES = (NewCategory("ja", 1, "Ja", False), NewCategory("ved_ikke", 2, "Ved ikke", True))


def only(*columns) -> NewQuestion:  # type: ignore[no-untyped-def]
    (question,) = new_questions(columns, set(), SCALES)
    return question


def test_a_question_with_its_answers_as_categories() -> None:
    asked = column("q9_new", "Ved ikke", "Ja", "Ved ikke", "Ja")
    assert only(asked) == NewQuestion("new", "single", (asked,), "", "New", categories=CATEGORIES)


def test_answers_that_the_file_lists_keep_their_codes() -> None:
    asked = column("s_9", "5", question="Er det nyt?", _5="Ja", _7="Ved ikke")
    question = only(asked)
    assert (question.name, question.text) == ("er_det_nyt", "Er det nyt?")
    assert [(one.code, one.name) for one in question.categories] == [(5, "ja"), (7, "ved_ikke")]


def test_the_answers_of_a_scale_are_that_scale() -> None:
    answers = ("Meget enig", "Enig", "Hverken eller", "Uenig", "Ved ikke")
    question = only(column("q9_new", *answers, *answers))
    assert (question.scale, question.categories) == ("agreement", ())


def test_ticks_side_by_side_are_one_question() -> None:
    ticks = [column(f"q9_{name}", "Valgt", "Ikke valgt") for name in ("town", "firm")]
    question = only(*ticks)
    assert (question.name, question.type) == ("q9", "multiple")
    assert question.items == (("town", "q9_town", "Town"), ("firm", "q9_firm", "Firm"))


def test_statements_with_the_same_answers_are_a_battery() -> None:
    told = ["Er I - hurtige", "Er I - modige"]
    columns = [
        column(f"s_{number}", "1", question=text, _1="Ja", _2="Nej")
        for number, text in enumerate(told)
    ]
    question = only(*columns)
    assert (question.type, question.text) == ("battery", "Er I")
    assert [item[2] for item in question.items] == ["hurtige", "modige"]


def test_questions_side_by_side_stay_two() -> None:
    first, second = (column(f"s_{n}", "1", question=f"Er {n} nyt?", _1="Ja") for n in "12")
    assert len(new_questions([first, second], set(), {})) == 2


def test_names_that_are_taken_get_a_number() -> None:
    asked = column("q9_kind", "Ja", "Nej", "Ja", "Nej")
    assert new_questions([asked], {"kind"}, {})[0].name == "kind_2"
