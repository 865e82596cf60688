"""The .sav and the .sps as PSPP understands them, a program of its own that reads both."""

import shutil
import subprocess
from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from pipeline.handing_on.writing import hand_on
from pipeline.paths import Places
from pipeline.readers.export import Hint
from pipeline.readers.reading import read_export

pytestmark = pytest.mark.skipif(
    shutil.which("pspp") is None, reason="PSPP is not installed (apt-get install pspp)"
)
MORE = """
SAVE OUTFILE='saved.sav'.
COMPUTE everyone = 1.
AGGREGATE OUTFILE='sums.sav' /BREAK = everyone /staff = MEAN(staff) /staff_n = N(staff)
  /town = MEAN(partners_town) /town_n = N(partners_town) /faster_n = N(views_faster) /all_n = N.
"""


@pytest.fixture
def folder(tiny_copy: Places) -> Path:
    """The folder of the export, after PSPP ran its syntax without a complaint."""
    (sav, sps) = hand_on(tiny_copy, "sav").files
    (sav.parent / "more.sps").write_text(f"INSERT FILE='{sps.name}'.{MORE}", encoding="utf-8")
    ran = subprocess.run(
        ["pspp", "-O", "format=txt", "more.sps"],
        cwd=sav.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = ran.stdout + ran.stderr
    assert (ran.returncode, "error:" in said, "warning:" in said) == (0, False, False), said
    return sav.parent


def test_sets_are_defined_and_read_again(folder: Path) -> None:
    """The tiny wave has 11 respondents; a number and options have what is missing left out."""
    _, about = pyreadstat.read_sav(folder / "saved.sav")
    (partners,) = about.mr_sets.values()
    assert partners["label"] == "Hvem med?"
    assert partners["counted_value"] == 1
    assert partners["variable_list"] == ["partners_town", "partners_firm", "partners_other"]
    export = read_export(folder, ["saved.sav"])
    hint = export.hints["partners_town"]
    missing = ("9992", "9993")
    assert hint == Hint("multiple", "Hvem med?", hint.missing, ordered=False, ticked="1")
    assert set(missing) <= set(hint.missing)


def test_means_and_valid_cases_are_those_of_the_wave(folder: Path, tiny_copy: Places) -> None:
    sums, _ = pyreadstat.read_sav(folder / "sums.sav", output_format="dict")
    estimates = pl.read_parquet(tiny_copy.estimates).filter(group="all")
    (staff,) = estimates.filter(figure="fig_04", statistic="mean")[["estimate", "base_n"]].rows()
    (town,) = estimates.filter(figure="fig_03", item="town")[["estimate", "base_n"]].rows()
    assert (sums["staff"][0], sums["staff_n"][0]) == pytest.approx(staff)
    assert (sums["town"][0], sums["town_n"][0]) == pytest.approx(town)
    # Of the eleven a5 and a6 broke off, and a4 and b4 don't know one or both.
    assert (sums["faster_n"][0], sums["all_n"][0]) == (8, 11)
