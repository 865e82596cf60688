"""Banner tables: questions by several group variables side by side, counted and shown."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import polars as pl
import pytest
from scipy.stats import ttest_ind
from waves import loaded, tiny, write_export

from pipeline.codebooks.codebook import Category, Codebook
from pipeline.documents import Document
from pipeline.figures.banners import (
    banner_html,
    banner_notes,
    banner_plan,
    banner_tables,
    questions,
)
from pipeline.inference.association import chi_squared_independence
from pipeline.paths import Places
from pipeline.planning.plan import Banner, Plan, banner_problems, read_plan
from pipeline.reading import read_inputs
from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable, as_html
from pipeline.tables.cells import number
from pipeline.tabulate import Results, compute
from pipeline.wording.numbers import p_value

BY_BOTH = Banner(by=("kind", "size"), questions=("tried", "partners", "views", "staff"))
LANGUAGES = ("da", "nb", "en")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """100 clubs with 5 or 7 staff, of whom 75 tried, and 50 houses with 20 or 30, of whom 20 tried.

    Who tried agrees strongly that they are faster and braver, who did not disagrees.
    """
    places = tiny(tmp_path_factory.mktemp("banners"))
    header = (places.raw / "export.csv").read_text(encoding="utf-8").splitlines()[0]
    rows = [
        f"{kind}{place},x@example.org,done,{kind},{staff + step * (place % 2)},"
        + ("1,1,0,0,1,1," if place < tried else "2,,,,4,4,")
        for kind, staff, step, n, tried in ((1, 5, 2, 100, 75), (2, 20, 10, 50, 20))
        for place in range(n)
    ]
    write_export(places, "\n".join([header, *rows, ""]))
    loaded(places)
    return places


@pytest.fixture(scope="module")
def codebook(places: Places) -> Codebook:
    return read_inputs(places)[0]


@pytest.fixture(scope="module")
def results(places: Places, codebook: Codebook) -> Results:
    plan = read_plan(places.plan, codebook).model_copy(update={"small_numbers": "off"})
    return compute(places, banner_plan(BY_BOTH, plan, codebook), *read_inputs(places))


def as_page(banner: Banner, codebook: Codebook, found: Results, language: str) -> str:
    """A banner as a page shows it."""
    tables = banner_tables(banner, codebook, found.estimates, found.tests, language)
    return banner_html(tables, banner_notes(found.estimates, language), language)


def tables(results: Results, codebook: Codebook, language: str = "en") -> list[list[list[str]]]:
    """Rows of texts of each table, heads too."""
    html = as_page(BY_BOTH, codebook, results, language)
    return [
        [
            [
                unescape(text).replace("\u00a0", " ")
                for text in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            ]
            for row in re.findall(r"<tr.*?</tr>", table)
        ]
        for table in html.split("</table>")[:-1]
    ]


def test_total_first_then_the_groups_of_each_variable_with_their_letters(
    results: Results, codebook: Codebook
) -> None:
    tried = tables(results, codebook)[0]
    assert tried[:2] == [
        ["", "", "Type", "Size"],
        ["", "Total", "Club (A)", "House (B)", "Small (A)", "Large (B)"],
    ]


def test_shares_with_letters_bases_and_a_test_of_each_variable(
    results: Results, codebook: Codebook
) -> None:
    # All clubs are small and all houses large.
    chi_squared = chi_squared_independence([[75, 25], [20, 30]])
    p = p_value(chi_squared.p_value, "en").replace("\u00a0", " ")
    assert tables(results, codebook)[0][2:] == [
        ["Yes", "63%", "75% B", "40%", "75% B", "40%"],
        ["No", "37%", "25%", "60% A", "25%", "60% A"],
        ["Answers", "150", "100", "50", "100", "50"],
        ["Test", "", p, p],
    ]


def test_only_what_was_ticked_is_shown_of_options_to_tick(
    results: Results, codebook: Codebook
) -> None:
    of_partners = tables(results, codebook)[1]
    options = codebook.variables["partners"].items.values()
    assert [row[0] for row in of_partners[2:5]] == [one.label["en"] for one in options]
    # Everyone who was asked ticked the town.
    assert of_partners[2][1:] == ["100%"] * 5
    assert of_partners[5] == ["Answers", "95", "75", "20", "75", "20"]
    assert len(of_partners) == 6


def test_options_to_tick_have_one_table_and_one_test_of_them_all(tmp_path: Path) -> None:
    places = tiny(tmp_path)
    loaded(places)
    codebook, wave = read_inputs(places)
    banner = Banner(by=("kind",), questions=("partners",))
    plan = read_plan(places.plan, codebook).model_copy(update={"small_numbers": "off"})
    found = compute(places, banner_plan(banner, plan, codebook), codebook, wave)
    of_all = found.tests.filter(item="", test="rao_scott_items")["p_adjusted"].item()
    html = as_page(banner, codebook, found, "en")
    p = p_value(of_all, "en")
    assert html.count('<tr><th scope="row">Test of all options</th>') == 1
    assert html.count(f'<td class="number" colspan="2">{p}</td></tr>\n</tfoot>') == 1
    assert html.count('<tr><th scope="row">Test</th>') == 0


def test_nets_come_first_and_look_like_nets(results: Results, codebook: Codebook) -> None:
    faster = tables(results, codebook)[2]
    assert [row[0] for row in faster[2:]] == [
        "Agree in all",
        "Strongly agree",
        "Agree",
        "Neither",
        "Disagree",
        "Don't know",
        "Answers",
        "Test",
    ]
    assert faster[2][1:4] == ["63%", "75% B", "40%"]
    html = as_page(BY_BOTH, codebook, results, "en")
    assert html.count('<tr class="net"><th scope="row">Agree in all</th>') == 2


def test_a_number_has_means_without_letters(results: Results, codebook: Codebook) -> None:
    # 50 * 5 + 50 * 7 + 25 * 20 + 25 * 30 = 1850 of 150; the squares around 12.33 add up to 13383.
    welch = ttest_ind([20, 30] * 25, [5, 7] * 50, equal_var=False).pvalue
    p = p_value(welch, "en").replace("\u00a0", " ")
    assert tables(results, codebook)[4] == [
        ["", "", "Type", "Size"],
        ["", "Total", "Club (A)", "House (B)", "Small (A)", "Large (B)"],
        ["Employees", "12.3", "6.0", "25.0", "6.0", "25.0"],
        ["Standard deviation", "9.5", "1.0", "5.1", "1.0", "5.1"],
        ["Answers", "150", "100", "50", "100", "50"],
        ["Test", "", p, p],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_whole(language: str, results: Results, codebook: Codebook) -> None:
    """Each row has as many columns as the heads."""
    html = as_page(BY_BOTH, codebook, results, language)
    assert html.count("<table") == html.count("</table>") == 5
    for row in re.findall(r"<tr.*?</tr>", html):
        spans = [int(span or 1) for span in re.findall(r'<t[hd](?:[^>]*colspan="(\d+)")?', row)]
        assert sum(spans) == 6, row


def test_few_answers_are_counted_in_words_and_what_is_hidden_is_told(tmp_path: Path) -> None:
    places = tiny(tmp_path)
    loaded(places)
    codebook, wave = read_inputs(places)
    banner = Banner(by=("kind",), questions=("tried",))
    plan = Plan.model_validate(
        {**read_plan(places.plan, codebook).model_dump(), "small_numbers": {}}
    )
    found = compute(places, banner_plan(banner, plan, codebook), codebook, wave)
    html = as_page(banner, codebook, found, "en")
    # Seven of ten tried; ten are too many to be counted in words and too few for a percentage.
    assert '<td class="number">five of the six</td><td class="number">two of the four</td>' in html
    assert '<span class="visually-hidden">not shown</span>' in html
    assert "per cent" not in html


def test_every_question_that_can_be_counted_where_none_is_named(codebook: Codebook) -> None:
    found = questions(Banner(by=("kind", "size")), codebook)
    assert found == ("staff", "tried", "partners", "views", "ticks", "mood")


def test_a_question_by_itself_is_left_out(codebook: Codebook) -> None:
    plan = Plan.model_validate(
        {"survey": "tiny", "figures": {"fig_1": {"variable": "tried"}}, "defaults": {}}
    )
    of_kind = banner_plan(Banner(by=("kind", "size"), questions=("kind",)), plan, codebook)
    assert list(of_kind.figures) == ["kind__total", "kind__size"]


def test_a_banner_keeps_the_plans_rules_and_has_a_correction_of_its_own(codebook: Codebook) -> None:
    plan = Plan.model_validate(
        {
            "survey": "tiny",
            "level": 0.9,
            "small_numbers": "off",
            "defaults": {"interval": "wald", "correction": "none"},
            "figures": {"fig_1": {"variable": "tried"}},
        }
    )
    made = banner_plan(BY_BOTH, plan, codebook)
    assert (made.level, made.small_numbers) == (0.9, "off")
    assert {figure.interval for figure in made.figures.values()} == {"wald"}
    assert {figure.correction for figure in made.figures.values()} == {"holm"}
    assert {name for name, figure in made.figures.items() if figure.letters} == {
        f"{name}__{by}" for name in ("tried", "partners", "views") for by in ("kind", "size")
    }


def test_labels_are_text(results: Results, codebook: Codebook) -> None:
    hostile = {"en": "<script>x</script>"}
    kind, tried = codebook.variables["kind"], codebook.variables["tried"]
    changed = {
        "kind": replace(
            kind, label=hostile, categories={**kind.categories, "club": Category(1, hostile)}
        ),
        "tried": replace(
            tried,
            label=hostile,
            text=hostile,
            categories={**tried.categories, "yes": Category(1, hostile)},
        ),
    }
    of_hostile = replace(codebook, variables={**codebook.variables, **changed})
    html = as_page(BY_BOTH, of_hostile, results, "en")
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") >= 5


def test_answers_that_are_in_no_base_are_named(
    places: Places, codebook: Codebook, results: Results
) -> None:
    """95 of the 150 tried; without the others the base is those 95."""
    tried = codebook.variables["tried"]
    no = replace(tried.categories["no"], missing=True, left_out=True)
    changed = replace(tried, categories={**tried.categories, "no": no})
    without = replace(codebook, variables={**codebook.variables, "tried": changed})
    banner = Banner(by=("kind",), questions=("tried",))
    plan = banner_plan(banner, read_plan(places.plan, codebook), without)
    found = compute(places, plan, without, read_inputs(places)[1])
    assert found.estimates.filter(group="all")["base_n"].unique().to_list() == [95]
    (table,) = banner_tables(banner, without, found.estimates, found.tests, "en")
    assert table.answers == (("Yes", False),)
    sentence = "The answer “No” is left out of the calculation."
    assert sentence in unescape(banner_html([table], [], "en"))
    assert "left out" not in as_page(BY_BOTH, codebook, results, "en")


def column(heading: str, test: str = "") -> BannerColumn:
    return BannerColumn(heading, "Group", "", (BannerCell(number("1")),), 10, 9, test)


def test_without_any_test_there_is_no_row_of_tests() -> None:
    table = BannerTable("Title", "Question?", (("Yes", False),), (column(""), column("By")))
    assert "Test" not in as_html(table, "en")
    tested = replace(table, columns=(column(""), column("By", "p = 0.03")))
    assert '<th scope="row">Test</th><td class="number" colspan="1"></td>' in as_html(tested, "en")


@pytest.mark.parametrize(
    ("banner", "expected"),
    [
        (
            {"by": ["knid"]},
            ['banners.big.by: there is no variable "knid"; did you mean "kind"?'],
        ),
        ({"by": ["views"]}, ['banners.big.by: "views" has no categories to group by']),
        ({"by": ["staff"]}, ['banners.big.by: "staff" has no categories to group by']),
        (
            {"by": ["kind"], "questions": ["tired", "remark"]},
            [
                'banners.big.questions: there is no variable "tired"; did you mean "tried"?',
                'banners.big.questions: "remark" holds text, which cannot be counted',
            ],
        ),
        ({"by": ["kind", "size"], "questions": ["views"]}, []),
        (
            {"by": ["kind", "kind"], "questions": ["tried", "tried"]},
            [
                'banners.big.by: "kind" stands twice; remove one',
                'banners.big.questions: "tried" stands twice; remove one',
            ],
        ),
    ],
)
def test_bad_names_are_told(
    banner: dict[str, list[str]], expected: list[str], codebook: Codebook
) -> None:
    document = Document(Path("figures.yml"), {}, {})
    found = banner_problems(Banner.model_validate(banner), codebook, document, ("banners", "big"))
    assert [message.removeprefix("figures.yml, ") for message in found] == expected


def test_the_estimates_are_those_of_figures(results: Results) -> None:
    assert set(results.estimates["figure"]) == {
        f"{name}__{by}"
        for name in ("tried", "partners", "views", "staff")
        for by in ("total", "kind", "size")
    }
    totals = results.estimates.filter(pl.col("figure").str.ends_with("__total"))
    assert set(totals["group"]) == {"all"}


def test_two_group_variables_with_the_same_label_are_not_taken_for_one() -> None:
    columns = tuple(
        replace(column("Size", test), variable=name)
        for name, test in (("before", "p = 0.1"), ("before", "p = 0.1"), ("now", "p = 0.2"))
    )
    html = as_html(BannerTable("T", "Q", (("Yes", False),), columns), "en")
    headings = re.findall(r'<th scope="colgroup"[^>]*colspan="(\d)">Size</th>', html)
    assert headings == ["2", "1"]
    assert html.count("p = 0.1") == html.count("p = 0.2") == 1
