"""What became of the answers that a question offers."""

from dataclasses import replace

from drafting_samples import column, tiny_codebook

from pipeline.codebooks.codebook import Category, Variable
from pipeline.drafting.answer_changes import AnswerChanges, answer_changes

LIMIT = 0.1


def tried() -> Variable:
    return tiny_codebook().variables["tried"]


def test_the_same_answers_by_label_or_by_code() -> None:
    for answers in (("Ja", "Nej", "Yes"), ("1", "2")):
        assert answer_changes(tried(), [column("q3", *answers)], LIMIT) == AnswerChanges()
    listed = column("q3", "1", _1="Ja", _2="Nej")
    assert answer_changes(tried(), [listed], LIMIT).is_none


def test_an_answer_that_many_gave_is_new() -> None:
    found = answer_changes(tried(), [column("q3", "Ja", "Nej", "Til dels")], LIMIT)
    assert found == AnswerChanges(added=(("Til dels", 3),))


def test_an_answer_that_few_gave_is_told_and_not_added() -> None:
    found = answer_changes(tried(), [column("q3", *["Ja"] * 20, "Jaa")], LIMIT)
    assert found.is_none
    assert found.rare == {"Jaa": 1}


def test_own_words_are_put_together_where_they_were() -> None:
    categories = tried().categories
    other = Category(3, {"da": "Andet"}, aliases=("måske", "tja"))
    variable = replace(tried(), categories={**categories, "other": other})
    found = answer_changes(variable, [column("q3", *["Ja"] * 40, "næppe", "JA")], LIMIT)
    assert found == AnswerChanges(aliases={"yes": ("JA",), "other": ("næppe",)})


def test_an_answer_in_other_letters_is_the_same() -> None:
    found = answer_changes(tried(), [column("q3", "JA", "Nej")], LIMIT)
    assert found == AnswerChanges(aliases={"yes": ("JA",)})


def test_an_answer_that_stands_for_one_that_nobody_gave_is_reworded() -> None:
    views = tiny_codebook().variables["views"]
    answers = ("Meget enige", "Enig", "Hverken eller", "Uenig")
    found = answer_changes(views, [column("q5_1", *answers)], LIMIT)
    assert found == AnswerChanges(labels={"agree_strongly": "Meget enige"})


def test_listed_answers_tell_what_is_recoded_new_and_gone() -> None:
    listed = column("q3", "1", _1="Nej", _2="Ja", _3="Til dels")
    assert answer_changes(tried(), [listed], LIMIT) == AnswerChanges(
        added=(("Til dels", 3),), codes={"no": 1, "yes": 2}
    )
    listed = column("q3", "1", _1="Ja")
    assert answer_changes(tried(), [listed], LIMIT) == AnswerChanges(gone=("no",))


def test_a_listed_answer_is_reworded_at_its_code() -> None:
    kind = tiny_codebook().variables["kind"]
    listed = column("q1", "1", _1="Foreninger", _2="Hus")
    assert answer_changes(kind, [listed], LIMIT) == AnswerChanges(labels={"club": "Foreninger"})


def test_a_listed_value_that_is_no_code_is_another_way_of_writing_it() -> None:
    listed = column("q3", "A", _A="Ja", _B="Nej")
    found = answer_changes(tried(), [listed], LIMIT)
    assert found == AnswerChanges(aliases={"yes": ("A",), "no": ("B",)})


def test_the_columns_of_a_battery_count_together() -> None:
    views = tiny_codebook().variables["views"]
    first, odd = column("q5_1", *["Enig"] * 30), column("q5_2", *["Enig"] * 29, "Vist nok")
    assert answer_changes(views, [first, odd], LIMIT).rare == {"Vist nok": 1}
    # What many answered to one statement is an answer, however many statements there are.
    often = column("q5_2", *["Enig"] * 26, *["Vist nok"] * 4)
    found = answer_changes(views, [*[first] * 9, often], LIMIT)
    assert [label for label, _ in found.added] == ["Vist nok"]
