"""Real exports by `make new` alone: counts and shares equal those that are counted here.

The exports lie beside the checkout and are not part of the project. They are counted with the csv
module, a Counter and the drafted labels, without the code of the pipeline.
"""

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from pipeline.__main__ import main
from pipeline.drafting.new_survey import new_survey
from pipeline.loading.pseudonyms import KEY_VARIABLE

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)


TOOLS = "Which tools do you use with your R applications? (please check all that apply)"
SHINY = "How often do you use Shiny? Choose the statement that most closely matches your use."


@dataclass(frozen=True)
class Drafted:
    """A survey that was drafted, loaded and tabulated; questions: column -> (variable, item)."""

    codebook: Mapping[str, Any]
    figures: Mapping[str, Any]
    estimates: pl.DataFrame

    def shares(self, column: str) -> dict[str, float]:
        """Label -> share of a question, as the figure of it shows."""
        for name, variable in self.codebook["variables"].items():
            items = {item.get("column"): one for one, item in variable.get("items", {}).items()}
            if variable.get("column") == column or column in items:
                figure = next(f for f, one in self.figures.items() if one["variable"] == name)
                found = self.estimates.filter(figure=figure, statistic="share")
                if items:
                    found = found.filter(item=items[column])
                labels = {
                    category: next(iter(one["label"].values()))
                    for category, one in variable.get("categories", {}).items()
                }
                return {
                    labels.get(row["category"], row["category"]): row["estimate"]
                    for row in found.iter_rows(named=True)
                }
        raise AssertionError(f"no question has the column {column}")

    def ticked(self, column: str) -> dict[str, float]:
        """Label -> share of those who ticked it, of a question with all answers in one cell."""
        ((name, variable),) = (
            (name, one)
            for name, one in self.codebook["variables"].items()
            if one.get("column") == column
        )
        figure = next(f for f, one in self.figures.items() if one["variable"] == name)
        shares = self.estimates.filter(figure=figure, statistic="share", category="yes")
        labels = {item: one["label"]["en"] for item, one in variable["items"].items()}
        return {labels[row["item"]]: row["estimate"] for row in shares.iter_rows(named=True)}


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Drafted]:
    """Draft, load and tabulate an export in an empty project."""
    monkeypatch.chdir(tmp_path)
    key = tmp_path / "pseudonym.key"
    key.write_text("0123456789abcdef" * 4, encoding="ascii")
    monkeypatch.setenv(KEY_VARIABLE, str(key))

    def drafted(path: str, wave: str) -> Drafted:
        assert new_survey("real", wave, EXPORTS / path).written
        for stage in (["load", "real", wave], ["plan", "real"], ["tabulate", "real", wave]):
            assert main(stage) == 0
        codebook = yaml.load(
            Path(f"data/raw/real/{wave}/codebook.yml").read_text(), yaml.BaseLoader
        )
        plan = yaml.load(Path("reports/real/figures.yml").read_text(), yaml.BaseLoader)
        estimates = pl.read_parquet(f"data/processed/real/{wave}/estimates.parquet")
        return Drafted(codebook, plan["figures"], estimates)

    return drafted


def written(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def rows_of(path: Path, separator: str, encoding: str) -> list[dict[str, str]]:
    with path.open(newline="", encoding=encoding) as file:
        header, *rows = csv.reader(file, delimiter=separator)
    return [dict(zip(header, row, strict=True)) for row in rows]


def counted(rows: list[dict[str, str]], column: str, labels: Mapping[str, str]) -> dict[str, float]:
    """Label -> share of those who answered."""
    answers = [row[column].strip() for row in rows if row[column].strip()]
    counts = Counter(labels.get(answer, answer) for answer in answers)
    return {label: count / len(answers) for label, count in counts.items()}


def given(shares: Mapping[str, float]) -> dict[str, Any]:
    """Without answers that nobody gave."""
    return {label: pytest.approx(share) for label, share in shares.items() if share}


def test_surveyxact(draft: Callable[..., Drafted]) -> None:
    folder = EXPORTS / "surveyxact" / "semicolon_ansi"
    rows = rows_of(folder / "dataset.csv", ";", "cp1252")
    labels: dict[str, dict[str, str]] = {}
    with (folder / "labels.csv").open(newline="", encoding="cp1252") as file:
        for column, code, label in csv.reader(file, delimiter=";"):
            labels.setdefault(column, {})[code] = " ".join(label.split())
    survey = draft("surveyxact/semicolon_ansi", "2021")
    for column in ("s_2", "s_6", "m_1", "b_1", "b_6_1", "up_01", "hm_7", "fp_10", "i_03", "b_7_3"):
        assert counted(rows, column, labels[column]) == given(survey.shares(column)), column
    for column in ("v_1_3", "s_4_1", "s_11_10"):
        ticked = counted(rows, column, {"1": "yes"})["yes"]
        assert survey.shares(column)["yes"] == pytest.approx(ticked), column


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        (
            "surveymonkey/flying-etiquette.csv",
            [
                "How often do you travel by plane?",
                "Do you ever recline your seat when you fly?",
                "Do you have any children under 18?",
                "Is itrude to move to an unsold seat on a plane?",
                "Household Income",
                "Location (Census Region)",
            ],
        ),
        (
            "surveymonkey/steak-risk-survey.csv",
            [
                "Do you ever gamble?",
                "Do you eat steak?",
                "How do you like your steak prepared?",
                "Age",
                "Education",
            ],
        ),
    ],
)
def test_surveymonkey(draft: Callable[..., Drafted], path: str, columns: list[str]) -> None:
    rows = [row for row in rows_of(EXPORTS / path, ",", "utf-8") if row["RespondentID"]]
    survey = draft(path, "2014")
    for column in columns:
        assert counted(rows, column, {}) == given(survey.shares(column)), column


@pytest.mark.parametrize(
    ("path", "separator", "wave", "columns"),
    [
        (
            "google-forms/r-community-2018-en.tsv",
            "\t",
            "2018",
            [
                "How would you rate your level of experience using R?",
                "Roughly how long did it take you to achieve proficiency in R?",
                "Did you use the tidyverse package to learn R?",
                "Do you use the tidyverse package when you use R today?",
                SHINY,
                "Which statement most closely reflects the primary reason why you learned R?",
            ],
        ),
        (
            "google-forms/r-community-2019-en.csv",
            ",",
            "2019",
            [
                "How would you rate your level of experience using R?",
                "Roughly how long did it take you to achieve proficiency in R?",
                "Do you use tidyverse packages when you use R now?",
                "Looking ahead, how do you expect your use of R to change in 2020?",
                "How often do you use R today, either for professional or personal projects?",
            ],
        ),
    ],
)
def test_google_forms(
    draft: Callable[..., Drafted], path: str, separator: str, wave: str, columns: list[str]
) -> None:
    rows = rows_of(EXPORTS / path, separator, "utf-8")
    survey = draft(path, wave)
    for column in columns:
        assert counted(rows, column, {}) == given(survey.shares(column)), column
    answered = [row[TOOLS] for row in rows if row[TOOLS].strip()]
    for option in ("Microsoft Excel", "Shiny Server", "RStudio Desktop (IDE)"):
        share = sum(option in cell.split(", ") for cell in answered) / len(answered)
        assert survey.ticked(TOOLS)[option] == pytest.approx(share), option


@pytest.mark.parametrize("country", ["us", "uk"])
def test_limesurvey(draft: Callable[..., Drafted], country: str) -> None:
    path = f"limesurvey/{country}-2017.csv"
    rows = rows_of(EXPORTS / path, ",", "utf-8")
    survey = draft(path, "2017")
    coded = [column for column in rows[0] if column.startswith(("rse1.", "soft2can.", "edu1."))]
    assert len(coded) == 3
    for column in coded:
        assert counted(rows, column, {}) == given(survey.shares(column)), column


def test_qualtrics(draft: Callable[..., Drafted]) -> None:
    survey = draft("qualtrics/sample.csv", "2017")
    assert survey.codebook["columns"]["personal"][0] == "IPAddress"
    (responses,) = survey.estimates.filter(category="responded").iter_rows(named=True)
    assert responses["estimate"] == 1


@pytest.mark.parametrize("name", ["simple_alltypes", "sample_missing"])
def test_spss(draft: Callable[..., Drafted], name: str) -> None:
    assert draft(f"spss/{name}.sav", "2020").codebook["variables"]
