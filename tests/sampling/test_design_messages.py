"""What a design or a calibration needs and a wave does not have: said at once, and nothing made."""

from pathlib import Path

import polars as pl
import pytest
from sample_wave import IN_CLUSTERS, IN_STRATA, SIZES, Settings, frame, people, write_wave

from pipeline.__main__ import main

RAW = "data/raw/sample/2024"
EXPORT, WAVE = f"{RAW}/export.csv", f"{RAW}/wave.yml"
LEAVE_OUT = "correct the export or leave these out"
WEIGHTED: Settings = {"design": IN_STRATA}


def with_cells(**changed: dict[int, str]) -> pl.DataFrame:
    """The export with other texts in some columns: row of the file -> text."""
    rows = people()
    for column, texts in changed.items():
        values = rows[column].cast(pl.String).to_list()
        for row, text in texts.items():
            values[row - 2] = text
        rows = rows.with_columns(pl.Series(column, values))
    return rows


def told(
    settings: Settings,
    rows: pl.DataFrame,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> list[str]:
    """The messages of a wave that cannot be loaded; its exit status is 3, and nothing is made."""
    monkeypatch.chdir(folder)
    places = write_wave(Path(), settings, rows)
    assert main(["load", "sample", "2024"]) == 3
    assert not places.database.exists()
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()


@pytest.mark.parametrize(
    ("weight", "what"),
    [
        ("0", "a design weight of 0"),
        ("0.0000004", "a design weight of 0"),
        ("-0.5", "a negative design weight"),
        ("", "the design weight is missing or no number"),
        ("heavy", "the design weight is missing or no number"),
        ("nan", "the design weight is missing or no number"),
        ("1000000", "a design weight of a million or more"),
        ("inf", "a design weight of a million or more"),
    ],
)
def test_weights_that_are_none(
    weight: str,
    what: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = with_cells(weight={3: weight})
    assert told(WEIGHTED, rows, tmp_path, monkeypatch, capsys) == [
        f'error: {EXPORT}, row 3, column "weight": {what}; {LEAVE_OUT}'
    ]


def test_everything_that_respondents_lack_is_told_in_one_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = with_cells(
        weight={3: "0", **dict.fromkeys(range(5, 12), "")},
        stratum={600: ""},
        cluster={4: "", 9: ""},
    )
    settings = {"design": IN_CLUSTERS, "calibration": frame("margin_b")}
    rows = rows.with_columns(
        margin_b=pl.when(pl.col("margin_b") < 4).then(pl.col("margin_b").cast(pl.String))
    )
    lack = rows["margin_b"].null_count()
    first = 2 + rows["margin_b"].is_null().arg_max()
    assert told(settings, rows, tmp_path, monkeypatch, capsys) == [
        f'error: {EXPORT}, rows 5, 6, 7, 8, 9 and 2 more, column "weight": the design weight is '
        f"missing or no number; {LEAVE_OUT}",
        f'error: {EXPORT}, row 3, column "weight": a design weight of 0; {LEAVE_OUT}',
        f'error: {EXPORT}, row 600, column "stratum": blank, although the design needs it; '
        f"{LEAVE_OUT}",
        f'error: {EXPORT}, rows 4, 9, column "cluster": blank, although the design needs it; '
        f"{LEAVE_OUT}",
        f"error: {EXPORT}, row {first}: {lack} respondents have no answer to margin_b, which the "
        "calibration needs; calibrate to another variable, or leave them out of the export",
    ]


@pytest.mark.parametrize(
    ("population", "message"),
    [
        (
            {name: size for name, size in SIZES.items() if name != "2"},
            'the stratum "2" of the sample is missing; add its size',
        ),
        (
            {**SIZES, "9": 4},
            'the sample has no one in the stratum "9"; correct or remove it; known: 1, 2, 3, 4, 5',
        ),
        (
            {**SIZES, "5": 3},
            'the sample has 16 from the stratum "5", more than the 3 that there are; correct the '
            "size",
        ),
    ],
)
def test_sizes_of_strata_that_do_not_fit_the_sample(
    population: dict[str, int],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = {"design": {**IN_STRATA, "population": population}}
    assert told(settings, people(), tmp_path, monkeypatch, capsys) == [
        f"error: {WAVE}, design.population: {message}"
    ]


def test_sizes_of_strata_count_clusters_where_there_are_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = {"design": {**IN_CLUSTERS, "population": {**SIZES, "2": 11}}}
    assert told(settings, people(), tmp_path, monkeypatch, capsys) == [
        f'error: {WAVE}, design.population: the sample has 12 from the stratum "2", more than the '
        "11 that there are; correct the size"
    ]


def test_a_population_needs_strata(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = {"design": {"weight": "weight", "population": SIZES}}
    (message,) = told(settings, people(), tmp_path, monkeypatch, capsys)
    assert message.startswith(f"error: {WAVE}, line ")
    assert message.endswith("design.population: needs strata, which it counts")


def test_a_category_that_the_sample_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = {**WEIGHTED, "calibration": frame("margin_a", "margin_b")}
    rows = people().filter(pl.col("margin_b") < 4)
    assert told(settings, rows, tmp_path, monkeypatch, capsys) == [
        f'error: {WAVE}, the frame of margin_b, "four": the frame has 290, the sample no one; '
        "merge the category with another, or calibrate without margin_b"
    ]


def test_margins_of_different_populations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calibration = frame("margin_a", "margin_b")
    calibration["margins"]["margin_b"]["four"] = 291.0
    settings = {**WEIGHTED, "calibration": calibration}
    assert told(settings, people(), tmp_path, monkeypatch, capsys) == [
        f"error: {WAVE}: the frame counts 1890 by margin_a, 1891 by margin_b; give the same "
        "population in every margin"
    ]


def test_raking_that_does_not_converge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Those of margin_a "one", 900 units, are all of margin_b "one" and "two", 950 units; and no
    # one else is: both cannot be.
    first = pl.col("margin_a") == 1
    rows = people().filter(first == (pl.col("margin_b") <= 2))
    settings = {**WEIGHTED, "calibration": frame("margin_a", "margin_b")}
    (message,) = told(settings, rows, tmp_path, monkeypatch, capsys)
    # After each round margin_b is met, so that "one" is 950 - 900 of 1890 too large.
    assert message == (
        f"error: {WAVE}: raking to margin_a and margin_b did not converge in 1000 rounds; the "
        f"largest difference is {100 * 50 / 1890:.2g} percent of the population, in margin_a "
        '"one". The sample has too few combinations of their categories: merge categories, or '
        "calibrate to fewer variables"
    )


@pytest.mark.parametrize(("design", "warned"), [(IN_STRATA, False), (IN_CLUSTERS, True)])
def test_a_stratum_with_a_single_cluster_is_used_with_a_warning(
    design: Settings,
    warned: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write_wave(Path(), {"design": design}, people())
    assert [main([stage, "sample", "2024"]) for stage in ("load", "tabulate")] == [0, 0]
    # Stratum 5 was drawn as one cluster (reference/sample.R).
    said = "warning: strata with a single cluster: 1;" in capsys.readouterr().err
    assert said == warned
