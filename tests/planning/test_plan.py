"""figures.yml: what it may say, and every complaint, with the figure, key and nearest name."""

from dataclasses import replace
from pathlib import Path

import pytest
from waves import REPOSITORY

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.reading import read_codebook
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.errors import PlanError
from pipeline.planning.plan import (
    Figure,
    Plan,
    SmallNumbers,
    check_waves,
    figure_number,
    items_of,
    label_of,
    left_out,
    read_plan,
    shown,
)
from pipeline.planning.statistic_checks import statistic_problems
from pipeline.wave import read_wave

TINY = REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
FILE = Path("figures.yml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files from here."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(TINY)


def read(text: str, codebook: Codebook) -> Plan:
    FILE.write_text(text, encoding="utf-8")
    return read_plan(FILE, codebook)


def complaints(text: str, codebook: Codebook) -> list[str]:
    with pytest.raises(PlanError) as raised:
        read(text, codebook)
    return list(raised.value.messages)


def test_a_figure_says_what_it_needs_and_the_defaults_say_the_rest(codebook: Codebook) -> None:
    plan = read(
        """\
survey: tiny
level: 0.9
defaults: {interval: wald}
figures:
  fig_01: {variable: tried, groups: kind, show: [yes]}
  fig_02: {variable: views, interval: wilson, leave_out: missing, where: {kind: [club]}}
""",
        codebook,
    )
    assert plan.level == 0.9
    assert plan.figures["fig_01"].interval == "wald"
    assert plan.figures["fig_02"].interval == "wilson"
    assert plan.figures["fig_02"].where == {"kind": ("club",)}


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            "{varable: tried}",
            [
                ': "variable" is missing; add it',
                '.varable: unknown key; did you mean "variable"?',
            ],
        ),
        ("{variable: tired}", ['.variable: there is no variable "tired"; did you mean "tried"?']),
        (
            "{variable: tried, show: [yse]}",
            ['.show: "yse" is no category or net of tried; did you mean "yes"?'],
        ),
        ("{variable: tried, show: [yes, yes]}", ['.show: "yes" stands twice; remove one']),
        (
            "{variable: views, items: [fast, braver, braver]}",
            [
                '.items: "fast" is no item of views; did you mean "faster"?',
                '.items: "braver" stands twice; remove one',
            ],
        ),
        ("{variable: tried, items: [faster]}", ['.items: "faster" is no item of tried']),
        (
            "{variable: tried, groups: knid}",
            ['.groups: there is no variable "knid"; did you mean "kind"?'],
        ),
        (
            "{variable: tried, groups: views}",
            ['.groups: "views" has no categories to group by; name a single or derived one'],
        ),
        (
            "{variable: tried, groups: staff}",
            ['.groups: "staff" has no categories to group by; name a single or derived one'],
        ),
        (
            "{variable: tried, where: {kidn: [club]}}",
            ['.where: there is no variable "kidn"; did you mean "kind"?'],
        ),
        (
            "{variable: tried, where: {kind: [clb]}}",
            ['.where: "clb" is no category or net of kind; did you mean "club"?'],
        ),
        (
            "{variable: tried, where: {views: [agree]}}",
            ['.where: name an item: "views.<item>"; known: faster, braver'],
        ),
        (
            "{variable: tried, where: {views.fast: [agree]}}",
            ['.where: "views" has no item "fast"; did you mean "faster"?'],
        ),
        ("{variable: tried, where: {kind.club: [club]}}", ['.where: "kind" has no item "club"']),
        (
            "{variable: views, leave_out: [dont_knw]}",
            ['.leave_out: "dont_knw" is no missing category; did you mean "dont_know"?'],
        ),
        (
            "{variable: views, leave_out: [agree_strongly]}",
            ['.leave_out: "agree_strongly" is no missing category; known: dont_know'],
        ),
        (
            "{variable: views, leave_out: missing, show: [agree, dont_know]}",
            ['.show: "dont_know" is left out of the base; show it or leave it out'],
        ),
        ("{variable: staff}", ['.statistic: "staff" has no categories; use mean']),
        ("{variable: remark, statistic: count}", ['.statistic: "remark" has no categories']),
        (
            "{variable: tried, statistic: mean}",
            ['.statistic: "tried" has neither numbers nor scores'],
        ),
        (
            "{variable: tried, statistic: average}",
            [
                ".statistic: input should be 'share', 'mean', 'median', 'quantile', 'score', "
                "'alpha' or 'count' (found: 'average')"
            ],
        ),
        (
            "{variable: tried, statistic: median}",
            ['.statistic: "tried" has neither numbers nor scores'],
        ),
        (
            "{variable: staff, statistic: median, base: asked, probability: 0.9}",
            [
                ".base: those who skipped the question have no number; leave it out for a median",
                ".probability: belongs to a quantile; write statistic: quantile",
            ],
        ),
        (
            "{variable: staff, statistic: quantile}",
            [".probability: is missing; a quantile needs it"],
        ),
        (
            "{variable: staff, statistic: quantile, probability: 90}",
            [".probability: input should be less than 1 (found: 90)"],
        ),
        (
            "{variable: views, statistic: score, top: [agre], bottom: [disagree]}",
            ['.top: "agre" is no category or net of views; did you mean "agree"?'],
        ),
        (
            "{variable: views, statistic: score, top: [agree], bottom: [agree_strongly]}",
            ['.bottom: "agree_strongly" is at the top already; leave it out of one'],
        ),
        (
            "{variable: views, statistic: score, top: [agree], show: [agree]}",
            [
                ".bottom: is missing; a score needs it",
                ".show: a score shows no answers; leave it out",
            ],
        ),
        (
            "{variable: views, base: ticks, leave_out: missing}",
            [
                '.base: "views" has no ticks; it is no multiple response',
                ".leave_out: only ticks count in this base; leave it out",
            ],
        ),
        (
            "{variable: tried, statistic: alpha}",
            [
                '.statistic: "tried" has neither numbers nor scores',
                ".statistic: alpha is of a battery with at least two items",
            ],
        ),
        (
            "{variable: views, items: [faster], statistic: alpha}",
            [".statistic: alpha is of a battery with at least two items"],
        ),
        (
            "{variable: response}",
            [".title: is missing; the response table has no question to name it"],
        ),
        (
            "{variable: tried, chart: treemap}",
            [".chart: a treemap is of the shares of ticks or themes; write bars"],
        ),
        (
            "{variable: partners, chart: treemap, groups: kind}",
            [
                ".show: a treemap is of what was chosen; write show: [yes]",
                ".groups: a treemap cannot compare groups; write chart: paired",
            ],
        ),
        (
            "{variable: tried, chart: diverging}",
            [".chart: diverging is for shares on both sides of a middle; write stacked"],
        ),
        (
            "{variable: tried, groups: kind, within: kind}",
            [".within: belongs to groups that are a cross; leave it out"],
        ),
        (
            "{variable: tried, groups: kind_by_size, within: sise}",
            ['.within: "sise" is not crossed in kind_by_size; did you mean "size"?'],
        ),
        (
            "{variable: tried, groups: kind_by_size, within: kind, letters: true}",
            [".within: letters and ticks compare all groups at once; leave it out"],
        ),
        (
            "{variable: response, show: [invite], title: {da: Svar}}",
            ['.show: there is no "invite"; did you mean "invited"?'],
        ),
        (
            "{variable: tired, groups: knid, where: {views.fast: [agree]}}",
            [
                '.groups: there is no variable "knid"; did you mean "kind"?',
                '.where: "views" has no item "fast"; did you mean "faster"?',
                '.variable: there is no variable "tired"; did you mean "tried"?',
            ],
        ),
    ],
)
def test_complaints(figure: str, expected: list[str], codebook: Codebook) -> None:
    text = f"survey: tiny\nfigures:\n  fig_00: {{variable: tried}}\n  fig_01: {figure}\n"
    assert complaints(text, codebook) == [
        f"figures.yml, line 4, figures.fig_01{one}" for one in expected
    ]


@pytest.mark.parametrize("groups", ["kind", "size", None])
def test_the_response_table_is_by_the_variable_of_the_frame(
    groups: str | None, codebook: Codebook
) -> None:
    by = f", groups: {groups}" if groups else ""
    text = (
        f"survey: tiny\nfigures:\n"
        f"  table_1: {{variable: response, statistic: count, title: {{da: Svar}}{by}}}\n"
    )
    wave = read_wave(TINY.parent / "wave.yml", codebook)
    assert wave.frame and wave.frame.by == "kind"
    FILE.write_text(text, encoding="utf-8")
    if groups != "size":
        assert read_plan(FILE, codebook, wave).figures["table_1"].groups == groups
        return
    with pytest.raises(PlanError) as raised:
        read_plan(FILE, codebook, wave)
    (message,) = raised.value.messages
    assert "table_1.groups" in message
    assert 'the frame in wave.yml is by "kind", not "size"' in message


def test_an_entry_on_a_line_of_its_own_is_found_there(codebook: Codebook) -> None:
    text = "survey: tiny\nfigures:\n  fig_01:\n    variable: tried\n    show:\n    - yse\n"
    assert complaints(text, codebook)[0].startswith("figures.yml, line 5, figures.fig_01.show:")


def test_a_name_of_a_figure_that_cannot_be_part_of_a_key(codebook: Codebook) -> None:
    assert complaints("survey: tiny\nfigures: {Fig-1: {variable: tried}}\n", codebook) == [
        "figures.yml, line 2, figures.Fig-1: a name is small letters (a to z), digits and "
        "underscores, a letter first (found: 'Fig-1')"
    ]


def test_a_plan_of_another_survey_and_one_without_figures(codebook: Codebook) -> None:
    assert complaints("survey: tinny\nfigures: {fig_01: {variable: tried}}\n", codebook) == [
        'figures.yml: "survey" is tinny, but the codebook is tiny'
    ]
    assert complaints("survey: tiny\nfigures: {}\n", codebook) == [
        "figures.yml, line 2, figures: dictionary should have at least 1 item after validation, "
        "not 0 (found: {})"
    ]


def test_the_errors_of_all_figures_come_in_one_go(codebook: Codebook) -> None:
    text = "survey: tiny\nfigures:\n  one: {variable: a}\n  two: {variable: b}\n"
    assert [one.split(":")[0] for one in complaints(text, codebook)] == [
        "figures.yml, line 3, figures.one.variable",
        "figures.yml, line 4, figures.two.variable",
    ]


def test_what_a_figure_shows_and_leaves_out(codebook: Codebook) -> None:
    views = codebook.variables["views"]
    without = Figure(variable="views", leave_out="missing")
    assert left_out(without, views) == ("dont_know",)
    assert shown(without, views) == ("agree_strongly", "agree_somewhat", "neither", "disagree")
    assert shown(Figure(variable="views", show=("agree",)), views) == ("agree",)
    assert items_of(without, views) == ("faster", "braver")
    assert items_of(Figure(variable="tried"), codebook.variables["tried"]) == ("",)
    assert label_of(without, codebook) == {"da": "Holdninger", "en": "Views"}
    assert label_of(Figure(variable="views", title={"da": "Syn"}), codebook) == {"da": "Syn"}


def test_what_the_codebook_leaves_out_is_in_no_base(codebook: Codebook) -> None:
    views = codebook.variables["views"]
    unknown = replace(views.categories["dont_know"], left_out=True)
    other = replace(unknown, code=8, left_out=False)
    asked = replace(views, categories={**views.categories, "dont_know": unknown, "other": other})
    assert left_out(Figure(variable="views"), asked) == ("dont_know",)
    assert left_out(Figure(variable="views", leave_out=("other",)), asked) == ("dont_know", "other")
    assert left_out(Figure(variable="views", leave_out="missing"), asked) == ("dont_know", "other")
    assert "dont_know" not in shown(Figure(variable="views"), asked)


@pytest.mark.parametrize(
    ("name", "number"), [("fig_05", 5), ("table_1", 1), ("fig_key", None), ("figure", None)]
)
def test_the_number_in_a_name(name: str, number: int | None) -> None:
    assert figure_number(name) == number


OVER_WAVES = """\
survey: tiny
waves: {"2022": {small_numbers: off}, "2024": {small_numbers: {smallest_base: 50}}}
figures:
  fig_01: {variable: tried, headline: {"2022": {da: Ja}}}
  fig_02: {variable: no_longer_asked, waves: ["2022"]}
  fig_03: {variable: views, waves: ["2024"]}
"""


def test_a_wave_has_its_own_figures_and_rules(codebook: Codebook) -> None:
    plan = read(OVER_WAVES, codebook)
    assert list(plan.figures) == ["fig_01", "fig_03"]
    assert plan.small_numbers == SmallNumbers(smallest_base=50)
    later = read(OVER_WAVES.replace("2022", "2021").replace("2024", "2022"), codebook)
    assert list(later.figures) == ["fig_01"]
    assert later.small_numbers == SmallNumbers()


def test_a_wave_that_the_survey_does_not_have(codebook: Codebook) -> None:
    read(OVER_WAVES, codebook)
    check_waves(FILE, {"2022", "2024"})
    with pytest.raises(PlanError) as raised:
        check_waves(FILE, {"2024"})
    assert list(raised.value.messages) == [
        'figures.yml, line 2, waves.2022: there is no wave "2022"; did you mean "2024"?',
        "figures.yml, line 4, figures.fig_01.headline.2022: "
        'there is no wave "2022"; did you mean "2024"?',
        'figures.yml, line 5, figures.fig_02.waves: there is no wave "2022"; did you mean "2024"?',
    ]


@pytest.mark.parametrize(
    ("headline", "at", "language", "found"),
    [
        ("{da: Flest mænd}", "headline.da", "da", "Flest mænd"),
        ('{"2024": Flest mænd}', "headline.2024", "en", "Flest mænd"),
        ("Flest mænd", "headline", "en", "Flest mænd"),
    ],
)
def test_a_headline_is_by_wave_before_it_is_by_language(
    headline: str, at: str, language: str, found: str, codebook: Codebook
) -> None:
    text = f"survey: tiny\nfigures:\n  fig_01: {{variable: tried, headline: {headline}}}\n"
    assert complaints(text, codebook) == [
        f"figures.yml, line 3, figures.fig_01.{at}: the wave whose numbers it states comes first, "
        f'then the language, as headline: {{"2024": {{{language}: ...}}}} (found: {found!r})'
    ]


@pytest.mark.parametrize("base", ["asked", "ticks"])
def test_themes_are_of_the_answers_that_were_coded(base: str) -> None:
    themes = Variable("themes", "themes", {}, {}, {}, TICK_CATEGORIES)
    figure = Figure(variable="themes", show=("yes",), chart="treemap", base=base)  # type: ignore[arg-type]
    assert statistic_problems(figure, themes) == [
        ("base", "themes are of the answers that were coded; leave it out")
    ]
    answered = Figure(variable="themes", show=("yes",), chart="treemap")
    assert statistic_problems(answered, themes) == []
