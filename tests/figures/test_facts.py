"""What the note of a figure states, from the tiny wave; test_tiny_wave.py has its rows."""

from dataclasses import replace
from math import sqrt
from pathlib import Path

import polars as pl
import pytest

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.cells import figure_cells
from pipeline.figures.base_facts import left_out_answers
from pipeline.figures.facts import figure_facts
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, read_plan
from pipeline.reading import read_inputs
from pipeline.tabulate import Results, compute
from pipeline.wave import Wave
from pipeline.wording.figure_facts import (
    Chosen,
    CrossedGroups,
    DerivedGroups,
    FigureFacts,
    LeftOut,
    Net,
)

PLAN = """\
survey: tiny
small_numbers: off
figures:
  response: {variable: response, statistic: count, groups: kind, title: {da: Svar}}
  grouped: {variable: tried, groups: kind, show: [yes]}
  battery: {variable: views, show: [agree, neither]}
  ticks: {variable: partners, show: [yes]}
  boxes: {variable: partners, show: [yes], chart: treemap}
  shares_of_ticks: {variable: partners, base: ticks, chart: treemap}
  scored: {variable: views, items: [faster], statistic: mean}
  lettered: {variable: tried, groups: kind, show: [yes], letters: true}
  mean: {variable: staff, statistic: mean, groups: kind}
  without: {variable: views, items: [faster], leave_out: missing, groups: kind, show: [agree],
            margin: by_group, interval: wald}
  sizes: {variable: tried, groups: size, show: [yes], where: {kind: [club]}}
  crossed: {variable: tried, groups: kind_by_size, show: [yes]}
  within: {variable: tried, groups: kind_by_size, within: kind, show: [yes]}
  asked: {variable: tried, base: asked, show: [yes], margin: none}
  options: {variable: partners, items: [town, firm], groups: kind, show: [yes]}
  nobody: {variable: tried, groups: kind, show: [yes], where: {partners.firm: [yes],
           partners.other: [yes]}}
"""

Facts = dict[str, FigureFacts]


@pytest.fixture(scope="module")
def facts(tiny_wave: Places, tmp_path_factory: pytest.TempPathFactory) -> Facts:
    path: Path = tmp_path_factory.mktemp("facts") / "figures.yml"
    path.write_text(PLAN, encoding="utf-8")
    codebook, wave = read_inputs(tiny_wave)
    plan = read_plan(path, codebook)
    return facts_of(plan, codebook, compute(tiny_wave, plan, codebook, wave), wave)


def facts_of(plan: Plan, codebook: Codebook, results: Results, wave: Wave) -> Facts:
    cells = figure_cells(plan, codebook, results.cells)

    def of(frame: pl.DataFrame, name: str) -> pl.DataFrame:
        return frame.filter(figure=name)

    return {
        name: figure_facts(
            figure,
            codebook,
            of(results.estimates, name),
            of(results.tests, name),
            of(cells, name),
            "da",
            plan.level,
            wave,
        )
        for name, figure in plan.figures.items()
    }


def test_the_response_table_is_of_those_invited(facts: Facts) -> None:
    assert facts["response"] == FigureFacts(20, "invited")


def test_a_figure_by_groups_has_the_total_of_its_groups_and_a_test(facts: Facts) -> None:
    # 6 clubs and 4 houses answered: so few are tested exactly.
    grouped = facts["grouped"]
    assert (grouped.n, grouped.n_by_item, grouped.group_variable) == (10, None, "Type")
    (test,) = grouped.tests
    assert (test.test, test.significant, test.small_expected) == ("fisher_exact", False, False)
    assert test.item is None
    # The widest interval is that of 2 of 4 houses, by Clopper and Pearson 6.8 to 93.2 percent.
    (margin,) = grouped.margins
    assert margin.group is None
    assert margin.margin == pytest.approx(0.4324, abs=1e-4)
    assert grouped.interval == "recommended"


def test_bases_that_differ_by_item_and_the_nets_that_are_shown(facts: Facts) -> None:
    battery = facts["battery"]
    assert (battery.n, battery.n_by_item) == (9, (8, 9))
    assert battery.nets == (Net("Enige i alt", ("Meget enig", "Enig")),)
    assert (battery.tests, battery.group_variable, battery.left_out) == ((), None, None)


def test_several_answers_means_and_those_who_were_asked(facts: Facts) -> None:
    assert (facts["ticks"].n, facts["ticks"].several_answers) == (6, True)
    boxes = [facts[name].boxes for name in ("ticks", "boxes", "shares_of_ticks")]
    assert boxes == [False, True, False]
    mean = facts["mean"]
    assert (mean.n, mean.margins, mean.interval) == (9, (), "")
    assert [test.test for test in mean.tests] == ["welch_t"]
    asked = facts["asked"]
    assert (asked.n, asked.counted, asked.margins) == (10, "asked", ())


def test_what_the_base_leaves_out_and_the_margins_by_group(facts: Facts) -> None:
    # b4 does not know: 5 clubs and 3 houses are left, of which 3 and 3 agree.
    without = facts["without"]
    assert (without.n, without.left_out) == (8, LeftOut(("Ved ikke",), 1))
    assert without.margin_of == "Enige i alt"
    clubs, houses = without.margins
    assert clubs.group is not None and clubs.group.plural == "foreninger"
    assert clubs.margin == pytest.approx(1.96 * (0.6 * 0.4 / 5) ** 0.5, abs=1e-4)
    assert houses.margin == 0
    assert without.interval == "wald"
    assert without.tests[0].item == "Vi er hurtigere"


def test_items_to_tick_are_tested_together_first_and_told_by_corrected_p_values(
    facts: Facts,
) -> None:
    # 4 of the 5 clubs ticked the town, 2 the firm; the house neither.
    together, town, firm = facts["options"].tests
    assert (together.test, together.item) == ("rao_scott_items", None)
    assert [town.item, firm.item] == ["Kommunen", "En virksomhed"]
    # Fisher's: 5 of the 15 ways to tick the town leave out the house; Holm doubles that.
    assert town.p_value == pytest.approx(2 / 3)
    assert firm.p_value == 1


def test_whom_a_filter_lets_pass_and_how_groups_are_made(facts: Facts) -> None:
    # Clubs with a size that said whether they tried: a1 to a5 and a7.
    sizes = facts["sizes"]
    assert sizes.n == 6
    assert sizes.only == (Chosen("Type", ("Forening",)),)
    assert sizes.groups_made_of == DerivedGroups("Ansatte", (("Små", ()), ("Store", ())))
    assert facts["crossed"].groups_made_of == CrossedGroups(("Type", "Størrelse"))
    # b3 has no size, a6 did not get so far: 9 of 11.
    assert facts["crossed"].n == 9


def test_a_figure_that_covers_nobody_still_has_facts(facts: Facts) -> None:
    # Nobody who kept within two ticks chose both a firm and others.
    assert (facts["nobody"].n, facts["nobody"].margins) == (0, ())


def test_groups_of_a_cross_are_compared_by_what_varies_within(facts: Facts) -> None:
    within = facts["within"]
    assert within.group_variable == "Størrelse"
    assert [test.within.label for test in within.tests if test.within] == ["Forening", "Hus"]


def test_the_margin_of_a_mean_score_is_on_the_scale(facts: Facts) -> None:
    (margin,) = facts["scored"].margins
    assert margin.on_scale
    # Eight scores, 5 4 3 2 5 5 4 4, have the variance 8 / 7; 2.3646 is t of 7. It is the mean's,
    # not that of the standard deviation beside it.
    assert margin.margin == pytest.approx(2.3646 * sqrt(8 / 7 / 8), rel=1e-4)


def test_letters_are_explained_only_where_some_stand_in_the_table(facts: Facts) -> None:
    # 4 of 6 clubs and 2 of 4 houses tried: no pair differs.
    assert not facts["lettered"].letters


def test_a_question_that_not_all_were_asked_says_whom(facts: Facts) -> None:
    # Those who had tried something were asked for partners.
    (asked,) = facts["ticks"].asked
    assert (asked.source, asked.answers) == ("Prøvet nyt", ("Ja",))


def test_answers_in_no_base_are_named_where_somebody_gave_them(tiny_wave: Places) -> None:
    """a4 and b4 don't know; nobody gave what is called unknown."""
    codebook, _ = read_inputs(tiny_wave)
    views = codebook.variables["views"]
    dont_know = replace(views.categories["dont_know"], left_out=True)
    unknown = replace(dont_know, code=8, label={"da": "Uoplyst"})
    both = {**views.categories, "dont_know": dont_know, "unknown": unknown}
    asked = replace(views, categories=both)
    figure = Figure(variable="views", items=("braver",))
    cells = pl.DataFrame(
        {
            "item": ["braver"] * 3,
            "group": ["all"] * 3,
            "category": ["agree_strongly", "dont_know", None],
            "n": [4, 2, 3],
        }
    )
    found = left_out_answers(figure, asked, cells, "da")
    assert found == LeftOut(("Ved ikke",), 2)
    unknown_number = cells.with_columns(n=pl.lit(None, pl.Int64))
    assert left_out_answers(figure, asked, unknown_number, "da") == LeftOut(("Ved ikke",), None)
    named = figure.model_copy(update={"leave_out": ("unknown",)})
    assert left_out_answers(named, asked, cells, "da") == LeftOut(("Ved ikke", "Uoplyst"), 2)
    nobody = cells.filter(pl.col("category") == "agree_strongly")
    assert left_out_answers(figure, asked, nobody, "da") is None


def test_answers_that_are_none_and_count_are_named(facts: Facts) -> None:
    """a4 and b4 don't know; a mean is of those with a score, and nobody left an option unknown."""
    assert facts["battery"].missing_in_base == ("Ved ikke",)
    for name in ("without", "scored", "ticks", "mean", "grouped"):
        assert facts[name].missing_in_base == ()
