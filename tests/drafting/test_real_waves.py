"""Two real waves of one survey by `make new`, `make wave` and what they ask for: counted here, too.

R community survey 2018 and 2019, Google Forms: reworded questions, answers in respondents' own
words, several answers in one cell, options with commas.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from real_survey import (
    EXPORTS,
    Row,
    answers_in,
    assert_same,
    csv_rows,
    published,
    read_yaml,
    ticks_in,
)

from pipeline.__main__ import main
from pipeline.drafting.new_survey import new_survey
from pipeline.drafting.new_wave import new_wave
from pipeline.paths import Places

pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)
FILES = {
    "2018": ("google-forms/r-community-2018-en.tsv", "\t"),
    "2019": ("google-forms/r-community-2019-en.csv", ","),
}
SINGLE = (
    "rate_level_experience_using",
    "roughly_long_take_achieve",
    "statement_most_closely_reflects_2",
    "rate_much_enjoy_using",
    "use_tidyverse_package_learn",
    "use_tidyverse_package_use",
    "often_use_shiny_choose",
)
JOINED = ("tools_use_r_applications", "applications_use_r_most")
BROKEN = "think_about_past_month"


def decide(text: str, question: str, answer: str) -> str:
    """series.yml with the # taken away from one line, and the reason that it asks for."""
    line = next(one for one in text.splitlines() if f"# {question}: {{is: {answer}" in one)
    decided = line.replace("# ", "", 1).replace("{en: }", "{en: It is about today.}")
    return text.replace(line, decided)


def lines_to_write(errors: str) -> Iterator[str]:
    """What each message says to write, to the letter."""
    for message in errors.splitlines():
        found = re.search(
            r"below confirmed_jumps: \(at the end, where there is none\):(.*)", message
        )
        assert found, message
        yield found.group(1)


def compared() -> Places:
    first = new_survey("r", "", EXPORTS / FILES["2018"][0])
    assert "the wave is 2018: 3,061 of 3,062 answers" in "".join(first.decisions)
    places = Places("r", "2019")
    second = new_wave(places, EXPORTS / FILES["2019"][0])
    assert "1,838 rows, 52 columns: 33 are questions of 2018, 18 new" in second.recognised
    reworded = read_yaml(places.codebook)["variables"][BROKEN]["label"]["en"]
    assert reworded.startswith("How often do you use R today")
    undecided = [one for one in second.decisions if "nobody decided what follows" in one]
    assert len(undecided) == 4
    text = places.series.read_text(encoding="utf-8")
    for one in undecided:
        line, question = re.search(r"line ([0-9]+): (\w+) ", one).groups()  # type: ignore[union-attr]
        assert f"# {question} (the question was reworded)" in text.splitlines()[int(line) - 1]
        text = decide(text, question, "broken" if question == BROKEN else "comparable")
    places.series.write_text(text, encoding="utf-8")
    for stage in (["load", "r", "2018"], ["load", "r", "2019"], ["plan", "r"]):
        assert main(stage) == 0
    for wave in FILES:
        assert main(["tabulate", "r", wave]) == 0
    return places


def test_two_waves_from_their_files_to_trends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the messages say is written, and the trends are those of the two files."""
    monkeypatch.chdir(tmp_path)
    waves = compared()
    capsys.readouterr()
    assert main(["change", "r", "2019"]) == 3
    told = [*lines_to_write(capsys.readouterr().err.strip())]
    assert [line.split(":")[0].strip() for line in told] == ["fig_17.no", "fig_17.yes"]
    with waves.wave_settings.open("a", encoding="utf-8") as settings:
        settings.write("\n".join(["confirmed_jumps:", *told, ""]))
    assert main(["change", "r", "2019"]) == 0
    changes = pl.read_parquet(waves.processed / "changes.parquet").filter(group="all")
    for question in (*SINGLE, *JOINED):
        assert_same_change(question, changes.filter(variable=question))
    assert changes.filter(variable=BROKEN).height == 0
    for wave in FILES:
        assert_same_ticks(wave)


def assert_same_change(question: str, found: pl.DataFrame) -> None:
    """Both shares, both bases and the difference, as they are counted in the two files."""
    before, after = (shares_in(wave, question) for wave in FILES)
    assert found.height >= 2
    for row in found.iter_rows(named=True):
        key = row["item"] or row["category"]
        if key not in before:
            continue
        old, new = before[key], after[key]
        assert (row["other_base_n"], row["base_n"]) == (old[1], new[1]), key
        assert row["other_estimate"] == pytest.approx(old[0] / old[1]), key
        assert row["estimate"] == pytest.approx(new[0] / new[1]), key
        assert row["difference"] == pytest.approx(new[0] / new[1] - old[0] / old[1]), key
        # No id tells who answered twice: two independent samples.
        assert row["both_n"] == 0
        error = math.hypot(*(math.sqrt(k / n * (1 - k / n) / n) for k, n in (old, new)))
        assert row["std_error"] == pytest.approx(error, rel=1e-3), key


def assert_same_ticks(wave: str) -> None:
    """Every question with several answers in one cell, new ones too, is as it is counted here."""
    places = Places("r", wave)
    found, rows = published(places), csv_rows(*FILES[wave], "utf-8")
    joined = [one for one in found.codebook["variables"].values() if "joined_by" in one]
    assert len(joined) == {"2018": 7, "2019": 12}[wave]
    for variable in joined:
        items = variable["items"].values()
        options = [one["label"]["en"] for one in items if "other" not in one]
        counted = ticks_in(rows, variable["column"], options)
        ticks = found.ticks(variable["column"])
        assert_same(ticks.filter(ticks["label"].is_in(options)), counted)


def shares_in(wave: str, question: str) -> dict[str, tuple[int, int]]:
    """Answer or option -> how many gave it, and how many answered, in the file of a wave."""
    variable = read_yaml(Places("r", wave).codebook)["variables"][question]
    rows: list[Row] = csv_rows(*FILES[wave], "utf-8")
    if "joined_by" in variable:
        options = {
            item: one["label"]["en"]
            for item, one in variable["items"].items()
            if "other" not in one
        }
        counted = ticks_in(rows, variable["column"], options.values())
        return {item: (counted.counts[label], counted.base) for item, label in options.items()}
    labels = {name: one["label"]["en"] for name, one in variable["categories"].items()}
    counted = answers_in(rows, variable["column"])
    return {name: (counted.counts.get(label, 0), counted.base) for name, label in labels.items()}
