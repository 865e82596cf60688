"""SurveyMonkey's export of a survey of risk and steak, counted by the pipeline and counted here."""

import csv
from collections import Counter
from collections.abc import Callable

import pytest
from real_wave import EXPORTS, Wave, rows_of
from scipy.stats import binomtest, chi2_contingency

FILE = "steak-risk-survey.csv"
STEAK = "How do you like your steak prepared?"
ANSWERS = {
    "Lottery A": "a",
    "Lottery B": "b",
    "Yes": "yes",
    "No": "no",
    "Rare": "rare",
    "Medium rare": "medium_rare",
    "Medium": "medium",
    "Medium Well": "medium_well",
    "Well": "well",
    "18-29": "young",
    "30-44": "middle",
    "45-60": "older",
    "> 60": "oldest",
    "$0 - $24,999": "up_to_25",
    "$25,000 - $49,999": "up_to_50",
    "$50,000 - $99,999": "up_to_100",
    "$100,000 - $149,999": "up_to_150",
    "$150,000+": "more",
    "Less than high school degree": "none",
    "High school degree": "high_school",
    "Some college or Associate degree": "some_college",
    "Bachelor degree": "bachelor",
    "Graduate degree": "graduate",
    "Female": "female",
    "Male": "male",
}
"""The words of the export -> the categories of the codebook."""

Row = dict[str, str]


@pytest.fixture(scope="module")
def steak(build: Callable[..., Wave]) -> Wave:
    return build("steak", "2014", "en", "surveymonkey", FILE)


@pytest.fixture(scope="module")
def rows(steak: Wave) -> list[Row]:
    """The answers as the csv module reads them, without the second header row."""
    with (EXPORTS / "surveymonkey" / FILE).open(newline="", encoding="utf-8") as file:
        header, second, *rows = csv.reader(file)
    assert set(second[1:]) == {"Response"}
    header[1] = "lottery"
    return [dict(zip(header, row, strict=True)) for row in rows]


def counted(rows: list[Row], column: str) -> dict[str, int]:
    return dict(Counter(ANSWERS[row[column]] for row in rows if row[column]))


def cross(rows: list[Row], column: str, by: str) -> list[list[int]]:
    """Counts: a row a category, a column a group, of those who answered both."""
    both = Counter((row[column], row[by]) for row in rows if row[column] and row[by])
    groups = sorted({group for _, group in both})
    return [[both[answer, group] for group in groups] for answer in {one for one, _ in both}]


def test_both_header_rows_are_no_answers(steak: Wave, rows: list[Row]) -> None:
    assert len(rows) == 550
    assert steak.query("select count(*) from raw") == [(550,)]
    assert steak.query("select count(*) from respondents") == [(len(rows),)]
    assert steak.query("select row, reason from rejected_rows") == []


def test_a_preparation_without_eating_steak_does_not_count(steak: Wave, rows: list[Row]) -> None:
    """Two said how they like it but not whether they eat it."""
    unasked = [row for row in rows if row[STEAK] and row["Do you eat steak?"] != "Yes"]
    assert len(unasked) == 2
    reason = "answer to a question that was not asked"
    assert steak.query("select column_name, reason from rejected_values") == [(STEAK, reason)] * 2


@pytest.mark.parametrize(
    ("variable", "column"),
    [
        ("lottery", "lottery"),
        ("smokes", "Do you ever smoke cigarettes?"),
        ("drinks", "Do you ever drink alcohol?"),
        ("gambles", "Do you ever gamble?"),
        ("skydiving", "Have you ever been skydiving?"),
        ("speeds", "Do you ever drive above the speed limit?"),
        ("cheated", "Have you ever cheated on your significant other?"),
        ("eats_steak", "Do you eat steak?"),
        ("gender", "Gender"),
        ("age", "Age"),
        ("income", "Household Income"),
        ("education", "Education"),
    ],
)
def test_every_answer_is_counted(steak: Wave, rows: list[Row], variable: str, column: str) -> None:
    assert steak.counts(variable) == counted(rows, column)


@pytest.mark.parametrize(
    ("figure", "column", "where"),
    [
        ("fig_02", STEAK, {}),
        ("fig_05", "Household Income", {}),
        ("fig_01", "lottery", {"group": "female"}),
        ("fig_04", "Do you ever smoke cigarettes?", {"group": "a"}),
        ("fig_06", "Do you ever gamble?", {"group": "oldest"}),
    ],
)
def test_shares(
    steak: Wave, rows: list[Row], figure: str, column: str, where: dict[str, str]
) -> None:
    group_of = {"female": ("Gender", "Female"), "a": ("lottery", "Lottery A")}
    group_of["oldest"] = ("Age", "> 60")
    for group in where.values():
        of, label = group_of[group]
        rows = [row for row in rows if row[of] == label]
    if column == STEAK:
        rows = [row for row in rows if row["Do you eat steak?"] == "Yes"]
    counts = counted(rows, column)
    base = sum(counts.values())
    shares = steak.shares(figure, **where)
    assert shares
    assert shares == pytest.approx({name: counts[name] / base for name in shares})
    assert {row["base_n"] for row in steak.estimates(figure, **where)} == {base}


def test_preparation_by_lottery_is_tested_as_scipy_does(steak: Wave, rows: list[Row]) -> None:
    eaters = [row for row in rows if row["Do you eat steak?"] == "Yes"]
    table = cross(eaters, STEAK, "lottery")
    expected = chi2_contingency(table, correction=False)
    found = steak.test("fig_03")
    assert found["statistic"] == pytest.approx(expected.statistic)
    assert found["p_value"] == pytest.approx(expected.pvalue)
    assert (found["df1"], found["n"]) == (expected.dof, sum(map(sum, table)))


def test_the_site_shows_every_figure(steak: Wave) -> None:
    for number in range(1, 9):
        assert f"</span>Figure\u00a0{number} <span" in steak.figure(f"fig-0{number}")


def test_a_table_in_english(steak: Wave) -> None:
    """The categories come as the codebook lists them, not as often as they were chosen."""
    head, *lines = steak.table("fig-02")
    assert head == ["", "Per cent", "Margin of error", "Answers"]
    assert [line[:2] for line in lines] == [
        ["Rare", "5"],
        ["Medium rare", "39"],
        ["Medium", "31"],
        ["Medium well", "17"],
        ["Well done", "8"],
    ]
    assert "The numbers in a table" in steak.figure("fig-02")


def test_labels_that_look_like_markup_or_formulas_are_printed_as_they_are(steak: Wave) -> None:
    assert "$50,000 - $99,999" in [line[0] for line in steak.table("fig-05")]
    assert "> 60" in [line[0] for line in steak.table("fig-06")]
    assert "with a payout of $100. In Lottery B" in steak.figure("fig-01")
    assert "<math" not in steak.page()


def test_the_pages_say_what_was_rejected(steak: Wave) -> None:
    lines = rows_of(steak.page("quality.html"))
    assert "The row does not say who answers" not in [line[0] for line in lines]
    assert ["Answer to a question that was not asked", "", "2"] in lines


def test_a_table_on_the_terminal(steak: Wave, rows: list[Row]) -> None:
    eaters = [row for row in rows if row["Do you eat steak?"] == "Yes"]
    expected = chi2_contingency(cross(eaters, STEAK, "lottery"), correction=False)
    printed = steak.printed("preparation", "lottery")
    medium = sum(row[STEAK] == "Medium" and row["lottery"] == "Lottery A" for row in eaters)
    base = sum(bool(row[STEAK]) and row["lottery"] == "Lottery A" for row in eaters)
    low, high = binomtest(medium, base).proportion_ci(method="wilson")
    interval = f"{100 * low:.1f}–{100 * high:.1f}"
    assert f"│ Medium │ {100 * medium / base:.1f} │ {interval} │ {base} │" in printed
    assert f"distribution of answers: p = {expected.pvalue:.2f}, N = 426" in printed
