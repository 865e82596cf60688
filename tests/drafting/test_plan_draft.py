"""figures.yml with a new wave."""

from dataclasses import replace

import yaml
from drafting_samples import tiny_codebook

from pipeline.drafting.plan_draft import draft_plan

PLAN = """\
survey: tiny
figures:
  table_1: {variable: response, statistic: count, chart: table}
  # what was tried
  fig_01: {variable: tried, show: [yes]}
  fig_02:
    variable: tried
    chart: bars
  fig_09: {variable: tried, waves: ["2024"]}
disclosure: off
"""
AFTER = replace(tiny_codebook(), wave="2026")


def drafted(text: str, gone: list[str], new: list[str]) -> tuple[str, list[str]]:
    figures = yaml.safe_load(text)["figures"]
    plan, findings = draft_plan(text, figures, AFTER, gone, ["2022", "2024"], new)
    return plan, [finding.what for finding in findings]


def test_figures_of_what_is_gone_are_of_earlier_waves() -> None:
    plan, told = drafted(PLAN, ["tried"], [])
    assert yaml.safe_load(plan)["figures"]["fig_01"] == {
        "variable": "tried",
        "waves": ["2022", "2024"],
        "show": [True],
    }
    assert yaml.safe_load(plan)["figures"]["fig_02"]["waves"] == ["2022", "2024"]
    assert yaml.safe_load(plan)["figures"]["fig_09"]["waves"] == ["2024"]
    assert told == [f"{name} is of 2022, 2024: tried is gone" for name in ("fig_01", "fig_02")]
    assert "  # what was tried\n  fig_01" in plan
    # A second run finds what the first one wrote, and says the same.
    assert drafted(plan, ["tried"], []) == (plan, told)


def test_new_questions_that_can_be_counted_get_a_figure() -> None:
    plan, told = drafted(PLAN, [], ["partners", "remark", "staff", "tried"])
    figures = yaml.safe_load(plan)["figures"]
    assert figures["fig_10"] == {"variable": "partners", "show": [True], "waves": ["2026"]}
    assert figures["fig_11"]["variable"] == "staff"
    assert len(figures) == 6
    assert "  # new in 2026\n  fig_10: " in plan
    assert plan.endswith("\ndisclosure: off\n")
    assert told == [
        "figures of new questions: fig_10, fig_11, fig_09; put them where they belong, or take "
        "them out"
    ]
    assert drafted(plan, [], ["partners", "remark", "staff"])[0] == plan


def test_a_plan_in_braces_stays_as_it_is() -> None:
    plan = "survey: tiny\nfigures: {fig_01: {variable: tried}}\n"
    assert drafted(plan, ["tried"], ["partners"]) == (plan, [])
