"""The real plan and both waves with a sensitive question: what a reader with a solver finds out."""

import re
import shutil
from pathlib import Path

import polars as pl
import pytest
from disclosure_attack import BANNER, SENSITIVE, Told, downloads, narrowed, told
from waves import REPOSITORY, copied, loaded

from pipeline.change import change
from pipeline.figures.findings import anchor_of
from pipeline.paths import Places
from pipeline.planning.plan import Plan, read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import tabulate
from pipeline.trends import trends_of

WAVES = ("2020", "2022")
WITH_OTHERS = "another number that is hidden could be worked out from it"


@pytest.fixture(scope="module")
def waves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Places]:
    """Both waves, with disclosure control, up to the changes between them."""
    root = tmp_path_factory.mktemp("sensitive")
    made = {wave: Places("innovation", wave, root) for wave in WAVES}
    copied("innovation", "2020", REPOSITORY, root)
    shutil.copytree(Places("innovation", "2022", REPOSITORY).raw, made["2022"].raw)
    shutil.copy2(Places("innovation", "2022", REPOSITORY).series, made["2022"].series)
    plan = made["2022"].plan
    edited(plan, "small_numbers: off, disclosure: off", "small_numbers: off")
    edited(plan, "by: [org_type, size]", f"by: [org_type, size]\n    questions: [{SENSITIVE}]")
    for places in made.values():
        edited(places.codebook, f"  {SENSITIVE}:\n", f"  {SENSITIVE}:\n    sensitive: true\n")
        loaded(places)
        codebook, wave = read_inputs(places)
        tabulate(places, plan_of(places), codebook, wave)
        change(places)
    return made


@pytest.fixture(params=WAVES)
def places(waves: dict[str, Places], request: pytest.FixtureRequest) -> Places:
    return waves[request.param]


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def plan_of(places: Places) -> Plan:
    codebook, wave = read_inputs(places)
    return read_plan(places.plan, codebook, wave)


def test_a_solver_that_knows_every_published_count_finds_no_hidden_one(places: Places) -> None:
    shares = list(told(places))
    hidden = [one for one in shares if one.hidden]
    assert {one.reason for one in hidden} > {WITH_OTHERS}
    assert len(hidden) < len(shares) / 2
    assert narrowed(shares) == []


def test_it_finds_some_where_only_small_counts_are_hidden(waves: dict[str, Places]) -> None:
    """So that the test above can fail."""
    shares = [
        Told(**(vars(one) | {"hidden": one.hidden and one.reason != WITH_OTHERS}))
        for one in told(waves["2020"])
    ]
    assert len(narrowed(shares)) > 5


def test_every_small_count_is_hidden_also_what_a_share_leaves(places: Places) -> None:
    shares = list(told(places))
    assert all(one.hidden for one in shares if min(one.count, one.base - one.count) < 5)


def test_a_hidden_number_has_nothing_beside_it_that_tells_why(places: Places) -> None:
    for banner in ("", BANNER):
        published = pl.read_parquet(places.published("estimates", banner)).filter("suppressed")
        numbers = published.select("estimate", "std_error", "ci_low", "ci_high", "margin")
        assert numbers.null_count().sum_horizontal()[0] == 5 * published.height
        assert set(published["note"]) <= {""}


def test_tests_of_a_question_with_hidden_numbers_tell_nothing(places: Places) -> None:
    for banner, exact in (("", places.tests), (BANNER, places.banner(BANNER)[2])):
        tests = pl.read_parquet(places.published("tests", banner))
        secret = tests.filter(variable=SENSITIVE)
        assert pl.read_parquet(exact).filter(variable=SENSITIVE)["p_value"].null_count() == 0
        for name in ("statistic", "df1", "df2", "p_value", "p_adjusted", "effect_size", "n"):
            assert secret[name].null_count() == secret.height > 0
        assert not secret["significant"].any()
        assert secret["warning"].n_unique() == 1
        assert set(secret["test"]) == {""}
    others = pl.read_parquet(places.published("tests")).filter(pl.col("variable") != SENSITIVE)
    estimates = pl.read_parquet(places.published("estimates"))
    withheld = others.filter(pl.col("p_value").is_null())
    assert set(withheld["figure"]) <= set(estimates.filter("suppressed")["figure"])
    assert withheld.height < others.height / 2


def test_changes_of_it_are_in_no_download(waves: dict[str, Places]) -> None:
    exact = pl.read_parquet(waves["2022"].processed / "changes.parquet")
    assert exact.filter(variable=SENSITIVE).height > 0
    files = downloads(waves["2022"])
    assert len(files["changes.csv"]) > 100
    assert SENSITIVE not in {row["variable"] for row in files["changes.csv"]}
    assert "changes.csv" not in downloads(waves["2020"])


def test_trends_of_it_show_published_numbers_alone(waves: dict[str, Places]) -> None:
    """In pictures, their words and the sentences below; nothing says whether one changed."""
    places = waves["2022"]
    codebook, _ = read_inputs(places)
    plan = plan_of(places)
    trends = trends_of(places, plan, codebook)
    drawn = 0
    for name, figure in plan.figures.items():
        if figure.variable != SENSITIVE:
            continue
        published = {
            f"{round(100 * share)}"
            for wave in waves.values()
            for share in pl.read_parquet(wave.published("estimates"))
            .filter(figure=name, group="all")["estimate"]
            .drop_nulls()
        }
        files, block = trends.of(name, "_made")
        drawn += len(files)
        told = re.findall(r"20\d\d (\d+)\s%", block)
        assert set(told) <= published
        assert bool(told) == bool(files)
        for word in ("steg", "faldt", "påvist", "procentpoint", "<table>"):
            assert word not in block
        for content in files.values():
            assert "påvist" not in content.decode()
    assert drawn > 0
    rows = re.findall(r'<td><a href="#([\w-]+)">', trends.page)
    assert "fig-11" in rows
    secret = {anchor_of(name) for name, one in plan.figures.items() if one.variable == SENSITIVE}
    assert not secret & set(rows)
