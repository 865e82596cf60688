"""Two real waves of one survey by `make new` and `make wave`: ticks that are counted here, too.

R community survey 2018 and 2019, Google Forms: several answers in one cell, options with commas.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from pipeline.__main__ import main
from pipeline.drafting.new_survey import new_survey
from pipeline.drafting.new_wave import new_wave
from pipeline.paths import Places

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "google-forms"
pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)
FILES = {"2018": ("r-community-2018-en.tsv", "\t"), "2019": ("r-community-2019-en.csv", ",")}


def variables(wave: str) -> Mapping[str, Any]:
    text = Path(f"data/raw/r_users/{wave}/codebook.yml").read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)["variables"]


def joined(wave: str) -> dict[str, Any]:
    return {name: one for name, one in variables(wave).items() if "joined_by" in one}


def stored(wave: str) -> dict[tuple[str, str], int]:
    """(question, option) -> ticks, as the stage load stores them."""
    with duckdb.connect(f"data/processed/r_users/{wave}/wave.duckdb", read_only=True) as database:
        ticks = database.execute(
            "select variable, item, count(*) from answers join questions using (question) "
            "where type = 'multiple' and code = 1 and state = 'answered' group by all"
        ).fetchall()
    return {(variable, item): count for variable, item, count in ticks}


def counted(wave: str) -> dict[tuple[str, str], int]:
    """The same, of cells that hold the text of the option between separators or ends."""
    name, separator = FILES[wave]
    with (EXPORTS / name).open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file, delimiter=separator)
    counts = {}
    for question, variable in joined(wave).items():
        position = header.index(variable["column"])
        cells = [f", {' '.join(row[position].split())}, " for row in rows]
        for option, item in variable["items"].items():
            if "other" not in item:
                text = f", {item['label']['en']}, "
                counts[question, option] = sum(text in cell for cell in cells)
    return counts


def test_ticks_of_two_waves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new_survey("r_users", "2018", EXPORTS / FILES["2018"][0]).written
    recognised = new_wave(Places("r_users", "2019"), EXPORTS / FILES["2019"][0]).recognised
    assert "1,838 rows, 52 columns: 33 are questions of 2018, 18 new" in recognised
    known = joined("2018").keys() & joined("2019").keys()
    assert len(known) == 6
    assert len(joined("2019").keys() - known) == 6
    # Answers in respondents' own words, of which 2019 has others: a person decides about them.
    with Path("data/raw/r_users/2019/wave.yml").open("a", encoding="utf-8") as settings:
        settings.write("rejected_value_limit: 0.1\n")
    for wave in FILES:
        assert main(["load", "r_users", wave]) == 0
        ticks = stored(wave)
        for question, count in counted(wave).items():
            assert ticks.get(question, 0) == count, question
