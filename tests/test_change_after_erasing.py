"""Changes since a wave whose answers were erased: since its released numbers, or as released."""

import shutil
from pathlib import Path

import polars as pl
import pytest
from waves import REPOSITORY, copied, loaded

from pipeline import stages
from pipeline.blocks.trend_blocks import Changes, changes_html
from pipeline.codebooks.series import read_series
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs
from pipeline.releases.files import freeze


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's first wave erased, the second one a draft; its linked changes beside."""
    root: Path = tmp_path_factory.mktemp("erased")
    first, second = (Places("innovation", wave, root) for wave in ("2020", "2022"))
    copied("innovation", "2020", REPOSITORY, root)
    shutil.copytree(Places("innovation", "2022", REPOSITORY).raw, second.raw)
    series = Places("innovation", "2022", REPOSITORY).series
    second.series.write_bytes(series.read_bytes())
    for places in (first, second):
        loaded(places)
        for stage in (stages.tabulate, stages.change):
            stage(places)
    freeze(first, *read_inputs(first))
    shutil.copy(second.processed / "changes.parquet", root / "linked.parquet")
    first.kept_report.mkdir()
    for path in first.raw.iterdir():
        if path.name not in ("codebook.yml", "wave.yml"):
            path.unlink()
    shutil.rmtree(first.processed)
    stages.tabulate(first)
    return root


@pytest.fixture
def second(root: Path) -> Places:
    return Places("innovation", "2022", root)


def changes(places: Places) -> pl.DataFrame:
    stages.change(places)
    return pl.read_parquet(places.processed / "changes.parquet")


def test_without_the_answers_both_waves_count_as_independent(root: Path, second: Places) -> None:
    linked, found = pl.read_parquet(root / "linked.parquet"), changes(second)
    same = ["figure", "item", "group", "statistic", "category"]
    assert found.select(same).equals(linked.select(same))
    both = found.join(linked, on=same, suffix="_linked")
    assert (both["difference"] - both["difference_linked"]).abs().max() < 1e-4
    # In these data who answers twice answers alike, so the covariance that is lost is positive;
    # interval methods other than Student's make single errors differ a little.
    ratio = both["std_error"] / both["std_error_linked"]
    assert 1.0 < ratio.median() < 1.3
    assert found["both_n"].null_count() == found.height
    assert found["significant"].sum() <= linked["significant"].sum()


def test_readers_are_told(second: Places) -> None:
    shown = changes(second)
    codebook, wave = read_inputs(second)
    plan = read_plan(second.plan, codebook, wave)
    comparable = pl.read_parquet(second.comparability)
    decisions = read_series(second.series)
    html = changes_html("2020", Changes(plan, codebook, shown, comparable, decisions))
    assert "Svarene fra 2020 er slettet, så intervaller og test kan ikke tage hensyn" in html
    assert "svarede både i 2020 og nu" not in html


def test_what_was_released_with_the_answers_at_hand_stays(root: Path, second: Places) -> None:
    linked = pl.read_parquet(root / "linked.parquet")
    second.released.mkdir(parents=True)
    linked.write_csv(second.released / "changes.csv")
    second.release_record.write_text("answered_before: {'2020': 298}\ncorrections: []\n")
    try:
        # What was confirmed was confirmed of the exact numbers, which are gone.
        settings = second.wave_settings.read_text(encoding="utf-8")
        jump = "confirmed_jumps: {fig_01.yes: {da: Et nyt krav., en: A new rule.}}\n"
        second.wave_settings.write_text(settings + jump, encoding="utf-8")
        found = changes(second)
        second.wave_settings.write_text(settings, encoding="utf-8")
        assert found.equals(linked)
        assert pl.read_parquet(second.comparability)["both_n"].unique().to_list() == [298]
    finally:
        shutil.rmtree(second.released)
