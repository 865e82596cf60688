"""SurveyXact's export of a Norwegian survey, counted once by the pipeline and once here."""

import csv
import re
from collections import Counter
from collections.abc import Callable

import pytest
from real_wave import EXPORTS, Wave, rows_of
from scipy.stats import binomtest, chi2_contingency

FOLDER = "surveyxact/semicolon_ansi"
FILES = ("dataset.csv", "structure.csv", "labels.csv")
ELECTIVES = [f"v_1_{number}" for number in range(1, 17)]
FIELDS = ["s_4_1", "s_4_2", "s_4_3"]
GENERAL = "5"

# Words of Danish pages that Norwegian does not have.
DANISH = {
    "af",
    "afhængighed",
    "afvises",
    "besvarelser",
    "efter",
    "gennemsnit",
    "hvad",
    "indhold",
    "indholdet",
    "næste",
    "pct",
    "procent",
    "sprang",
    "spring",
    "spørgsmål",
    "ugyldigt",
    "usikkerhed",
}

Row = dict[str, str]


@pytest.fixture(scope="module")
def pupils(build: Callable[..., Wave]) -> Wave:
    return build("pupils", "2021", "nb", FOLDER, *FILES)


@pytest.fixture(scope="module")
def received(pupils: Wave) -> list[Row]:
    """The rows as the csv module reads them."""
    path = EXPORTS / FOLDER / "dataset.csv"
    with path.open(newline="", encoding="cp1252") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def rows(received: list[Row]) -> list[Row]:
    """The rows of those who answered something: the school and the status are no answers."""
    return [row for row in received if answers_from(row, "v_1_1")]


def answers_from(row: Row, first: str) -> bool:
    """Whether a respondent answered or ticked anything from a column on."""
    columns = list(row)[list(row).index(first) :]
    asked = [one for one in columns if one != "b_1_1" and not one.startswith("stato")]
    return any(row[column] not in ("", "0") for column in asked)


def counted(rows: list[Row], column: str, names: dict[str, str]) -> dict[str, int]:
    return dict(Counter(names[row[column]] for row in rows if row[column]))


PROGRAMMES = {"1": "sports", "2": "art", "3": "media", "4": "music", "5": "general", "6": "other"}
DECIDED = {
    "5": "primary",
    "1": "lower_secondary",
    "3": "autumn",
    "4": "spring",
    "8": "other",
    "7": "no_choice",
    "6": "dont_know",
}
MATHS = {"1": "theoretical", "2": "practical"}
GENDER = {"1": "girl", "2": "boy", "3": "other"}
IMPORTANCE = {"4": "very", "3": "quite", "2": "slightly", "1": "not_at_all"}
AGREEMENT = {"4": "agree_strongly", "3": "agree", "2": "disagree", "1": "disagree_strongly"}
GRADES = dict(zip("1234567", ("one", "two", "three", "four", "five", "six", "none"), strict=True))


def test_who_answered_nothing_is_rejected(
    pupils: Wave, received: list[Row], rows: list[Row]
) -> None:
    assert (len(received), len(rows)) == (999, 425)
    assert pupils.query("select count(*) from raw") == [(999,)]
    assert pupils.query("select count(*) from respondents") == [(425,)]
    rejected = pupils.query("select reason, count(*) from rejected_rows group by all")
    assert rejected == [("no question answered", 574)]


def test_the_status_column_tells_who_completed(pupils: Wave, received: list[Row]) -> None:
    completed = sum(row["stato_4"] == "1" for row in received)
    assert completed == 340
    assert pupils.query("select count(*) from respondents where completed") == [(completed,)]
    assert pupils.table("table-1") == [
        ["", "Har svart", "Har fullført", "Fullført av dem som har svart"],
        ["I alt", "425", "340", "80\u00a0prosent"],
    ]


def test_the_routing_of_the_codebook_is_that_of_the_questionnaire(pupils: Wave) -> None:
    assert pupils.query("select * from rejected_values") == []


@pytest.mark.parametrize(
    ("variable", "item", "column", "names"),
    [
        ("programme", "", "s_2", PROGRAMMES),
        ("decided", "", "s_6", DECIDED),
        ("maths", "", "m_1", MATHS),
        ("gender", "", "b_1", GENDER),
        ("grade_theoretical", "", "b_7_1", GRADES),
        ("grade_norwegian", "", "b_7_3", GRADES),
        ("reasons", "talents", "fp_01", IMPORTANCE),
        ("reasons", "friends", "fp_15", IMPORTANCE),
        ("reasons", "future", "fp_19", IMPORTANCE),
        ("views_on_maths", "harder", "hm_1", AGREEMENT),
        ("views_on_maths", "for_society", "hm_7", AGREEMENT),
    ],
)
def test_every_answer_is_counted(
    pupils: Wave, rows: list[Row], variable: str, item: str, column: str, names: dict[str, str]
) -> None:
    assert pupils.counts(variable, item) == counted(rows, column, names)


@pytest.mark.parametrize(
    ("figure", "where", "column", "names", "left_out"),
    [
        ("fig_01", {}, "s_2", PROGRAMMES, ()),
        ("fig_04", {}, "s_6", DECIDED, ("no_choice", "dont_know")),
        ("fig_06", {"item": "interest"}, "fp_06", IMPORTANCE, ()),
        ("fig_06", {"item": "points"}, "fp_13", IMPORTANCE, ()),
    ],
)
def test_shares(
    pupils: Wave,
    rows: list[Row],
    figure: str,
    where: dict[str, str],
    column: str,
    names: dict[str, str],
    left_out: tuple[str, ...],
) -> None:
    counts = counted(rows, column, names)
    base = sum(count for name, count in counts.items() if name not in left_out)
    shares = pupils.shares(figure, **where)
    assert shares
    assert shares == pytest.approx({name: counts[name] / base for name in shares})
    assert {row["base_n"] for row in pupils.estimates(figure, **where)} == {base}


def test_the_total_of_a_grouped_figure_is_what_its_groups_add_up_to(
    pupils: Wave, rows: list[Row]
) -> None:
    counts = counted([row for row in rows if row["b_1"] in ("1", "2")], "m_1", MATHS)
    shares = pupils.shares("fig_05", group="all")
    base = sum(counts.values())
    assert shares == pytest.approx({name: counts[name] / base for name in shares})


def test_everyone_was_asked_for_electives(pupils: Wave, rows: list[Row]) -> None:
    estimates = pupils.estimates("fig_02")
    ticks = [sum(row[column] == "1" for row in rows) for column in ELECTIVES]
    assert [row["base_n"] for row in estimates] == [425] * 16
    assert [row["estimate"] for row in estimates] == pytest.approx([n / 425 for n in ticks])


def test_only_general_studies_have_a_field(pupils: Wave, rows: list[Row]) -> None:
    """Four of the 291 broke off before the question: no tick, and no answer after it."""
    general = [row for row in rows if row["s_2"] == GENERAL]
    asked = [row for row in general if answers_from(row, FIELDS[0])]
    assert (len(general), len(asked)) == (291, 287)
    estimates = pupils.estimates("fig_03")
    ticks = [sum(row[column] == "1" for row in rows) for column in FIELDS]
    assert [row["base_n"] for row in estimates] == [287] * 3
    assert [row["estimate"] for row in estimates] == pytest.approx([n / 287 for n in ticks])


def test_a_figure_of_some_respondents(pupils: Wave, rows: list[Row]) -> None:
    """Subjects of those who chose science, reached the question and saw it."""
    science = [row for row in rows if row["s_4_1"] == "1" and answers_from(row, "s_11_1")]
    maths = sum(row["s_11_1"] == "1" for row in science)
    found = pupils.estimates("fig_10", item="mathematics")[0]
    assert (found["base_n"], found["estimate"]) == (len(science), maths / len(science))
    note = "Figuren omfatter bare dem som har svart «Realfag» på «Programområde»."
    assert note in pupils.figure("fig-10")


def test_a_mean_of_grades(pupils: Wave, rows: list[Row]) -> None:
    """Of the girls, without those who were given no grade (7)."""
    girls = [row["b_7_3"] for row in rows if row["b_1"] == "1"]
    grades = [int(grade) for grade in girls if grade not in ("", "7")]
    found = pupils.estimates("fig_08", group="girl")[0]
    assert found["base_n"] == len(grades)
    assert found["estimate"] == pytest.approx(sum(grades) / len(grades))


def test_a_mean_of_items(pupils: Wave, rows: list[Row]) -> None:
    columns = ("hm_2", "hm_4", "hm_5", "hm_6")
    scores = [
        sum(given) / len(given)
        for row in rows
        if row["m_1"] == "1" and (given := [int(row[one]) for one in columns if row[one]])
    ]
    found = pupils.estimates("fig_11", group="theoretical")[0]
    assert found["base_n"] == len(scores)
    assert found["estimate"] == pytest.approx(sum(scores) / len(scores), abs=1e-4)


def test_text_answers_are_kept(pupils: Wave, rows: list[Row]) -> None:
    found = dict(pupils.query("select variable, count(*) from open_answers group by all"))
    columns = {"other_elective": "s_1", "other_subjects": "a_p", "other_reasons": "a_fp"}
    assert found == {name: sum(bool(row[one]) for row in rows) for name, one in columns.items()}
    assert found == {"other_elective": 2, "other_subjects": 28, "other_reasons": 4}


def crossed(rows: list[Row], answers: str, groups: str) -> list[list[int]]:
    """Maths on Vg1 and the like: counts of the named codes of two columns."""
    return [
        [sum((row["m_1"], row["b_1"]) == (answer, group) for row in rows) for group in groups]
        for answer in answers
    ]


def test_maths_by_gender_is_tested_as_scipy_does(pupils: Wave, rows: list[Row]) -> None:
    table = crossed(rows, "12", "12")
    expected = chi2_contingency(table, correction=False)
    found = pupils.test("fig_05")
    assert found["statistic"] == pytest.approx(expected.statistic)
    assert found["p_value"] == pytest.approx(expected.pvalue)
    assert (found["df1"], found["n"]) == (expected.dof, sum(map(sum, table)))


def test_the_site_shows_every_figure(pupils: Wave) -> None:
    assert "</span>Tabell\u00a01 <span" in pupils.figure("table-1")
    for number in range(1, 13):
        anchor = f"fig-{number:02}"
        assert f"</span>Figur\u00a0{number} <span" in pupils.figure(anchor)


def test_a_table_in_norwegian(pupils: Wave, rows: list[Row]) -> None:
    head, *lines = pupils.table("fig-01")
    assert head == ["", "Prosent", "Usikkerhet", "Antall svar"]
    share = {line[0]: line[1] for line in lines}
    assert share["Studiespesialisering"] == f"{100 * 291 / 424:.0f}"
    assert share["Musikk, dans og drama"] == f"{100 * 42 / 424:.0f}"
    assert {line[-1] for line in lines} == {"424"}
    assert "Tallene i en tabell" in pupils.figure("fig-01")


@pytest.mark.parametrize("page", ["index.html", "methods.html", "quality.html"])
def test_no_danish_words(pupils: Wave, page: str) -> None:
    """Words that the Danish pages have and the Norwegian ones must not."""
    html = pupils.page(page)
    words = set(re.findall(r"[a-zæøå]+", re.sub(r"<[^>]*>", " ", html).casefold()))
    assert '<html lang="nb">' in html
    assert words & DANISH == set()


def test_the_pages_say_what_was_rejected(pupils: Wave) -> None:
    lines = rows_of(pupils.page("quality.html"))
    assert ["Ingen spørsmål besvart", "574", ""] in lines
    shares = [f"{number}\u00a0prosent" for number in (100, 0, 0, 0)]
    # Four broke off just before it, and one before the programme that decides on it.
    assert ["Programområde", "287", *shares, "5"] in lines


def test_a_table_on_the_terminal(pupils: Wave, rows: list[Row]) -> None:
    (theoretical, _), (practical, _) = table = crossed(rows, "12", "12")
    girls = theoretical + practical
    low, high = binomtest(theoretical, girls).proportion_ci(method="wilson")
    share = f"{100 * theoretical / girls:.1f} │ {100 * low:.1f}–{100 * high:.1f}".replace(".", ",")
    printed = pupils.printed("maths", "gender")
    assert f"Jenter │ Matematikk 1T │ {share} │ {girls} │" in printed
    assert chi2_contingency(table, correction=False).pvalue < 0.001
    assert f"hele svarfordelingen: p < 0,001, N = {sum(map(sum, table))}" in printed
