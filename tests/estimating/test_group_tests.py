"""Which test a figure gets, on which table, and how p-values are corrected over its items."""

from collections.abc import Iterable
from math import sqrt
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from cell_samples import Counted, cells, undeclared, weighted
from scipy.stats import chi2, ttest_ind

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import Document
from pipeline.estimating.group_tests import group_tests
from pipeline.estimating.group_tests import test_of as group_test_of
from pipeline.inference.association import Caution, chi_squared_independence
from pipeline.inference.design import Atoms
from pipeline.inference.trend import design_trend, linear_by_linear
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, figure_problems
from pipeline.reading import read_inputs
from pipeline.sampling.sample import Sampling
from pipeline.wave import Wave

SCORES = {"agree_strongly": 5, "agree_somewhat": 4, "neither": 3, "disagree": 2}


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def wave(tiny_wave: Places) -> Wave:
    return read_inputs(tiny_wave)[1]


@pytest.fixture(scope="module")
def sampled(codebook: Codebook, wave: Wave) -> Sampling:
    return undeclared(codebook, wave)


def views(**values: object) -> Figure:
    return Figure.model_validate(
        {"variable": "views", "items": ("faster",), "groups": "kind_by_size", **values}
    )


def plan_of(figure: Figure, **values: object) -> Plan:
    return Plan.model_validate({"survey": "tiny", "figures": {"fig_01": figure}, **values})


def outcomes(
    figure: Figure, codebook: Codebook, sampled: Sampling, counted: pl.DataFrame, **values: object
) -> list[dict[str, object]]:
    return group_tests(plan_of(figure, **values), codebook, counted, sampled).rows(named=True)


def of(
    codebook: Codebook, sampled: Sampling, rows: Iterable[Counted], item: str = "faster"
) -> pl.DataFrame:
    return cells(codebook, sampled, "views", "kind_by_size", rows, item)


RISING = (
    ("club*small", (4, 6, 8, 12)),
    ("club*large", (6, 8, 7, 9)),
    ("house*small", (9, 8, 7, 5)),
    ("house*large", (14, 7, 6, 3)),
)
"""Group, and how many agree strongly, agree, neither, disagree."""
ROWS = tuple(
    Counted(group, answer, n)
    for group, counts in RISING
    for answer, n in zip(SCORES, counts, strict=True)
)
UNSCORED = tuple(Counted(group, "dont_know", 5 * place) for place, (group, _) in enumerate(RISING))


def correlation() -> tuple[float, int]:
    """Pearson's of the group's place and the score, over respondents written out one by one."""
    pairs = np.array(
        [
            (place, score)
            for place, (_, counts) in enumerate(RISING)
            for score, n in zip(SCORES.values(), counts, strict=True)
            for _ in range(n)
        ]
    )
    return float(np.corrcoef(pairs.T)[0, 1]), len(pairs)


def test_a_trend_over_ordered_groups(codebook: Codebook, sampled: Sampling) -> None:
    r, n = correlation()
    figure = views(test="trend")
    # Who does not know has no score, and takes no part.
    (test,) = outcomes(figure, codebook, sampled, of(codebook, sampled, (*ROWS, *UNSCORED[1:])))
    assert (test["test"], test["df1"], test["df2"], test["n"]) == ("trend", 1, None, n)
    assert test["statistic"] == pytest.approx((n - 1) * r**2)
    assert test["p_value"] == pytest.approx(chi2(1).sf((n - 1) * r**2))
    assert (test["effect"], test["significant"]) == ("correlation", True)
    assert test["effect_size"] == pytest.approx(r)
    assert r > 0
    counts = [counts for _, counts in RISING]
    again = linear_by_linear(counts, [0, 1, 2, 3], list(SCORES.values()))
    assert test["p_value"] == pytest.approx(again.p_value)


def test_a_trend_under_weights(codebook: Codebook, wave: Wave) -> None:
    rows = [
        row._replace(stratum=stratum, weight=weight)
        for row in ROWS
        for stratum, weight in ((0, 1.0), (1, 3.0))
    ]
    declared = weighted(codebook, wave, rows)
    (test,) = outcomes(views(test="trend"), codebook, declared, of(codebook, declared, rows))
    places = [name for name, _ in RISING]
    n, weight = (np.array([getattr(row, name) for row in rows]) for name in ("n", "weight"))
    expected = design_trend(
        Atoms(np.array([row.stratum for row in rows]), n * 1.0, n * weight, n * weight**2),
        np.array([float(places.index(row.group)) for row in rows]),
        np.array([float(SCORES[row.category]) for row in rows]),
        declared.for_tests,
    )
    assert (test["test"], test["n"]) == ("design_trend", 2 * correlation()[1])
    assert test["statistic"] == pytest.approx(expected.statistic)
    assert test["df2"] == expected.df2
    assert test["p_value"] == pytest.approx(expected.p_value)


def test_a_trend_that_falls_has_a_negative_effect(codebook: Codebook, sampled: Sampling) -> None:
    backwards = dict(zip(SCORES, reversed(SCORES), strict=True))
    rows = [row._replace(category=backwards[row.category]) for row in ROWS]
    (test,) = outcomes(views(test="trend"), codebook, sampled, of(codebook, sampled, rows))
    assert test["effect_size"] == pytest.approx(-correlation()[0])


TWO_ITEMS = (
    ("faster", (Counted("club*small", "neither", 30), Counted("club*small", "disagree", 20))),
    ("braver", (Counted("club*small", "neither", 25), Counted("club*small", "disagree", 25))),
)
OTHERS = (Counted("house*large", "neither", 18), Counted("house*large", "disagree", 32))


def both_items(codebook: Codebook, sampled: Sampling) -> pl.DataFrame:
    parts = [of(codebook, sampled, (*rows, *OTHERS), item) for item, rows in TWO_ITEMS]
    return pl.concat(parts)


P_FASTER = chi_squared_independence([[30, 20], [18, 32]]).p_value
P_BRAVER = chi_squared_independence([[25, 25], [18, 32]]).p_value


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        ("none", (P_FASTER, P_BRAVER)),
        ("holm", (2 * P_FASTER, P_BRAVER)),
        ("bonferroni", (2 * P_FASTER, 2 * P_BRAVER)),
        ("benjamini_hochberg", (2 * P_FASTER, P_BRAVER)),
    ],
)
def test_p_values_are_corrected_over_the_tests_of_a_figure(
    correction: str, expected: tuple[float, float], codebook: Codebook, sampled: Sampling
) -> None:
    figure = views(items=("faster", "braver"), correction=correction)
    first, second = outcomes(figure, codebook, sampled, both_items(codebook, sampled))
    assert (first["item"], second["item"]) == ("faster", "braver")
    assert (first["p_value"], second["p_value"]) == pytest.approx((P_FASTER, P_BRAVER))
    assert (first["p_adjusted"], second["p_adjusted"]) == pytest.approx(expected)
    assert {first["correction"], second["correction"]} == {correction}
    # 0.016 alone is significant at 0.02, and corrected it is not.
    (strict, _) = outcomes(figure, codebook, sampled, both_items(codebook, sampled), level=0.98)
    assert strict["significant"] == (correction == "none")


def test_figures_are_families_of_their_own(codebook: Codebook, sampled: Sampling) -> None:
    plan = Plan(
        survey="tiny",
        figures={"fig_01": views(items=("faster",)), "fig_02": views(items=("braver",))},
    )
    found = group_tests(plan, codebook, both_items(codebook, sampled), sampled)
    assert found["p_adjusted"].to_list() == found["p_value"].to_list()


def test_a_test_that_was_not_possible_is_no_part_of_the_family(
    codebook: Codebook, sampled: Sampling
) -> None:
    of_few = [row._replace(n=1) for row in (*TWO_ITEMS[1][1], *OTHERS)]
    counted = pl.concat(
        [
            of(codebook, sampled, (*TWO_ITEMS[0][1], *OTHERS)),
            of(codebook, sampled, of_few, "braver"),
        ]
    )
    figure = views(items=("faster", "braver"), correction="bonferroni")
    possible, few = outcomes(figure, codebook, sampled, counted)
    assert possible["p_adjusted"] == pytest.approx(P_FASTER)
    assert (few["test"], few["p_value"], few["n"]) == ("chi_squared", None, 4)
    assert few["warning"] == Caution.TOO_FEW
    _, without_rules = outcomes(figure, codebook, sampled, counted, small_numbers="off")
    assert without_rules["test"] == "fisher_exact"
    assert without_rules["p_value"] is not None


def test_ranks_are_those_of_the_scores(codebook: Codebook, sampled: Sampling) -> None:
    (test,) = outcomes(views(test="ranks"), codebook, sampled, of(codebook, sampled, ROWS))
    assert (test["test"], test["df1"]) == ("kruskal_wallis", 3)
    assert sqrt(float(str(test["statistic"]))) > 2


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (views(), "independence"),
        (views(test="chi_squared"), "chi_squared"),
        (views(test="trend"), "trend"),
        (views(test="none"), ""),
        (views(groups=None), ""),
        (views(statistic="count"), ""),
        (views(statistic="mean"), "means"),
        (views(statistic="mean", test="ranks"), "ranks"),
        # Pearson's test is of shares: a default that says so leaves means alone.
        (views(statistic="mean", test="chi_squared"), "means"),
        (views(statistic="median", test="chi_squared"), "ranks"),
    ],
)
def test_the_test_that_a_figure_asks_for(figure: Figure, expected: str) -> None:
    assert group_test_of(figure) == expected


@pytest.mark.parametrize("test", ["trend", "ranks"])
def test_answers_without_scores_have_neither_trend_nor_ranks(test: str, codebook: Codebook) -> None:
    document = Document(Path("figures.yml"), {}, {})

    def problems(figure: Figure) -> list[str]:
        return figure_problems(figure, codebook, document, ("figures", "fig_01"))

    tried = Figure.model_validate({"variable": "tried", "groups": "kind", "test": test})
    assert problems(tried) == [
        'figures.yml, figures.fig_01.test: "tried" has no scores; '
        "write recommended, chi_squared or none"
    ]
    assert problems(views(test=test)) == []
    assert problems(tried.model_copy(update={"groups": None})) == []


def test_a_cross_is_tested_within_the_categories_of_one_of_its_variables(
    codebook: Codebook, sampled: Sampling
) -> None:
    # Clubs differ by size, houses do not; over all four groups the kinds would enter.
    rows = (
        *(
            Counted("club*small", answer, n)
            for answer, n in (("agree_strongly", 40), ("neither", 10))
        ),
        *(
            Counted("club*large", answer, n)
            for answer, n in (("agree_strongly", 15), ("neither", 35))
        ),
        *(
            Counted("house*small", answer, n)
            for answer, n in (("agree_strongly", 6), ("neither", 44))
        ),
        *(
            Counted("house*large", answer, n)
            for answer, n in (("agree_strongly", 6), ("neither", 44))
        ),
    )
    figure = views(test="chi_squared", within="kind", correction="none")
    clubs, houses = outcomes(figure, codebook, sampled, of(codebook, sampled, rows))
    assert (clubs["group"], clubs["n"], clubs["significant"]) == ("club", 100, True)
    assert (houses["group"], houses["n"], houses["significant"]) == ("house", 100, False)
    alone = chi_squared_independence(np.array([[40, 10], [15, 35]]))
    assert clubs["p_value"] == pytest.approx(alone.p_value)
    assert (houses["p_value"], houses["other_group"]) == (pytest.approx(1), "")


def test_groups_that_nobody_is_in_are_not_tested_within(
    codebook: Codebook, sampled: Sampling
) -> None:
    rows = [Counted(f"club*{size}", answer, 30) for size in ("small", "large") for answer in SCORES]
    figure = views(test="chi_squared", within="kind")
    (clubs,) = outcomes(figure, codebook, sampled, of(codebook, sampled, rows))
    assert clubs["group"] == "club"


def scored(group: str, counts: Iterable[int]) -> list[float]:
    return [score for score, n in zip(SCORES.values(), counts, strict=True) for _ in range(n)]


@pytest.mark.parametrize("weight", [1.0, 2.0])
def test_a_group_of_one_respondent_takes_no_part_in_a_test_of_means(
    weight: float, codebook: Codebook, sampled: Sampling, wave: Wave
) -> None:
    (first, one), (second, other) = RISING[0], RISING[3]
    rows = [
        Counted(group, answer, n)._replace(weight=weight)
        for group, counts in (RISING[0], RISING[3])
        for answer, n in zip(SCORES, counts, strict=True)
    ]
    single = Counted("house*small", "disagree", 1)._replace(weight=weight)
    drawn = sampled if weight == 1 else weighted(codebook, wave, [*rows, single])
    figure = views(statistic="mean")
    (told,) = outcomes(figure, codebook, drawn, of(codebook, drawn, [*rows, single]))
    (without,) = outcomes(figure, codebook, drawn, of(codebook, drawn, rows))
    assert told == without
    if weight == 1:
        known = ttest_ind(scored(second, other), scored(first, one), equal_var=False)
        assert (told["n"], told["test"]) == (60, "welch_t")
        assert told["p_value"] == pytest.approx(known.pvalue)
