"""Letters: from cells to tests of all pairs of groups and to the table that a reader sees."""

import numpy as np
import polars as pl
import pytest
from cell_samples import Counted, cells, undeclared, weighted

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.cells import figure_cells
from pipeline.estimating.counted_tables import tables
from pipeline.estimating.estimates import estimates
from pipeline.estimating.pair_tests import CORRECTIONS, has_letters, letters, pair_tests
from pipeline.inference.comparisons import compared_shares
from pipeline.inference.corrections import Correction
from pipeline.inference.shares import shares
from pipeline.paths import Places
from pipeline.planning.plan import RESPONSE, Figure, Plan
from pipeline.reading import read_inputs
from pipeline.results import EVERYONE, TESTS
from pipeline.sampling.sample import Sampling
from pipeline.tables import html_table
from pipeline.wave import Wave

GROUPS = ("club*small", "club*large", "house*small", "house*large")
SMOKERS, PATIENTS = (83, 90, 129, 70), (86, 93, 136, 82)
"""Smokers among patients of four groups, in R's help of pairwise.prop.test."""

EXAMPLE = tuple(
    Counted(group, category, n)
    for group, smokers, patients in zip(GROUPS, SMOKERS, PATIENTS, strict=True)
    for category, n in (("yes", smokers), ("no", patients - smokers))
)
BY_FOUR = Figure(variable="tried", groups="kind_by_size", show=("yes",), letters=True)
NO_RESPONSE = pl.DataFrame(schema={"variable": pl.String, "category": pl.String})


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def wave(tiny_wave: Places) -> Wave:
    return read_inputs(tiny_wave)[1]


@pytest.fixture(scope="module")
def sampled(codebook: Codebook, wave: Wave) -> Sampling:
    return undeclared(codebook, wave)


def plan_of(figure: Figure, **values: object) -> Plan:
    return Plan.model_validate({"survey": "tiny", "figures": {"fig_01": figure}, **values})


def compared(
    figure: Figure,
    codebook: Codebook,
    sampled: Sampling,
    rows: tuple[Counted, ...] = EXAMPLE,
    **values: object,
) -> pl.DataFrame:
    counted = cells(codebook, sampled, figure.variable, figure.groups or "", rows)
    found = pair_tests(plan_of(figure, **values), codebook, counted, sampled)
    assert found.schema == TESTS
    return found


def test_the_groups_of_the_example_are_the_codebooks(codebook: Codebook) -> None:
    assert tuple(codebook.variables["kind_by_size"].categories) == GROUPS


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        ("none", {0: 0.011329, 1: 0.007141, 2: 0.016143}),
        ("holm", {0: 0.056645, 1: 0.042846, 2: 0.064573}),
        ("bonferroni", {0: 6 * 0.011329, 1: 6 * 0.007141, 2: 6 * 0.016143}),
        # The three smallest of six: p m / rank, and none above the next one's.
        ("benjamini_hochberg", {0: 0.032286, 1: 0.032286, 2: 0.032286}),
    ],
)
def test_pairs_of_the_published_example(
    correction: str, expected: dict[int, float], codebook: Codebook, sampled: Sampling
) -> None:
    figure = BY_FOUR.model_copy(update={"correction": correction})
    found = compared(figure, codebook, sampled)
    assert found.height == 6
    assert set(found["correction"]) == {correction}
    for place, p_value in expected.items():
        (row,) = found.filter(group=GROUPS[place], other_group=GROUPS[3]).rows(named=True)
        assert row["p_adjusted"] == pytest.approx(p_value, abs=4e-6)
        assert row["effect_size"] == pytest.approx(
            SMOKERS[place] / PATIENTS[place] - SMOKERS[3] / PATIENTS[3]
        )
        assert (row["test"], row["category"], row["df1"]) == ("pair_z", "yes", None)
        assert row["n"] == PATIENTS[place] + PATIENTS[3]
        assert row["significant"] == (row["p_adjusted"] < 0.05)


def shown_letters(found: pl.DataFrame) -> dict[str, str]:
    return {group: own for (_, _, group), own in letters(found, GROUPS).items()}


def test_only_one_letter_of_the_example_is_left_after_correction(
    codebook: Codebook, sampled: Sampling
) -> None:
    without = BY_FOUR.model_copy(update={"correction": "none"})
    first, second, third, _ = GROUPS
    assert shown_letters(compared(without, codebook, sampled)) == dict.fromkeys(
        (first, second, third), "D"
    )
    assert shown_letters(compared(BY_FOUR, codebook, sampled)) == {second: "D"}
    assert shown_letters(compared(BY_FOUR, codebook, sampled, level=0.99)) == {}


def test_the_letter_stands_beside_the_larger_share_in_the_table(
    codebook: Codebook, sampled: Sampling
) -> None:
    counted = cells(codebook, sampled, "tried", "kind_by_size", EXAMPLE)
    found = estimates(plan_of(BY_FOUR), codebook, counted, NO_RESPONSE, sampled)
    own = letters(compared(BY_FOUR, codebook, sampled), GROUPS)
    table = html_table(BY_FOUR, codebook, found, "en", own).replace("\u00a0", " ")
    rows = [line for line in table.splitlines() if line.startswith("<tr") and "<td" in line]
    assert [row.partition('<td class="number">')[2].partition("<")[0] for row in rows] == [
        "94",
        "97",
        "97 D",
        "95",
        "85",
    ]
    heads = [row.partition('scope="row">')[2].partition("</th>")[0] for row in rows]
    assert [head[-3:] for head in heads[1:]] == ["(A)", "(B)", "(C)", "(D)"]
    assert "(" not in heads[0]


def test_several_letters_are_in_order_and_a_smaller_first_group_gives_its_letter() -> None:
    pairs = pl.DataFrame(
        {
            "item": "",
            "category": "yes",
            "group": ["a", "a", "b", "a", ""],
            "other_group": ["b", "c", "c", "d", ""],
            "effect_size": [-0.2, -0.3, -0.1, 0.4, 0.5],
            "significant": [True, True, True, False, True],
        }
    )
    assert letters(pairs, ("a", "b", "c", "d")) == {("", "yes", "b"): "A", ("", "yes", "c"): "A B"}


def test_a_net_is_compared_like_any_category(codebook: Codebook, sampled: Sampling) -> None:
    rows = (
        Counted("club", "agree_strongly", 20),
        Counted("club", "agree_somewhat", 25),
        Counted("club", "disagree", 15),
        Counted("house", "agree_strongly", 10),
        Counted("house", "agree_somewhat", 10),
        Counted("house", "disagree", 20),
    )
    figure = Figure(
        variable="views", items=("faster",), groups="kind", show=("agree", "disagree"), letters=True
    )
    counted = cells(codebook, sampled, "views", "kind", rows, "faster")
    found = pair_tests(plan_of(figure), codebook, counted, sampled)
    assert found["category"].to_list() == ["agree", "disagree"]
    # Agree is whatever does not disagree: the same test with the other sign.
    agree, disagree = found["statistic"]
    assert agree == pytest.approx(-disagree)
    # Pearson's chi-squared of 45/15, 20/20 is 6.59341.
    assert agree**2 == pytest.approx(100 * (45 * 20 - 15 * 20) ** 2 / (60 * 40 * 65 * 35))
    assert letters(found, ("club", "house")) == {
        ("faster", "agree", "club"): "B",
        ("faster", "disagree", "house"): "A",
    }


def test_under_weights_pairs_are_compared_shares(codebook: Codebook, wave: Wave) -> None:
    rows = tuple(
        Counted(group, category, n, stratum, weight)
        for place, group in enumerate(GROUPS)
        for stratum, weight in ((0, 1.0), (1, 2.5))
        for category, n in (("yes", 12 + 5 * place + stratum), ("no", 20 - 3 * place))
    )
    sampled = weighted(codebook, wave, rows)
    figure = BY_FOUR.model_copy(update={"correction": "bonferroni"})
    found = compared(figure, codebook, sampled, rows)

    counted = cells(codebook, sampled, "tried", "kind_by_size", rows)
    ((_, one),) = tables(
        figure_cells(plan_of(figure), codebook, counted).filter(pl.col("category").is_not_null())
    )
    members = (np.array(one.answers) == "yes")[one.answer][:, None]
    of_groups = shares(members, one.group, 4, one.atoms, sampled.for_tests)
    expected = compared_shares(
        of_groups, one.group, one.atoms, sampled.for_tests, Correction.BONFERRONI
    )
    assert set(found["test"]) == {"pair_t"}
    assert found["p_value"].to_list() == expected.p_value[0].tolist()
    assert found["p_adjusted"].to_list() == expected.p_adjusted[0].tolist()
    assert found["df1"].to_list() == expected.df.tolist()
    assert found["significant"].any()
    assert not found["significant"].all()


def test_groups_that_are_too_few_are_neither_tested_nor_part_of_the_family(
    codebook: Codebook, sampled: Sampling
) -> None:
    few = (*EXAMPLE[:6], Counted(GROUPS[3], "yes", 4), Counted(GROUPS[3], "no", 5))
    found = compared(BY_FOUR, codebook, sampled, few)
    assert GROUPS[3] not in {*found["group"], *found["other_group"]}
    three = compared(BY_FOUR, codebook, sampled, EXAMPLE[:6])
    assert found.equals(three)
    without_rules = compared(BY_FOUR, codebook, sampled, few, small_numbers="off")
    assert without_rules.height == 6


def test_which_figures_have_letters() -> None:
    assert has_letters(BY_FOUR)
    assert not has_letters(BY_FOUR.model_copy(update={"letters": False}))
    assert not has_letters(Figure(variable="tried", letters=True))
    assert not has_letters(Figure(variable=RESPONSE, groups="kind", letters=True))


def test_every_correction_of_the_plan_is_known() -> None:
    assert set(CORRECTIONS) == {name.value.replace("-", "_") for name in Correction}


def test_everyone_is_no_group_to_compare(codebook: Codebook, sampled: Sampling) -> None:
    found = compared(BY_FOUR, codebook, sampled)
    assert EVERYONE not in {*found["group"], *found["other_group"]}
