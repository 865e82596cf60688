"""Real exports by `make new` alone: shares, counts and bases equal those that are counted here.

The exports lie beside the checkout and are not part of the project.
"""

import csv
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pyreadstat
import pytest
from real_survey import (
    EXPORTS,
    Answers,
    Published,
    Row,
    answers_in,
    assert_same,
    csv_rows,
    drafted,
    option_in,
    stored,
    stored_texts,
    ticks_in,
)

from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places

pytestmark = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)

Draft = Callable[..., Published]
TOOLS = "Which tools do you use with your R applications? (please check all that apply)"
SHINY = "How often do you use Shiny? Choose the statement that most closely matches your use."
YEAR = "What year did you first start learning R?"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """Draft, load and tabulate an export in an empty project."""
    monkeypatch.chdir(tmp_path)
    key = tmp_path / "pseudonym.key"
    key.write_text("0123456789abcdef" * 4, encoding="ascii")
    monkeypatch.setenv(KEY_VARIABLE, str(key))
    return drafted


def mean_of(rows: Sequence[Row], column: str) -> tuple[float, int]:
    """The mean of the numbers of a column, and how many there are."""
    numbers = [float(row[column]) for row in rows if row[column].strip()]
    return sum(numbers) / len(numbers), len(numbers)


def test_surveyxact(draft: Draft) -> None:
    rows = csv_rows("surveyxact/semicolon_ansi/dataset.csv", ";", "cp1252")
    labels: dict[str, dict[str, str]] = {}
    listed = EXPORTS / "surveyxact" / "semicolon_ansi" / "labels.csv"
    with listed.open(newline="", encoding="cp1252") as file:
        for column, code, label in csv.reader(file, delimiter=";"):
            labels.setdefault(column, {})[code] = " ".join(label.split())
    survey = draft("surveyxact/semicolon_ansi", "2021")
    singles, batteries = ("s_2", "m_1", "b_1"), ("up_01", "hm_7", "fp_10", "i_03")
    for column in (*singles, *batteries, "s_6", "b_6_1", "b_7_3"):
        counted = answers_in(rows, column, labels[column])
        assert_same(survey.answers(column), counted)
    # The school and how far somebody got are no answers; 574 rows hold nothing else.
    assert "b_1_1" in survey.codebook["columns"]["unused"]
    answered = [
        {name: text for name, text in row.items() if not name.startswith(("b_1_1", "stato_"))}
        for row in rows
    ]
    # Options of multiple response, which are ticked with 1.
    for column in ("v_1_3", "s_4_1", "s_11_10"):
        assert_same(survey.answers(column), option_in(answered, column, "1", "0"))
    assert survey.answers("v_1_3")["base_n"].unique().to_list() == [425]
    assert stored_texts(Places("real", "2021"), "a_p") == sorted(
        row["a_p"].strip() for row in rows if row["a_p"].strip()
    )


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        (
            "surveymonkey/flying-etiquette.csv",
            [
                "How often do you travel by plane?",
                "Do you ever recline your seat when you fly?",
                "Do you have any children under 18?",
                "Who should have control over the window shade?",
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
                "Location (Census Region)",
            ],
        ),
    ],
)
def test_surveymonkey(draft: Draft, path: str, columns: list[str]) -> None:
    rows = [row for row in csv_rows(path, ",", "utf-8") if row["RespondentID"]]
    survey = draft(path, "2014")
    for column in columns:
        assert_same(survey.answers(column), answers_in(rows, column))


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
    draft: Draft, path: str, separator: str, wave: str, columns: list[str]
) -> None:
    rows = csv_rows(path, separator, "utf-8")
    survey = draft(path)
    for column in columns:
        assert_same(survey.answers(column), answers_in(rows, column))
    years = [row for row in rows if row[YEAR].isdecimal() and 1900 <= int(row[YEAR]) <= 2100]
    assert survey.mean(YEAR) == pytest.approx(mean_of(years, YEAR))
    options = ("Microsoft Excel", "Shiny Server", "RStudio Desktop (IDE)")
    ticks = survey.ticks(TOOLS)
    assert_same(ticks.filter(ticks["label"].is_in(options)), ticks_in(rows, TOOLS, options))
    # Named for the year of most answers; one of 2018 was given in 2019, and some of 2019 in 2020.
    assert Places("real", wave).wave_settings.is_file()


@pytest.mark.parametrize(("country", "structure"), [("us", True), ("us", False), ("uk", True)])
def test_limesurvey(draft: Draft, country: str, structure: bool, tmp_path: Path) -> None:
    path = EXPORTS / "limesurvey" / f"{country}-2017.csv"
    rows = csv_rows(f"limesurvey/{path.name}", ",", "utf-8")
    if not structure:
        path = Path(shutil.copy(path, tmp_path / path.name))
    survey = draft(str(path), "2017")
    codes = ("edu1.", "rse1.", "soft2can.", "currentEmp1.", "tool2.")
    batteries = ("rse3[SQ001]", "likert0[time2can]", "satisGen1[SQ001]", "prevEmp2[1]")
    coded = [column for column in rows[0] if column.startswith((*codes, *batteries))]
    assert len(coded) == 8
    for column in coded:
        assert_same(survey.answers(column), answers_in(rows, column))
    # Options of multiple response hold yes or no.
    options = ("currentEmp13[17]", "proj4can[2]", "fund2[3]", "tool4can[SQ024]", "ukrse2[SQ002]")
    ticked = [column for column in rows[0] if column.startswith(options)]
    assert len(ticked) >= 2
    for column in ticked:
        assert_same(survey.answers(column), option_in(rows, column, "Yes", "No"))
    for column in (one for one in rows[0] if one.startswith(("soft1can.", "proj1can."))):
        assert survey.mean(column) == pytest.approx(mean_of(rows, column))
    (own,) = (column for column in rows[0] if column.startswith("train3."))
    assert stored_texts(Places("real", "2017"), "train3") == sorted(
        row[own].strip() for row in rows if row[own].strip()
    )


def test_qualtrics(draft: Draft) -> None:
    """One respondent, two questions: they, who got to the end, the times, and every other cell."""
    _, _, row = csv_rows("qualtrics/sample.csv", ",", "utf-8")
    survey = draft("qualtrics/sample.csv", "2017", everything=True)
    assert survey.answers("Q1").rows() == [(row["Q1"], 1.0, 1.0, 1)]
    places = Places("real", "2017")
    assert stored_texts(places, "q2") == [row["Q2"]]
    assert row["Finished"] == "1"
    (respondent,) = stored(places, "respondents")
    assert respondent["completed"]
    assert (respondent["started"], respondent["finished"]) == (row["StartDate"], row["EndDate"])
    personal = survey.codebook["columns"]["personal"]
    assert "IPAddress" in personal
    (raw,) = stored(places, "raw")
    kept = {name: text or None for name, text in row.items() if name not in personal}
    assert raw == {"row": 4, **kept}


@pytest.mark.parametrize(
    ("name", "coded", "ticked", "numbers", "texts"),
    [
        (
            "simple_alltypes",
            ["x", "ca_subvar_1", "ca_subvar_2", "ca_subvar_3"],
            ["bool1", "bool2", "bool3"],
            ["z"],
            ["str"],
        ),
        ("sample_missing", ["mylabl", "myord"], [], ["mynum"], ["mychar", "mytime"]),
    ],
)
def test_spss(
    draft: Draft,
    name: str,
    coded: list[str],
    ticked: list[str],
    numbers: list[str],
    texts: list[str],
) -> None:
    """Counted with pyreadstat, which leaves out what users declared missing."""
    frame, about = pyreadstat.read_sav(EXPORTS / "spss" / f"{name}.sav")
    survey = draft(f"spss/{name}.sav", "2020", everything=True)
    for column in coded:
        labels = about.variable_value_labels[column]
        answers = [labels.get(one, one) for one in frame[column].dropna()]
        counts = Counter(one if isinstance(one, str) else f"{one:g}" for one in answers)
        assert_same(survey.answers(column), Answers(counts, len(answers)))
    for column in numbers:
        answers = frame[column].dropna()
        # Numbers are kept with four decimals.
        assert survey.mean(column) == pytest.approx((answers.mean(), len(answers)), abs=5e-5)
    for column in ticked:
        # An option that is empty was not ticked where another one of the set was seen.
        ticks = int(sum(frame[column] == 1))
        counted = Answers({"yes": ticks} if ticks else {}, len(frame[ticked].dropna(how="all")))
        assert_same(survey.answers(column), counted)
    for column in texts:
        written = sorted(str(one) for one in frame[column].dropna() if one != "")
        assert stored_texts(Places("real", "2020"), column) == written
