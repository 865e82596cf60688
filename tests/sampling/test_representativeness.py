"""A wave beside its frame, from the export to the test, against R's survey package."""

from pathlib import Path

import polars as pl
import pytest
from sample_wave import DECLARED, Settings, frame, write_wave
from scipy.stats import chisquare
from share_samples import FRAME, REFERENCE, respondents
from waves import loaded, tabulated

from pipeline.inference.association import Caution
from pipeline.sampling.representativeness import MARGIN_TESTS

OF_MARGIN_A: Settings = {
    "by": "margin_a",
    "counts": dict(zip(("one", "two", "three"), map(int, FRAME["margin_a"]), strict=True)),
}
WAVES: dict[str, tuple[Settings, str]] = {
    "frame": ({**DECLARED["weighted"], "frame": OF_MARGIN_A}, "weighted"),
    "weights of one": ({**DECLARED["simple"], "frame": OF_MARGIN_A}, "simple"),
    "finite": ({**DECLARED["finite"], "frame": OF_MARGIN_A}, "strata"),
    "raked": (DECLARED["raked"], "strata"),
    "raked_clusters": (DECLARED["raked_clusters"], "clusters"),
    "post_stratified": (DECLARED["post_stratified"], "clusters"),
}
"""What wave.yml says, and R's design before calibration and without a finite population."""


def beside_the_frame(
    root: Path, settings: Settings, rows: pl.DataFrame | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The counts and tests that are written."""
    places = write_wave(root, settings, rows)
    loaded(places)
    tabulated(places)
    counts, tests = (
        pl.read_parquet(places.processed / f"margin_{name}.parquet") for name in ("counts", "tests")
    )
    return counts, tests


def from_r(design: str, margin: str) -> dict[str, float]:
    table = pl.read_csv(REFERENCE / "wave.csv", schema_overrides={"key": pl.String})
    numbers = table.filter(design=design, topic="fit", key=margin)
    return dict(numbers.select("name", "value").iter_rows())


@pytest.mark.parametrize("wave", WAVES)
def test_under_a_design_it_is_svygofchisq_with_the_weights_before_calibration(
    wave: str, tmp_path: Path
) -> None:
    settings, design = WAVES[wave]
    _, tests = beside_the_frame(tmp_path, settings)
    assert tests.height == (2 if wave.startswith("raked") else 1)
    for row in tests.iter_rows(named=True):
        expected = from_r(design, row["variable"])
        assert len(expected) == 3
        for name, value in expected.items():
            assert row[name] == pytest.approx(value, rel=1e-8), name
        assert (row["test"], row["n"], row["warning"]) == ("rao_scott_fit", 600, "")


def test_weights_from_calibration_alone_leave_the_plain_test(tmp_path: Path) -> None:
    counts, tests = beside_the_frame(tmp_path, {"calibration": frame("margin_a")})
    people = respondents()["margin_a"].value_counts(sort=False).sort("margin_a")["count"]
    assert counts["respondents"].to_list() == counts["weight"].to_list() == people.to_list()
    assert counts["units"].to_list() == FRAME["margin_a"].tolist()
    expected = chisquare(people, FRAME["margin_a"] / FRAME["margin_a"].sum() * 600)
    (test,) = tests.rows(named=True)
    assert test["test"] == "chi_squared_fit"
    assert (test["statistic"], test["p_value"]) == pytest.approx(tuple(expected))


def test_the_counts_are_those_of_respondents_and_their_design_weights(tmp_path: Path) -> None:
    counts, _ = beside_the_frame(tmp_path, DECLARED["raked_clusters"])
    expected = respondents().group_by("margin_b").agg(pl.len(), pl.col("weight").sum())
    of_b = counts.filter(variable="margin_b")
    assert of_b["respondents"].to_list() == expected.sort("margin_b")["len"].to_list()
    assert of_b["weight"].to_list() == pytest.approx(expected.sort("margin_b")["weight"].to_list())


def test_a_wave_without_a_frame_has_no_tests(tmp_path: Path) -> None:
    counts, tests = beside_the_frame(tmp_path, DECLARED["clusters"])
    assert counts.is_empty()
    assert tests.is_empty()
    assert tests.schema == MARGIN_TESTS


@pytest.mark.parametrize(("design", "test"), [("raked", "rao_scott_fit"), ("", "chi_squared_fit")])
def test_very_few_respondents_are_not_tested(design: str, test: str, tmp_path: Path) -> None:
    settings = DECLARED["raked"] if design else {"calibration": frame("margin_a", "margin_b")}
    places = write_wave(tmp_path, settings)
    text = places.plan.read_text(encoding="utf-8")
    places.plan.write_text(
        text.replace("small_numbers: 'off'", "small_numbers: {smallest_tested: 601}"),
        encoding="utf-8",
    )
    loaded(places)
    tabulated(places)
    tests = pl.read_parquet(places.processed / "margin_tests.parquet")
    assert tests.select("test", "p_value", "n", "warning").rows() == [
        (test, None, 600, str(Caution.TOO_FEW))
    ] * 2  # fmt: skip
