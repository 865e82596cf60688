"""The columns of the tiny wave."""

from dataclasses import replace

import pytest
from waves import TINY_ROOT

from pipeline.codebooks.codebook import Codebook
from pipeline.handing_on.columns import Column, question_columns
from pipeline.paths import Places
from pipeline.reading import read_inputs


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_inputs(Places("tiny", "2024", TINY_ROOT))[0]


@pytest.fixture(scope="module")
def columns(codebook: Codebook) -> dict[str, Column]:
    return {one.name: one for one in question_columns(codebook, {})}


def test_every_question_and_item_but_open_answers(columns: dict[str, Column]) -> None:
    assert list(columns) == [
        *("kind", "staff", "tried", "partners_town", "partners_firm", "partners_other"),
        *("views_faster", "views_braver", "size", "kind_by_size", "ticks", "mood"),
    ]


def test_a_question_with_its_item_in_the_main_language(columns: dict[str, Column]) -> None:
    faster = columns["views_faster"]
    assert faster.label == "Hvor enige er I? - Vi er hurtigere"
    assert faster.short == "Holdninger - Vi er hurtigere"
    assert columns["size"].label == "Størrelse"


def test_codes_with_labels_and_what_is_no_answer(columns: dict[str, Column]) -> None:
    assert columns["views_faster"].labels == {
        1: "Meget enig",
        2: "Enig",
        3: "Hverken eller",
        4: "Uenig",
        9: "Ved ikke",
        9991: "Ubesvaret",
        9992: "Ikke stillet",
        9993: "Ikke nået",
        9994: "Ugyldigt svar",
    }
    assert columns["views_faster"].missing == (9, 9991, 9992, 9993, 9994)
    assert columns["size"].labels[9995] == "Uden for grupperne"


def test_options_belong_to_a_set(columns: dict[str, Column]) -> None:
    assert columns["partners_town"].answers == {1: "Ja", 0: "Nej"}
    assert {one.name for one in columns.values() if one.set == "partners"} == {
        "partners_town",
        "partners_firm",
        "partners_other",
    }


def test_levels_of_measurement(columns: dict[str, Column]) -> None:
    levels = {name: one.measure for name, one in columns.items()}
    assert levels["kind"] == levels["partners_town"] == levels["kind_by_size"] == "nominal"
    assert levels["views_faster"] == levels["size"] == "ordinal"
    assert levels["staff"] == levels["ticks"] == levels["mood"] == "scale"


def test_a_number_tells_who_gave_none(codebook: Codebook) -> None:
    asked = replace(codebook.variables["staff"], no_answer=("999",))
    changed = replace(codebook, variables={**codebook.variables, "staff": asked})
    staff = next(one for one in question_columns(changed, {}) if one.name == "staff")
    assert staff.labels[staff.states["missing"]] == "Intet tal oplyst"
    assert staff.missing == (9991, 9992, 9993, 9994, 9995)


def test_codes_of_a_number_are_larger_than_what_was_answered(codebook: Codebook) -> None:
    staff = next(one for one in question_columns(codebook, {2: 50_000}) if one.name == "staff")
    assert staff.missing == (99991, 99992, 99993, 99994)
    assert not staff.answers
