"""Change between waves against R's survey package, with and without weights: change.R."""

import csv
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import t
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from pipeline.inference.change import BothCells, Cells, Change, Known, change, change_since

REFERENCE = Path(__file__).parent.parent / "reference"
Row = dict[str, str]
Sums = dict[tuple[float, ...], list[float]]


def rows(name: str) -> list[Row]:
    with (REFERENCE / name).open() as lines:
        return list(csv.DictReader(lines))


def as_cells(people: list[Row], topic: str, weight: Callable[[Row], float]) -> Cells:
    """The respondents of a wave as cells: one a value."""
    sums: Sums = defaultdict(lambda: [0.0, 0.0])
    for one in people:
        cell = sums[float(one[topic]),]
        cell[0] += weight(one)
        cell[1] += weight(one) ** 2
    return Cells(
        np.array([key[0] for key in sums]),
        np.array([cell[0] for cell in sums.values()]),
        np.array([cell[1] for cell in sums.values()]),
    )


def as_both(waves: list[list[Row]], topic: str, weight: Callable[[Row], float]) -> BothCells:
    """Those of both waves as cells: one a pair of values."""
    first, second = ({one["respondent"]: one for one in people} for people in waves)
    sums: Sums = defaultdict(lambda: [0.0])
    for name in first.keys() & second.keys():
        one, other = first[name], second[name]
        sums[float(one[topic]), float(other[topic])][0] += weight(one) * weight(other)
    keys = np.array(list(sums))
    return BothCells(keys[:, 0], keys[:, 1], np.array([cell[0] for cell in sums.values()]))


def found(weights: str, group: str, topic: str) -> Change:
    sample = rows("change_sample.csv")

    def weight(row: Row) -> float:
        return 1.0 if weights == "none" else float(row["weight"])

    inside = [one for one in sample if one["in_base"] == "1" and group in ("all", one["group"])]
    waves = [[one for one in inside if one["wave"] == wave] for wave in "12"]
    result = change(
        *(as_cells(people, topic, weight) for people in waves),
        as_both(waves, topic, weight),
        len({one["respondent"] for one in sample}),
        0.95,
    )
    assert result is not None
    return result


@pytest.mark.parametrize(
    "expected", rows("change.csv"), ids=lambda row: "-".join(row.values())[:20]
)
def test_it_equals_that_of_r(expected: Row) -> None:
    one = found(expected["weights"], expected["group"], expected["topic"])
    values = {
        "earlier": one.earlier,
        "later": one.later,
        "difference": one.difference,
        "std_error": one.standard_error,
        "df": one.df,
    }
    for name, value in values.items():
        assert value == pytest.approx(float(expected[name]), rel=1e-8), name


def test_interval_and_test_agree() -> None:
    one = found("weight", "all", "x")
    assert one.low < one.difference < one.high
    assert one.high - one.difference == pytest.approx(t.ppf(0.975, 419) * one.standard_error)
    assert (one.p_value < 0.05) == (one.low > 0)


def test_who_answers_twice_alike_makes_a_change_more_certain() -> None:
    cells = Cells(np.array([0.0, 1.0]), np.array([50.0, 50.0]), np.array([50.0, 50.0]))
    x = np.array([0.0, 0.0, 1.0, 1.0])
    errors = []
    for alike in (25, 35, 45, 50):
        both = BothCells(
            x, np.array([0.0, 1.0, 0.0, 1.0]), np.array([alike, 50 - alike, 50 - alike, alike])
        )
        one = change(cells, cells, both, 100, 0.95)
        assert one is not None
        errors.append(one.standard_error)
    assert all(less > more for less, more in pairwise(errors))
    assert errors[-1] == 0


def test_where_nothing_varies_there_is_no_test() -> None:
    everyone = Cells(np.array([1.0]), np.array([9.0]), np.array([9.0]))
    nobody_twice = BothCells(np.zeros(0), np.zeros(0), np.zeros(0))
    one = change(everyone, everyone, nobody_twice, 18, 0.95)
    assert one is not None
    assert np.isnan(one.p_value)


def test_a_wave_with_nobody_has_no_change() -> None:
    nobody = Cells(np.zeros(0), np.zeros(0), np.zeros(0))
    some = Cells(np.array([1.0]), np.array([9.0]), np.array([9.0]))
    nobody_twice = BothCells(np.zeros(0), np.zeros(0), np.zeros(0))
    assert change(nobody, some, nobody_twice, 9, 0.95) is None
    with pytest.raises(ValueError, match="two respondents"):
        change(some, some, nobody_twice, 1, 0.95)


def test_since_a_number_alone_it_is_the_difference_of_independent_means() -> None:
    """Against statsmodels' comparison of two means with unequal variances."""
    generator = np.random.default_rng(5)
    before, after = generator.normal(3, 1, 80), generator.normal(3.4, 2, 120)
    both = CompareMeans(DescrStatsW(after), DescrStatsW(before))
    one = np.ones(after.size)
    known = Known(before.mean(), before.std(ddof=1) / np.sqrt(before.size), before.size)
    found = change_since(known, Cells(after, one, one), after.size, 0.95)
    assert found is not None
    assert found.difference == pytest.approx(after.mean() - before.mean(), abs=1e-12)
    assert found.standard_error == pytest.approx(both.std_meandiff_separatevar, rel=1e-12)
    assert found.df == before.size + after.size - 1
    half = t.ppf(0.975, found.df) * found.standard_error
    assert (found.low, found.high) == pytest.approx(
        (found.difference - half, found.difference + half)
    )


def test_since_a_number_alone_it_needs_two_respondents() -> None:
    none = np.zeros(0)
    assert change_since(Known(0.5, 0.1, 30), Cells(none, none, none), 2, 0.95) is None
    with pytest.raises(ValueError, match="at least two"):
        change_since(Known(0.5, 0.1, 30), Cells(none, none, none), 1, 0.95)
