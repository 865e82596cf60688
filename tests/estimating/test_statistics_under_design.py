"""A weighted wave from its export to its medians, scores, scale and ticks, against R's survey."""

from functools import cache
from pathlib import Path

import polars as pl
import pytest
import yaml
from sample_wave import COLUMNS, DECLARED, codebook, people, write_wave
from share_samples import REFERENCE, respondents
from waves import loaded, write_export

from pipeline.planning.plan import Figure, Plan
from pipeline.reading import read_inputs
from pipeline.tabulate import Results, compute

DESIGNS = ("weighted", "clusters")
GROUPS = {"all": "all", "1": "one", "2": "two", "3": "three", "4": "four"}
ITEMS = [f"score{k}" for k in range(1, 5)]
FIGURES = {
    "score": Figure(
        variable="answer", statistic="score", top=("high",), bottom=("one",), groups="group"
    ),
    "median": Figure(variable="number", statistic="median", groups="group"),
    "p90": Figure(variable="number", statistic="quantile", probability=0.9, groups="group"),
    "alpha": Figure(variable="scale", statistic="alpha", groups="group"),
    "ticks": Figure(variable="items", base="ticks", groups="group", interval="wald"),
}


def results(root: Path, design: str) -> Results:
    """The wave with a battery of four items, each scored by its code."""
    places = write_wave(root, DECLARED[design])
    unused = tuple(name for name in COLUMNS if name not in DECLARED[design]["design"].values())
    document = codebook(unused)
    categories = {
        f"point{code}": {"code": code, "label": {"en": f"point {code}"}, "score": code}
        for code in range(1, 6)
    }
    battery = {
        "type": "battery",
        "text": {"en": "scale?"},
        "label": {"en": "scale"},
        "categories": categories,
        "items": {item: {"column": item, "label": {"en": item}} for item in ITEMS},
    }
    variables = document["variables"]
    document["variables"] = {"scale": battery, **variables}
    places.codebook.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    export = pl.concat([people(), respondents().select(ITEMS)], how="horizontal")
    write_export(places, export.write_csv())
    loaded(places)
    plan = Plan(survey="sample", figures=FIGURES, small_numbers="off")
    return compute(places, plan, *read_inputs(places))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    return {design: results(tmp_path_factory.mktemp(design), design) for design in DESIGNS}


@cache
def from_r(file: str) -> dict[tuple[str, ...], float]:
    texts = dict.fromkeys(("group", "item"), pl.String)
    table = pl.read_csv(REFERENCE / file, schema_overrides=texts)
    rows = table.with_columns(pl.col(pl.String).fill_null("")).rows()
    return {tuple(key): number for *key, number in rows}


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("group", GROUPS)
def test_scores_medians_and_alphas_are_those_of_r(
    design: str, group: str, found: dict[str, Results]
) -> None:
    rows = {
        row["figure"]: row
        for row in found[design].estimates.filter(group=GROUPS[group]).iter_rows(named=True)
    }
    expected = from_r("statistics.csv")
    for column, name in (
        ("estimate", "score"),
        ("std_error", "error"),
        ("ci_low", "low"),
        ("ci_high", "high"),
    ):
        number = expected[design, group, name]
        assert rows["score"][column] == pytest.approx(number, rel=1e-8), name
    for figure in ("median", "p90", "alpha"):
        number = expected[design, group, figure]
        assert rows[figure]["estimate"] == pytest.approx(number, rel=1e-8), figure
    assert rows["median"]["ci_low"] <= rows["median"]["estimate"] <= rows["median"]["ci_high"]
    # Feldt's interval knows no weights.
    assert rows["alpha"]["ci_low"] is None


def test_shares_of_ticks_and_their_test_are_those_of_r(found: dict[str, Results]) -> None:
    expected = from_r("ticks.csv")
    shares = found["clusters"].estimates.filter(figure="ticks")
    for row in shares.iter_rows(named=True):
        (group,) = (code for code, name in GROUPS.items() if name == row["group"])
        key = ("clustered", group, row["item"])
        assert row["estimate"] == pytest.approx(expected[*key, "share"], rel=1e-8)
        assert row["std_error"] == pytest.approx(expected[*key, "error"], rel=1e-8)
    assert shares.height == 4 * len(GROUPS)
    (test,) = found["clusters"].tests.filter(figure="ticks").rows(named=True)
    assert test["test"] == "rao_scott_ticks"
    assert test["statistic"] == pytest.approx(expected["clustered", "", "", "F"], rel=1e-8)
    assert test["p_value"] == pytest.approx(expected["clustered", "", "", "p"], rel=1e-8)
