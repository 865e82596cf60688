"""The sentence above a figure: the plan's, or one made of its estimates."""

import polars as pl
import pytest
from figure_examples import CODEBOOK, estimates, shares

from pipeline.figures.headlines import group_name, headline
from pipeline.planning.plan import Figure
from pipeline.wording.labels import GroupName

INNOVATED = Figure(variable="innovated", groups="org_type", show=("yes",))
BY_TYPE = estimates(
    *shares("all", yes=0.8), *shares("social_service", yes=0.84), *shares("volunteer", yes=0.7)
)


def plain(figure: Figure, rows: pl.DataFrame, language: str = "da") -> str:
    return headline(figure, CODEBOOK, rows, language).replace("\N{NO-BREAK SPACE}", " ")


def test_the_plan_has_the_first_word() -> None:
    written = {CODEBOOK.wave: {"da": "Mange gjorde noget nyt"}}
    told = INNOVATED.model_copy(update={"headline": written})
    assert plain(told, BY_TYPE) == "Mange gjorde noget nyt"
    assert "84 per cent" in plain(told, BY_TYPE, "en")


def test_a_headline_of_another_wave_is_not_taken() -> None:
    earlier = INNOVATED.model_copy(update={"headline": {"1999": {"da": "Mange gjorde noget nyt"}}})
    assert plain(earlier, BY_TYPE) == plain(INNOVATED, BY_TYPE)


def test_a_share_by_group() -> None:
    said = plain(INNOVATED, BY_TYPE)
    assert said.startswith("Nye løsninger: ")
    assert "84 pct. af sociale tilbud" in said
    assert "70 pct. af frivillige foreninger" in said
    assert "80 pct." not in said


def test_the_shares_of_items_are_told_largest_first() -> None:
    figure = Figure(variable="changes", show=("agree", "disagree"))
    rows = estimates(
        *shares(item="users", agree=0.23, disagree=0.4),
        *shares(item="board", agree=0.47, disagree=0.1),
    )
    said = plain(figure, rows)
    assert said.index("47 pct.") < said.index("23 pct.")
    assert "Bestyrelsen var mere med" in said
    assert "40 pct." not in said


def test_without_a_plan_the_answer_that_is_named_is_the_one_whose_shares_are_told() -> None:
    rows = estimates(
        *shares(item="users", agree=0.2, disagree=0.4),
        *shares(item="board", agree=0.1, disagree=0.5),
    )
    said = plain(Figure(variable="changes"), rows)
    assert "50 pct." in said
    label = CODEBOOK.variables["changes"].answer_label("disagree")["da"]
    assert label in said


def test_a_battery_tells_the_answer_that_most_gave_by_its_own_name() -> None:
    rows = estimates(
        *shares(item="users", strongly_agree=0.13, agree_somewhat=0.41),
        *shares(item="board", strongly_agree=0.0, strongly_disagree=0.43),
        *shares(item="staff", strongly_agree=0.3, agree_somewhat=0.35),
    )
    said = plain(Figure(variable="changes"), rows)
    assert said.startswith("41 pct. svarer »Overvejende enig« til »Flere brugere var med«")
    assert "43 pct." not in said


def test_options_are_chosen() -> None:
    rows = estimates(*shares(item="new", yes=0.44), *shares(item="other", yes=0.12))
    assert plain(Figure(variable="types", show=("yes",)), rows).startswith("44 pct. har valgt")


@pytest.mark.parametrize(
    "rows",
    [
        estimates(),
        estimates(*shares(yes=0.7)).with_columns(estimate=pl.lit(None, pl.Float64)),
        estimates({"estimate": 0.7, "category": "yes", "suppressed": True}),
        estimates({"estimate": 3.2, "statistic": "median"}),
    ],
    ids=["no rows", "undefined", "suppressed", "a median"],
)
def test_without_a_share_to_tell_the_title_stands_there(rows: pl.DataFrame) -> None:
    figure = Figure(variable="innovated", show=("yes",))
    assert plain(figure, rows) == "Nye løsninger"
    titled = figure.model_copy(update={"title": {"da": "Noget nyt"}})
    assert plain(titled, rows) == "Noget nyt"


def mean(number: float, **others: object) -> dict[str, object]:
    return {"statistic": "mean", "estimate": number, **others}


def test_a_figure_of_means_tells_the_two_largest_of_its_items() -> None:
    figure = Figure(variable="changes", statistic="mean")
    rows = estimates(
        mean(3.24, item="users"),
        mean(4.0, item="board", suppressed=True),
        {"statistic": "rank", "estimate": 1.0, "item": "users"},
        mean(3.96, item="board"),
    )
    assert plain(figure, rows) == (
        "På skalaen fra 1 til 5 er gennemsnittet 4,0 for »Bestyrelsen var mere med« og 3,2 for "
        "»Flere brugere var med«"
    )


def test_the_mean_of_one_question_is_told_by_group_or_of_everyone() -> None:
    figure = Figure(variable="innovated", statistic="mean")
    rows = estimates(mean(12.0), mean(10.5, group="volunteer"), mean(40.0, group="social_service"))
    assert plain(figure, rows.head(1)) == "Nye løsninger: gennemsnittet er 12,0"
    by_group = figure.model_copy(update={"groups": "org_type"})
    assert plain(by_group, rows) == (
        "Nye løsninger: gennemsnittet er 10,5 for frivillige foreninger og 40,0 for sociale tilbud"
    )


def test_a_group_is_called_by_its_plural_where_it_has_one() -> None:
    groups = CODEBOOK.variables["org_type"]
    assert group_name(groups, "volunteer", "da") == GroupName(
        "Frivillig forening", "frivillige foreninger"
    )
    answers = CODEBOOK.variables["innovated"]
    assert group_name(answers, "yes", "en") == GroupName("Yes", None)
