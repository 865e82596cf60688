"""The answers of questions that nobody has described."""

from drafting_samples import column

from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import NewCategory
from pipeline.drafting.survey_answers import answers_of, options_of
from pipeline.readers.export import Hint


def categories(*columns: Column, other: bool = False, **hints: Hint) -> tuple[NewCategory, ...]:
    return answers_of(columns, hints, "en", with_other=other).categories


def test_listed_answers_keep_their_codes_and_get_the_scores_of_their_scale() -> None:
    asked = column("q1", "1", _1="Helt  uenig", _2="Enig", _9="Vet ikke")
    assert categories(asked) == (
        NewCategory("enig", 2, "Enig", False, (), 2.0),
        NewCategory("helt_uenig", 1, "Helt uenig", False, (), 1.0),
        NewCategory("vet_ikke", 9, "Vet ikke", True),
    )


def test_given_answers_are_in_the_order_of_their_scale() -> None:
    asked = column("q1", "Never", "Never", "Always", "NEVER")
    assert categories(asked) == (
        NewCategory("always", 1, "Always", False, (), 2.0),
        NewCategory("never", 2, "Never", False, ("NEVER",), 1.0),
    )


def test_a_number_that_no_label_explains_is_an_answer_between_those_at_the_ends() -> None:
    asked = column("q1", "2", "1", _1="I liten grad", _3="I stor grad")
    made = categories(asked)
    assert [(one.code, one.label, one.score) for one in made] == [
        (1, "I liten grad", 1.0),
        (2, "2", 2.0),
        (3, "I stor grad", 3.0),
    ]


def test_user_missing_values_are_no_answers() -> None:
    asked = column("q1", "1", _1="Enig", _2="Uenig", _8="Andet")
    made = categories(asked, q1=Hint(missing=("8",)))
    assert [(one.label, one.missing) for one in made][-1] == ("Andet", True)


def test_only_what_the_file_declares_missing_is_in_no_base() -> None:
    asked = column("q1", "1", _1="Enig", _2="Uenig", _8="Ved ikke", _9="Uoplyst")
    made = categories(asked, q1=Hint(missing=("9",)))
    assert {one.label: (one.missing, one.left_out) for one in made} == {
        "Enig": (False, False),
        "Uenig": (False, False),
        "Ved ikke": (True, False),
        "Uoplyst": (True, True),
    }


def test_what_respondents_wrote_themselves_is_one_answer() -> None:
    given = ["Excel"] * 60 + ["Python"] * 40 + ["excel"] * 5 + ["my own", "abacus"]
    asked = column("q1", *given)
    assert options_of(asked) == ("excel", "python")
    made = categories(asked, other=True)
    assert [(one.label, sorted(one.aliases)) for one in made] == [
        ("Excel", ["excel"]),
        ("Python", []),
        ("Other", ["abacus", "my own"]),
    ]


def test_open_answers_have_no_options() -> None:
    assert options_of(column("q1", *(f"answer {n}" for n in range(40)))) == ()


def test_no_code_is_the_text_of_another_answer() -> None:
    made = categories(column("q1", "two", "1", "three"))
    texts = {text for one in made for text in (one.label, *one.aliases)}
    assert not [one for one in made if str(one.code) in texts - {one.label}]


def test_a_value_that_is_the_label_of_another_with_its_tags_is_the_same() -> None:
    (first, second) = categories(column("q1", "<b>x</b>", "1", _1="<b>x</b>", _2="x"))
    assert (first.label, first.code, second.label) == ("<b>x</b>", 1, "x")


def test_answers_that_differ_in_capitals_are_one_with_a_capital() -> None:
    found = answers_of([column("q", "ja", "ja", "Ja", "nej")], {}, "da", with_other=False)
    assert [(one.label, one.aliases) for one in found.categories] == [
        ("Ja", ("ja",)),
        ("nej", ()),
    ]


def test_what_is_none_of_the_options_is_last_before_what_is_no_answer() -> None:
    given = ["Andet, skriv hvilket", "Ved ikke", "Other (please specify)", "Bus", "Andre byer"]
    made = categories(column("q1", *given))
    assert [one.label for one in made] == [
        "Andre byer",
        "Bus",
        "Andet, skriv hvilket",
        "Other (please specify)",
        "Ved ikke",
    ]
