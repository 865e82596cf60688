"""Answers that have an order."""

import pytest

from pipeline.drafting.fact_words import FACTS
from pipeline.drafting.scale_words import ATTITUDES
from pipeline.drafting.scales import order_of


@pytest.mark.parametrize(
    ("labels", "ordered"),
    [
        (
            ["Uenig", "Helt uenig", "Enig", "Helt enig"],
            ["Helt enig", "Enig", "Uenig", "Helt uenig"],
        ),
        (["Disagree", "Neither", "Strongly agree"], ["Strongly agree", "Neither", "Disagree"]),
        (["trifft nicht zu", "trifft voll zu"], ["trifft voll zu", "trifft nicht zu"]),
        (["Aldrig", "Altid", "Sjældent"], ["Altid", "Sjældent", "Aldrig"]),
        (["aldri", "ofte", "av og til"], ["ofte", "av og til", "aldri"]),
        (["Missnöjd", "Mycket nöjd", "Nöjd"], ["Mycket nöjd", "Nöjd", "Missnöjd"]),
        (["Slet ikke", "I høj grad", "I nogen grad"], ["I høj grad", "I nogen grad", "Slet ikke"]),
        (["Small", "Large", "Medium"], ["Large", "Medium", "Small"]),
        (["2 = Uenig", "1 = Enig"], ["1 = Enig", "2 = Uenig"]),
        (
            ["Never -- I don't use it.", "Rarely -- I know how to use it."],
            ["Rarely -- I know how to use it.", "Never -- I don't use it."],
        ),
    ],
)
def test_words_of_scales_have_an_order_and_scores(labels: list[str], ordered: list[str]) -> None:
    order = order_of(labels)
    assert order is not None
    assert list(order.labels) == ordered
    assert [order.scores[label] for label in ordered] == [*range(len(ordered), 0, -1)]


def test_degrees_of_one_word_are_a_scale() -> None:
    order = order_of(["No, not rude at all", "Yes, very rude", "Yes, somewhat rude"])
    assert order is not None
    assert order.labels == ("Yes, very rude", "Yes, somewhat rude", "No, not rude at all")
    assert order.unipolar


def test_degrees_of_two_words_are_none() -> None:
    assert order_of(["very rude", "somewhat kind"]) is None


def test_what_is_no_answer_takes_no_part() -> None:
    order = order_of(["Ved ikke", "Uenig", "Enig"])
    assert order is not None
    assert order.labels == ("Enig", "Uenig")


def test_ranges_of_numbers_go_up_and_have_no_scores() -> None:
    order = order_of(["$150,000+", "> 60", "18-29", "30-44"])
    assert order is not None
    assert (order.labels, order.scores) == (("18-29", "30-44", "> 60", "$150,000+"), {})


def test_numbers_score_themselves() -> None:
    order = order_of(["5", "1", "3"])
    assert order is not None
    assert order.scores == {"1": 1.0, "3": 3.0, "5": 5.0}


def test_the_ends_of_a_scale_of_numbers_may_be_explained() -> None:
    order = order_of(["10 (All)", "1 (None)", "2", "3"])
    assert order is not None
    assert list(order.scores.values()) == [1.0, 2.0, 3.0, 10.0]


@pytest.mark.parametrize("labels", [["Enig"], ["Enig", "Rød"], ["Enig", "enig"], ["Rød", "Grøn"]])
def test_other_answers_have_no_order(labels: list[str]) -> None:
    assert order_of(labels) is None


@pytest.mark.parametrize(
    ("labels", "ordered"),
    [
        (
            ["2015 eller senere", "Før 1995", "1995–2004"],
            ["Før 1995", "1995–2004", "2015 eller senere"],
        ),
        (["über 10", "1-10", "Keine"], ["Keine", "1-10", "über 10"]),
        (["5 eller flere", "Ingen", "1-4"], ["Ingen", "1-4", "5 eller flere"]),
    ],
)
def test_ranges_begin_with_words_of_five_languages(labels: list[str], ordered: list[str]) -> None:
    order = order_of(labels)
    assert order is not None
    assert list(order.labels) == ordered


@pytest.mark.parametrize(
    "labels",
    [
        ["Valgt", "Ikke valgt"],
        ["Har bil", "Har ikke bil"],
        ["Større by", "Mindre by", "Land"],
        ["Meget vigtigt", "Meget sjovt"],
        ["Mandag", "Tirsdag", "Onsdag"],
    ],
)
def test_a_denial_alone_is_no_scale(labels: list[str]) -> None:
    assert order_of(labels) is None


def test_a_wording_stands_at_one_level_of_a_scale() -> None:
    for scale in (*ATTITUDES, *FACTS):
        wordings = [one for level in scale.levels for one in set(level.split("|"))]
        assert len(wordings) == len(set(wordings)), scale.name
