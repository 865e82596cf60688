"""What a plan may not ask of a sensitive variable."""

import pytest

from pipeline.errors import PlanError
from pipeline.figures.banners import questions
from pipeline.paths import Places
from pipeline.planning.plan import Plan, read_plan
from pipeline.reading import read_inputs

BEGINNING = "survey: tiny\nfigures:\n"


@pytest.fixture
def sensitive(tiny_copy: Places) -> Places:
    """The tiny wave whose views and number of employees are sensitive, and a recode of these."""
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    for name in ("views", "staff"):
        assert f"  {name}:\n" in text
        text = text.replace(f"  {name}:\n", f"  {name}:\n    sensitive: true\n")
    tiny_copy.codebook.write_text(text, encoding="utf-8")
    return tiny_copy


def plan_of(places: Places, *figures: str, after: str = "") -> Plan:
    lines = "".join(f"  {figure}\n" for figure in figures)
    places.plan.write_text(BEGINNING + lines + after, encoding="utf-8")
    return read_plan(places.plan, read_inputs(places)[0])


def problems(places: Places, *figures: str, after: str = "") -> list[str]:
    with pytest.raises(PlanError) as error:
        plan_of(places, *figures, after=after)
    start = f"{places.plan}, "
    return [one.removeprefix(start) for one in error.value.messages]


def test_what_is_made_of_a_sensitive_variable_is_sensitive(sensitive: Places) -> None:
    variables = read_inputs(sensitive)[0].variables
    found = {name for name, variable in variables.items() if variable.sensitive}
    assert found == {"views", "staff", "size", "kind_by_size", "mood"}


def test_shares_of_it_can_be_shown_by_other_groups(sensitive: Places) -> None:
    plan = plan_of(
        sensitive,
        "fig_01: {variable: views, groups: kind}",
        "fig_02: {variable: tried}",
        after="banners: {b: {by: [kind], questions: [views, tried]}}\n",
    )
    assert list(plan.figures) == ["fig_01", "fig_02"]


def test_it_cannot_split_others(sensitive: Places) -> None:
    (groups, where, banner) = problems(
        sensitive,
        "fig_01: {variable: tried, groups: size}",
        "fig_02: {variable: tried, where: {views.faster: [agree]}}",
        after="banners: {b: {by: [kind_by_size], questions: [tried]}}\n",
    )
    why = "is sensitive, and bases would tell how many gave each answer; "
    what = "compare other groups, or show it as the question"
    assert groups == f'line 3, figures.fig_01.groups: "size" {why}{what}'
    assert where == f'line 4, figures.fig_02.where: "views.faster" {why}{what}'
    assert banner == f'line 5, banners.b.by: "kind_by_size" {why}{what}'


def test_only_shares_of_it_can_be_shown(sensitive: Places) -> None:
    mean, count, banner = problems(
        sensitive,
        "fig_01: {variable: staff, statistic: mean}",
        "fig_02: {variable: tried, statistic: count}",
        after="banners: {b: {by: [kind], questions: [mood]}}\n",
    )
    (score,) = problems(
        sensitive, "fig_01: {variable: views, statistic: score, top: [agree], bottom: [disagree]}"
    )
    assert '"staff" is sensitive, so only shares of answers can be shown' in mean
    assert '"views" is sensitive, so only shares of answers can be shown' in score
    assert "counts of answers are not published" in count
    assert '"mood" is a sensitive number' in banner


def test_it_has_one_base(sensitive: Places) -> None:
    figure, banner = problems(
        sensitive,
        "fig_01: {variable: views, leave_out: missing}",
        "fig_02: {variable: views, leave_out: [dont_know], groups: kind}",
        after="banners: {b: {by: [kind], questions: [views]}}\n",
    )
    assert "leave_out: [dont_know] here" in figure and "use one base" in figure
    assert "leave_out: [] here, as base: answered, leave_out: [missing] elsewhere" in banner


def test_one_of_what_is_made_of_the_same_answers_can_be_shown(sensitive: Places) -> None:
    (problem,) = problems(sensitive, "fig_01: {variable: size}", "fig_02: {variable: kind_by_size}")
    assert '"kind_by_size" and "size" are made of the same sensitive answers' in problem


def test_switched_off_everything_goes(sensitive: Places) -> None:
    plan_of(
        sensitive,
        "fig_01: {variable: tried, groups: size}",
        "fig_02: {variable: tried, statistic: count}",
        after="disclosure: off\n",
    )


def test_a_banner_shows_a_sensitive_question_only_where_it_names_it(sensitive: Places) -> None:
    codebook = read_inputs(sensitive)[0]
    plan = plan_of(
        sensitive,
        "fig_01: {variable: tried}",
        after="banners: {all: {by: [kind]}, named: {by: [kind], questions: [views]}}\n",
    )
    assert not {"views", "staff", "mood"} & set(questions(plan.banners["all"], codebook))
    assert questions(plan.banners["named"], codebook) == ("views",)


def test_the_population_is_not_counted_by_it(tiny_copy: Places) -> None:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    sensitive = text.replace("  kind:\n", "  kind:\n    sensitive: true\n")
    tiny_copy.codebook.write_text(sensitive, encoding="utf-8")
    with tiny_copy.wave_settings.open("a", encoding="utf-8") as end:
        end.write("calibration: {margins: {kind: {club: 12, house: 8}}}\n")
    codebook, wave = read_inputs(tiny_copy)
    plan = f"{BEGINNING}  fig_01: {{variable: tried}}\n"
    tiny_copy.plan.write_text(plan, encoding="utf-8")
    with pytest.raises(PlanError) as error:
        read_plan(tiny_copy.plan, codebook, wave)
    assert [one.partition(": ")[0] for one in error.value.messages] == [
        "wave.yml, frame.by",
        "wave.yml, calibration.margins.kind",
    ]
    tiny_copy.plan.write_text(f"{plan}disclosure: off\n", encoding="utf-8")
    assert read_plan(tiny_copy.plan, codebook, wave).disclosure == "off"
