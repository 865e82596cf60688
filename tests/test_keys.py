"""The names of estimates, and what is said of one that does not exist."""

import polars as pl
import pytest

from pipeline.keys import Estimate, Keys, UnknownKey, keys
from pipeline.paths import Places
from pipeline.results import ESTIMATES


def row(**given: object) -> dict[str, object]:
    """An estimate; what is not given is that of a plain share."""
    text = {name: "" for name, kind in ESTIMATES.items() if kind == pl.String()}
    plain = {"survey": "tiny", "wave": "2024", "figure": "fig_01", "variable": "tried"}
    numbers = {"estimate": 0.7, "base_n": 10, "figure_n": 10, "suppressed": False}
    return (
        text | plain | {"group": "all", "statistic": "share", "category": "yes"} | numbers | given
    )


def named(*rows: dict[str, object]) -> Keys:
    return keys(pl.DataFrame(list(rows), schema=ESTIMATES))


@pytest.fixture
def tiny_keys(tiny_wave: Places) -> Keys:
    return keys(pl.read_parquet(tiny_wave.estimates))


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, ["fig_01.yes", "tried.yes"]),
        ({"group": "club"}, ["fig_01.club.yes", "tried.club.yes"]),
        ({"item": "town"}, ["fig_01.town.yes", "tried.town.yes"]),
        ({"item": "town", "group": "club"}, ["fig_01.town.club.yes", "tried.town.club.yes"]),
        ({"group": "club*small"}, ["fig_01.club_small.yes", "tried.club_small.yes"]),
        ({"statistic": "mean", "category": ""}, ["fig_01.mean", "tried.mean"]),
        ({"statistic": "rate"}, ["fig_01.yes_rate", "tried.yes_rate"]),
        ({"statistic": "count"}, ["fig_01.yes", "tried.yes"]),
    ],
)
def test_an_estimate_is_called_by_its_figure_and_by_its_variable(
    given: dict[str, object], names: list[str]
) -> None:
    assert list(named(row(**given)).by_name) == [f"tiny.w2024.{name}" for name in names]


def test_an_estimate_holds_what_a_sentence_needs(tiny_keys: Keys) -> None:
    found = tiny_keys.find("tiny.w2024.fig_01.club.yes")
    assert found == Estimate(
        "tiny.w2024.fig_01.club.yes",
        "share",
        5 / 6,
        found.margin,
        base_n=6,
        figure_n=10,
        suppressed=False,
        low=found.low,
        high=found.high,
        survey="tiny",
        wave="2024",
        figure="fig_01",
        variable="tried",
        group_variable="kind",
        group="club",
        category="yes",
    )
    assert found.low is not None and found.high is not None
    assert found.low < 5 / 6 < found.high
    assert found.margin is not None and 0 < found.margin < 0.5


@pytest.mark.parametrize("reference", ["fig_01.club.yes", "tried.club.yes", "club.yes"])
def test_the_end_of_a_name_is_enough_where_it_is_unique(tiny_keys: Keys, reference: str) -> None:
    assert tiny_keys.find(reference).key == "tiny.w2024.fig_01.club.yes"


def test_an_end_is_made_of_whole_parts(tiny_keys: Keys) -> None:
    with pytest.raises(UnknownKey):
        tiny_keys.find("b.yes")


def test_a_name_that_means_several_estimates(tiny_keys: Keys) -> None:
    with pytest.raises(UnknownKey) as raised:
        tiny_keys.find("agree")
    assert str(raised.value) == (
        '"agree" names 2 estimates: tiny.w2024.fig_02.braver.agree, '
        "tiny.w2024.fig_02.faster.agree; write as much of the name as makes it unique"
    )


def test_two_figures_with_the_same_number_are_no_contradiction() -> None:
    both = named(row(), row(figure="fig_02"))
    assert both.find("tried.yes").value == 0.7
    apart = named(row(), row(figure="fig_02", estimate=0.6))
    with pytest.raises(UnknownKey, match="names 2 estimates"):
        apart.find("tried.yes")


def test_a_name_that_does_not_exist_has_a_nearest(tiny_keys: Keys) -> None:
    with pytest.raises(UnknownKey) as raised:
        tiny_keys.find("tried.clubs.yes")
    assert str(raised.value) == (
        'there is no estimate "tried.clubs.yes"; did you mean "tried.club.yes"?'
    )


def test_a_wave_comes_first_and_others_are_found_by_their_full_names() -> None:
    both = named(row(), row(wave="2022", estimate=0.5))
    assert both.find("tried.yes", "tiny", "2024").value == 0.7
    assert both.find("tried.yes", "tiny", "2022").value == 0.5
    assert both.find("tiny.w2022.tried.yes", "tiny", "2024").value == 0.5
    with pytest.raises(UnknownKey, match="names 2 estimates"):
        both.find("tried.yes")
