"""Words compared and made into names."""

import pytest

from pipeline.drafting.wordings import (
    ALIKE,
    SAME,
    bare_name,
    family,
    is_wording,
    name_of,
    similarity,
    split_wording,
    words_of,
)


def test_signs_and_capitals_make_no_other_wording() -> None:
    assert similarity("Har I prøvet noget nyt?", "har i  prøvet noget nyt") == 1.0


def test_one_letter_makes_a_wording_alike_and_not_the_same() -> None:
    assert ALIKE < similarity("Har I prøvet noget nyt?", "Har I prøvet noget nyt i år?") < SAME
    assert ALIKE < similarity("a" * 200, "a" * 199) < SAME


def test_other_wordings_are_not_alike() -> None:
    assert similarity("Hvor mange ansatte har I?", "Er du glad?") < ALIKE
    assert similarity("", "") == 0.0


@pytest.mark.parametrize(
    ("question", "stem", "statement"),
    [
        ("Hvor enige er I? - Vi er hurtigere", "Hvor enige er I?", "Vi er hurtigere"),
        ("Hvor enige er I? [Vi er hurtigere]", "Hvor enige er I?", "Vi er hurtigere"),
        ("Hvor enige er I: Vi er hurtigere", "Hvor enige er I", "Vi er hurtigere"),
        ("Hvem? Sæt kryds. - Kommunen", "Hvem? Sæt kryds.", "Kommunen"),
        ("Hvor enige er I?", "Hvor enige er I?", ""),
    ],
)
def test_a_question_and_its_statement(question: str, stem: str, statement: str) -> None:
    assert split_wording(question) == (stem, statement)


def test_a_header_of_several_words_is_a_wording() -> None:
    assert is_wording("Har I prøvet det")
    assert is_wording("Andet?")
    assert not is_wording("org_type")
    assert not is_wording("Respondent ID")


@pytest.mark.parametrize(
    ("column", "bare"),
    [
        ("q9_staff_open", "staff_open"),
        ("s_12_11", ""),
        ("q3", ""),
        ("Q1_Org-type", "org_type"),
        ("email", "email"),
    ],
)
def test_what_a_column_is_called_beside_its_number(column: str, bare: str) -> None:
    assert bare_name(column) == bare


@pytest.mark.parametrize(
    ("column", "shared"),
    [
        ("q9_staff_open", "q9"),
        ("s_12_11", "s_12"),
        ("q15[SQ001]", "q15"),
        ("partners_2", "partners"),
        ("s_13", ""),
        ("digital_services", ""),
    ],
)
def test_columns_of_one_question_share_a_name(column: str, shared: str) -> None:
    assert family(column) == shared


def test_names_are_made_of_words() -> None:
    assert name_of("Ændrede løsninger på café", ()) == "aendrede_loesninger_paa_cafe"
    assert name_of("2 gange", ()) == "q_2_gange"
    assert name_of("Ja", ["ja"]) == "ja_2"
    assert name_of("Ja", ["ja", "ja_2", "ja_4"]) == "ja_3"
    assert len(name_of("et ord " * 20, ())) <= 40
    assert len(name_of("ord" * 700, ())) <= 40
    assert name_of("True", ()) == "q_true"
    assert name_of("null", ()) == "q_null"
    assert words_of("q13_digital_services") == "Digital services"
