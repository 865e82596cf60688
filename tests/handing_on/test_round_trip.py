"""Answers handed on to SPSS, and drafted from that file as a survey of its own: the same estimates.

Nobody decides anything about the draft but what is said here: which figures there are, and that the
column of weights is one.
"""

import os

import polars as pl
import pytest
import yaml
from polars.testing import assert_frame_equal
from waves import loaded, tabulated, tiny, write_export

from pipeline.drafting.new_survey import new_survey
from pipeline.handing_on.writing import hand_on
from pipeline.loading.pseudonyms import make_key
from pipeline.paths import Places

WEIGHTS = (0.5, 1.25, 2.0, 0.75, 1.5)
FIGURES = {
    "single": {"variable": "tried", "groups": "kind", "show": ["yes"]},
    "multiple": {"variable": "partners", "show": ["yes"]},
    "battery": {"variable": "views", "leave_out": "missing"},
    "number": {"variable": "staff", "statistic": "mean", "groups": "kind"},
    "quantile": {"variable": "staff", "statistic": "median"},
    "derived": {"variable": "mood", "statistic": "mean"},
}
SHOWN_AGAIN = {"single": ["ja"], "multiple": ["ja"]}
NUMBERS = ["estimate", "std_error", "ci_low", "ci_high", "base_n", "weighted_n", "effective_n"]
Both = tuple[Places, Places]


def plan(survey: str, figures: object) -> str:
    off = {"small_numbers": "off", "disclosure": "off"}
    return yaml.safe_dump({"survey": survey, **off, "figures": figures}, sort_keys=False)


@pytest.fixture(scope="module", params=["unweighted", "weighted"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The tiny wave, and the survey that is drafted from its .sav; both tabulated."""
    first = tiny(tmp_path_factory.mktemp("round_trip"))
    weighted = request.param == "weighted"
    if weighted:
        _weigh(first)
    first.plan.write_text(plan("tiny", FIGURES), encoding="utf-8")
    key = "SURVEY_PSEUDONYM_KEY_FILE"
    before, os.environ[key] = os.environ.get(key), str(first.root / "pseudonym.key")
    try:
        make_key()
        loaded(first)
        tabulated(first)
        sav = hand_on(first, "sav").files[0]
        assert new_survey("again", "2025", sav, first.root).recognised.startswith("SPSS: ")
        second = Places("again", "2025", first.root)
        if weighted:
            _use_weights(second)
        again = {
            name: {**one, **({"show": SHOWN_AGAIN[name]} if name in SHOWN_AGAIN else {})}
            for name, one in FIGURES.items()
        }
        second.plan.write_text(plan("again", again), encoding="utf-8")
        loaded(second)
        tabulated(second)
    finally:
        os.environ.pop(key)
        if before is not None:
            os.environ[key] = before
    return first, second


def _weigh(places: Places) -> None:
    """Give each row a weight, and declare it."""
    rows = (places.raw / "export.csv").read_text(encoding="utf-8").splitlines()
    weights = [str(WEIGHTS[number % len(WEIGHTS)]) for number in range(len(rows) - 1)]
    weighed = [f"{one},{row}" for one, row in zip(["w", *weights], rows, strict=True)]
    write_export(places, "\n".join([*weighed, ""]))
    settings = places.wave_settings.read_text(encoding="utf-8")
    places.wave_settings.write_text(f"{settings}design: {{weight: w}}\n", encoding="utf-8")


def _use_weights(places: Places) -> None:
    """What the list tells who wants the weights to be used."""
    codebook = places.codebook.read_text(encoding="utf-8")
    (unused,) = [line for line in codebook.splitlines() if line.strip().startswith("- weight ")]
    places.codebook.write_text(codebook.replace(f"{unused}\n", ""), encoding="utf-8")
    settings = places.wave_settings.read_text(encoding="utf-8")
    places.wave_settings.write_text(f"{settings}design: {{weight: weight}}\n", encoding="utf-8")


@pytest.mark.parametrize("figure", FIGURES)
def test_estimates_bases_and_intervals_are_those_of_the_wave(both: Both, figure: str) -> None:
    before, after = (pl.read_parquet(one.estimates).filter(figure=figure) for one in both)
    assert before.height
    assert before["estimate"].null_count() == 0
    assert before["statistic"].equals(after["statistic"])
    assert_frame_equal(before.select(NUMBERS), after.select(NUMBERS), rel_tol=1e-9)


@pytest.mark.parametrize("figure", ["single", "number"])
def test_tests_are_those_of_the_wave(both: Both, figure: str) -> None:
    before, after = (pl.read_parquet(one.tests).filter(figure=figure) for one in both)
    told = ["test", "statistic", "df1", "p_value", "n"]
    assert before.height == 1
    assert_frame_equal(before.select(told), after.select(told), rel_tol=1e-9)


def test_missing_values_are_missing_again(both: Both) -> None:
    variables = yaml.safe_load(both[1].codebook.read_text(encoding="utf-8"))["variables"]
    categories = variables["views"]["categories"].values()
    assert [one["label"]["da"] for one in categories if one.get("missing") == "left_out"] == [
        *("Ved ikke", "Ubesvaret", "Ikke stillet", "Ikke nået", "Ugyldigt svar"),
    ]
    assert variables["staff"]["missing"] == ["9991", "9992", "9993", "9994"]
