"""A figure over waves: series, what joins them and what parts them."""

import polars as pl
from figure_examples import CODEBOOK, estimates, shares

from pipeline.figures.trends import Series, trend
from pipeline.planning.plan import Figure
from pipeline.results import CHANGES, COMPARABILITY

FIGURE = Figure(variable="innovated", show=("yes", "no"))
BATTERY = Figure(variable="changes", items=("users", "board"), show=("agree", "neither"))
NO_CHANGES = pl.DataFrame(schema=CHANGES)


def comparable(*waves: str, item: str = "", broken: tuple[str, ...] = ()) -> pl.DataFrame:
    rows = [
        {"figure": "f", "item": item, "other_wave": wave, "comparable": wave not in broken}
        for wave in (*waves, *broken)
    ]
    return pl.DataFrame(rows, schema=COMPARABILITY)


def over(**by_wave: float) -> dict[str, pl.DataFrame]:
    return {
        wave.removeprefix("w"): estimates(*shares(yes=share, no=1 - share), base_n=100)
        for wave, share in by_wave.items()
    }


def numbers(one: Series) -> list[tuple[str, float, bool]]:
    return [(point.wave, round(point.estimate, 2), point.joined) for point in one.points]


def test_a_series_an_answer_of_a_single_question() -> None:
    yes, no = trend(FIGURE, CODEBOOK, over(w2020=0.5, w2022=0.6), NO_CHANGES, comparable("2020"))
    assert (yes.label, no.label) == ("Ja", "Nej")
    assert numbers(yes) == [("2020", 0.5, True), ("2022", 0.6, True)]
    assert yes.is_comparable
    assert not yes.changed


def test_a_series_an_item_of_a_battery_by_its_first_answer() -> None:
    rows = {
        wave: estimates(*shares(item="users", agree=0.2, neither=0.3), base_n=100)
        for wave in ("2020", "2022")
    }
    [one] = trend(BATTERY, CODEBOOK, rows, NO_CHANGES, comparable("2020", item="users"))
    assert (one.item, one.category, one.label) == ("users", "agree", "Flere brugere var med")


def test_a_wave_before_a_break_is_shown_and_not_joined() -> None:
    waves = over(w2018=0.4, w2020=0.5, w2022=0.6)
    known = comparable("2020", broken=("2018",))
    yes, _ = trend(FIGURE, CODEBOOK, waves, NO_CHANGES, known)
    assert [joined for _, _, joined in numbers(yes)] == [False, True, True]
    later = over(w2020=0.5, w2022=0.6)
    alone, _ = trend(FIGURE, CODEBOOK, later, NO_CHANGES, comparable(broken=("2020",)))
    assert not alone.is_comparable


def test_what_is_hidden_or_of_one_wave_alone_is_no_series() -> None:
    waves = over(w2020=0.5, w2022=0.6)
    hidden = waves | {"2020": waves["2020"].with_columns(suppressed=pl.lit(True))}
    assert trend(FIGURE, CODEBOOK, hidden, NO_CHANGES, comparable("2020")) == ()
    assert trend(FIGURE, CODEBOOK, over(w2022=0.6), NO_CHANGES, comparable()) == ()


def test_a_change_that_was_shown_marks_its_series() -> None:
    row = {"item": "", "category": "yes", "group": "all", "other_wave": "2020", "significant": True}
    changes = pl.DataFrame([row], schema=CHANGES)
    yes, no = trend(FIGURE, CODEBOOK, over(w2020=0.5, w2022=0.6), changes, comparable("2020"))
    assert yes.changed
    assert not no.changed
