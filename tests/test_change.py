"""Changes between the demonstration waves, from the exports on, against statsmodels."""

import shutil
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from waves import REPOSITORY, copied, loaded, tabulated, tiny

from pipeline.change import change
from pipeline.database import existing_database
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import tabulate

WAVES = ("2020", "2022")


@pytest.fixture(scope="module")
def waves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Places]:
    """Both waves, tabulated, with the changes of each."""
    root: Path = tmp_path_factory.mktemp("waves")
    made = {}
    for wave in WAVES:
        places = Places("innovation", wave, root)
        if wave == WAVES[0]:
            copied("innovation", wave, REPOSITORY, root)
        else:
            shutil.copytree(Places("innovation", wave, REPOSITORY).raw, places.raw)
        loaded(places)
        codebook, settings = read_inputs(places)
        tabulate(places, read_plan(places.plan, codebook, settings), codebook, settings)
        made[wave] = places
    series = Places("innovation", "2022", REPOSITORY).series
    made["2022"].series.write_bytes(series.read_bytes())
    for places in made.values():
        change(places)
    return made


@pytest.fixture(scope="module")
def changes(waves: dict[str, Places]) -> pl.DataFrame:
    return pl.read_parquet(waves["2022"].processed / "changes.parquet")


def stacked(waves: dict[str, Places], variable: str, item: str) -> pl.DataFrame:
    """One row a respondent and wave: pseudonym, code answered, organisation size."""
    parts = []
    for wave, places in waves.items():
        with existing_database(places.database) as database:
            asked = database.table("questions").select("question", "variable", "item")
            answers = database.table("answers").join(asked, on="question")
            people = database.table("respondents").select("respondent", "pseudonym")
        wanted = answers.filter(variable=variable, item=item).filter(
            pl.col("state").cast(pl.String).is_in(["answered", "missing"])
        )
        size = answers.filter(variable="size").select("respondent", size="code")
        parts.append(
            people.join(wanted.select("respondent", "code", "value"), on="respondent")
            .join(size, on="respondent", how="left")
            .with_columns(later=pl.lit(float(wave == "2022")))
        )
    return pl.concat(parts)


def respondents(waves: dict[str, Places]) -> int:
    names = set()
    for places in waves.values():
        with existing_database(places.database) as database:
            names |= set(database.table("respondents")["pseudonym"])
    return len(names)


def of_statsmodels(people: pl.DataFrame, y: np.ndarray, clusters: int) -> tuple[float, float]:
    """The change and its standard error: a regression on the wave, clustered by organisation."""
    numbers = people["pseudonym"].rank("dense").to_numpy()
    fitted = sm.OLS(y, sm.add_constant(people["later"].to_numpy())).fit(
        cov_type="cluster", cov_kwds={"groups": numbers, "use_correction": False}
    )
    return fitted.params[1], fitted.bse[1] * np.sqrt(clusters / (clusters - 1))


def one_row(changes: pl.DataFrame, **named: str) -> dict[str, float]:
    rows = changes.filter(**named)
    assert rows.height == 1
    return rows.row(0, named=True)


@pytest.mark.parametrize(("item", "code"), [("will_continue", 1), ("others_can_learn", 2)])
def test_a_share_changes_as_a_clustered_regression_says(
    waves: dict[str, Places], changes: pl.DataFrame, item: str, code: int
) -> None:
    codebook, _ = read_inputs(waves["2022"])
    [figure] = changes.filter(figure="fig_04", item=item)["variable"].unique()
    categories = codebook.variables[figure].categories
    name = next(name for name, one in categories.items() if one.code == code)
    nets = codebook.variables[figure].nets
    category = next((net for net, one in nets.items() if name in one.of), name)
    codes = [categories[one].code for one in codebook.variables[figure].category_names(category)]
    people = stacked(waves, figure, item)
    y = people["code"].is_in(codes).to_numpy().astype(float)
    difference, error = of_statsmodels(people, y, respondents(waves))
    row = one_row(changes, figure="fig_04", item=item, group="all", category=category)
    assert row["difference"] == pytest.approx(difference, rel=1e-8)
    assert row["std_error"] == pytest.approx(error, rel=1e-8)
    assert row["base_n"] + row["other_base_n"] == people.height
    assert row["both_n"] == people.height - people["pseudonym"].n_unique() > 100


def test_a_mean_changes_as_a_clustered_regression_says(
    waves: dict[str, Places], changes: pl.DataFrame
) -> None:
    row = changes.filter(statistic="mean", group="all").row(0, named=True)
    codebook, _ = read_inputs(waves["2022"])
    scores = {
        one.code: one.score for one in codebook.variables[row["variable"]].categories.values()
    }
    people = stacked(waves, row["variable"], row["item"])
    values = people["value"].cast(pl.Float64)
    if values.is_null().all():
        values = people["code"].replace_strict(scores, return_dtype=pl.Float64)
    kept = values.is_not_null()
    difference, error = of_statsmodels(
        people.filter(kept), values.filter(kept).to_numpy(), respondents(waves)
    )
    assert row["difference"] == pytest.approx(difference, rel=1e-8)
    assert row["std_error"] == pytest.approx(error, rel=1e-8)


def test_broken_questions_and_their_groups_have_no_change(
    waves: dict[str, Places], changes: pl.DataFrame
) -> None:
    assert changes.filter(pl.col("variable").is_in(["innovated", "old_ideas"])).is_empty()
    comparable = pl.read_parquet(waves["2022"].comparability)
    broken = comparable.filter(~pl.col("comparable"))
    assert set(broken["question"]) >= {"innovated", "old_ideas", "digital_services"}
    assert set(broken["since"]) == {"2022"}


def test_a_first_wave_has_no_changes(waves: dict[str, Places]) -> None:
    assert pl.read_parquet(waves["2020"].processed / "changes.parquet").is_empty()


def test_a_wave_is_compared_with_the_one_before_and_those_that_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = tiny(Path())
    names = ("2024", "2025", "2026")
    for wave in names:
        places = Places("tiny", wave)
        if wave != first.wave:
            shutil.copytree(first.raw, places.raw)
            for path in (places.codebook, places.wave_settings):
                text = path.read_text(encoding="utf-8").replace("2024", wave)
                path.write_text(text, encoding="utf-8")
        loaded(places)
        tabulated(places)

    def both() -> dict[str, int | None]:
        change(last)
        found = pl.read_parquet(last.comparability).select("other_wave", "both_n").unique()
        return dict(found.iter_rows())

    last = Places("tiny", names[-1])
    last.series.write_text('survey: tiny\nalso_compared: {"2026": ["2024"]}\n', encoding="utf-8")
    assert both() == {"2024": 11, "2025": 11}
    # Rows that have no id are nobody who can be known again.
    text = last.codebook.read_text(encoding="utf-8")
    last.codebook.write_text(
        text.replace("  respondent: id\n", "  unused: [id]\n"), encoding="utf-8"
    )
    assert both() == {"2024": 0, "2025": 0}
    last.codebook.write_text(text, encoding="utf-8")
    # The answers of other waves are not even looked at.
    last.series.unlink()
    first.database.unlink()
    assert both() == {"2024": None, "2025": 11}


def test_changes_are_corrected_over_the_figure(changes: pl.DataFrame) -> None:
    assert set(changes["correction"]) == {"holm"}
    assert (changes["p_adjusted"] >= changes["p_value"]).all()
    family = changes.filter(figure="fig_04", group="all").sort("p_value")
    tests = family.height
    assert family["p_adjusted"][0] == pytest.approx(family["p_value"][0] * tests)
