"""What is shown of estimates that rest on few answers, by the rules of a plan and without them."""

from collections.abc import Iterable

import polars as pl
import pytest
from cell_samples import Counted, cells, undeclared, weighted
from waves import REPOSITORY, copied, loaded

from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.alphas import AGAINST, items_against
from pipeline.estimating.estimates import estimates
from pipeline.estimating.small_numbers import (
    doubts_of,
    few_answers,
    rules_of,
    with_small_numbers_judged,
)
from pipeline.figures.banners import banner_plan
from pipeline.inference.presentation import STANDARD, Reason
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, SmallNumbers, read_plan
from pipeline.reading import read_inputs
from pipeline.sampling.sample import Sampling
from pipeline.tables import html_table
from pipeline.tabulate import compute
from pipeline.wave import Wave
from pipeline.wording.small_numbers import NOTES, notes

TRIED = Figure(variable="tried", groups="kind_by_size", show=("yes",))
NO_RESPONSE = pl.DataFrame(schema={"variable": pl.String, "category": pl.String})
ROWS = (
    Counted("club*small", "yes", 3),
    Counted("club*small", "no", 1),
    Counted("club*large", "yes", 10),
    Counted("club*large", "no", 10),
    Counted("house*small", "yes", 50),
    Counted("house*small", "no", 50),
    Counted("house*large", "no", 60),
)


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def wave(tiny_wave: Places) -> Wave:
    return read_inputs(tiny_wave)[1]


@pytest.fixture(scope="module")
def sampled(codebook: Codebook, wave: Wave) -> Sampling:
    return undeclared(codebook, wave)


def judged(
    codebook: Codebook,
    sampled: Sampling,
    rows: Iterable[Counted] = ROWS,
    figure: Figure = TRIED,
    **values: object,
) -> pl.DataFrame:
    plan = Plan.model_validate({"survey": "tiny", "figures": {"fig_01": figure}, **values})
    counted = cells(codebook, sampled, "tried", "kind_by_size", rows)
    found = estimates(plan, codebook, counted, NO_RESPONSE, sampled)
    return with_small_numbers_judged(found, plan)


def by_group(found: pl.DataFrame) -> dict[str, tuple[bool, str]]:
    return {
        group: (hidden, note)
        for group, hidden, note in found.select("group", "suppressed", "note").iter_rows()
    }


def test_a_count_a_base_that_is_too_small_and_a_share_of_no_one(
    codebook: Codebook, sampled: Sampling
) -> None:
    assert by_group(judged(codebook, sampled)) == {
        "all": (False, ""),
        "club*small": (True, "count: 3 of 4"),
        "club*large": (True, f"{Reason.SMALL_BASE}; {Reason.WIDE}"),
        "house*small": (False, ""),
        "house*large": (False, Reason.NO_VARIATION),
    }


def test_switched_off_everything_is_shown(codebook: Codebook, sampled: Sampling) -> None:
    found = judged(codebook, sampled, small_numbers="off")
    assert set(by_group(found).values()) == {(False, "")}


def test_a_plan_may_set_the_limits(codebook: Codebook, sampled: Sampling) -> None:
    found = by_group(
        judged(codebook, sampled, small_numbers={"counted_up_to": 0, "smallest_base": 4, "wide": 1})
    )
    # Three of four have an interval of 0.19 to 0.99: 0.8 of at most 1.3 * 0.75 wide.
    assert found["club*small"] == (False, Reason.FEW_DEGREES_OF_FREEDOM)
    assert found["club*large"] == (False, "")


def test_under_weights_a_count_would_not_be_what_was_estimated(
    codebook: Codebook, wave: Wave
) -> None:
    rows = [row._replace(weight=2.0 if row.category == "yes" else 1.0) for row in ROWS]
    found = judged(codebook, weighted(codebook, wave, rows), rows)
    assert by_group(found)["club*small"] == (True, Reason.VERY_FEW)


def test_unequal_weights_make_a_base_worth_less(codebook: Codebook, wave: Wave) -> None:
    rows = [
        Counted("house*small", "yes", 20, weight=1.0),
        Counted("house*small", "yes", 2, weight=40.0),
        Counted("house*small", "no", 20, weight=1.0),
        Counted("house*small", "no", 2, weight=40.0),
    ]
    hidden, why = by_group(judged(codebook, weighted(codebook, wave, rows), rows))["house*small"]
    assert hidden
    assert why == f"{Reason.SMALL_EFFECTIVE_BASE}; {Reason.WIDE}"


def few_clusters(codebook: Codebook, wave: Wave) -> pl.DataFrame:
    """32 respondents in 25 strata: seven degrees of freedom; they are shown all the same."""
    rows = [
        *(Counted("house*small", "yes", 1, stratum) for stratum in range(25)),
        *(Counted("house*small", "no", 1, stratum) for stratum in range(7)),
    ]
    limits = {"smallest_base": 10, "wide": 1}
    return judged(codebook, weighted(codebook, wave, rows), rows, small_numbers=limits)


def test_few_degrees_of_freedom_of_the_design_give_a_warning(
    codebook: Codebook, wave: Wave
) -> None:
    found = few_clusters(codebook, wave)
    assert found.filter(group="house*small")["df"].to_list() == [7]
    assert by_group(found)["house*small"] == (False, Reason.FEW_DEGREES_OF_FREEDOM)


@pytest.mark.parametrize(
    ("language", "spoken"), [("da", "usikkert"), ("nb", "usikkert"), ("en", "uncertain")]
)
def test_readers_see_and_hear_the_warning(
    language: str, spoken: str, codebook: Codebook, wave: Wave
) -> None:
    table = html_table(TRIED, codebook, few_clusters(codebook, wave), language)
    assert '<span aria-hidden="true">78*</span>' in table
    assert f"78, {spoken}" in table


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_note_says_why_numbers_are_hidden_counted_or_marked(
    language: str, codebook: Codebook, wave: Wave, sampled: Sampling
) -> None:
    words = NOTES[language]
    told = " ".join(notes(few_answers(few_clusters(codebook, wave)), language))
    assert told == words["few_df"].format(doubt="*")
    told = " ".join(notes(few_answers(judged(codebook, sampled)), language))
    assert words["hidden"].format(symbol="·") in told
    assert words["counted"] in told
    assert words["no_variation"].format(doubt="*") in told
    shown = judged(codebook, sampled, small_numbers="off")
    assert not list(notes(few_answers(shown), language))


OF_NUMBERS = ("mean", "median", "score")


@pytest.mark.parametrize("statistic", OF_NUMBERS)
def test_other_numbers_are_judged_by_their_base(
    statistic: str, codebook: Codebook, sampled: Sampling
) -> None:
    figure = Figure.model_validate(
        {"variable": "views", "items": ["faster"], "groups": "kind_by_size", "statistic": statistic}
        | ({"top": ["agree"], "bottom": ["disagree"]} if statistic == "score" else {})
    )
    plan = Plan(survey="tiny", figures={"fig_01": figure})
    rows = (
        Counted("club*small", "agree_strongly", 15),
        Counted("club*small", "disagree", 14),
        Counted("house*small", "agree_strongly", 15),
        Counted("house*small", "disagree", 15),
    )
    counted = cells(codebook, sampled, "views", "kind_by_size", rows, item="faster")
    found = with_small_numbers_judged(
        estimates(plan, codebook, counted, NO_RESPONSE, sampled), plan
    )
    assert by_group(found) == {
        "all": (False, ""),
        "club*small": (True, Reason.SMALL_BASE),
        "house*small": (False, ""),
    }


def test_what_an_alpha_says_of_its_items_stays_beside_the_judgement() -> None:
    note = f"{AGAINST}faster, braver; {Reason.FEW_DEGREES_OF_FREEDOM}"
    assert items_against(note) == ["faster", "braver"]
    assert doubts_of(note) == (Reason.FEW_DEGREES_OF_FREEDOM,)


def test_counts_are_not_judged(codebook: Codebook, sampled: Sampling) -> None:
    counts = TRIED.model_copy(update={"statistic": "count"})
    assert set(by_group(judged(codebook, sampled, figure=counts)).values()) == {(False, "")}


@pytest.mark.parametrize(
    ("language", "words", "unspoken"),
    [
        ("da", "tre af de fire", "vises ikke"),
        ("nb", "tre av de fire", "vises ikke"),
        ("en", "three of the four", "not shown"),
    ],
)
def test_the_table_says_counts_in_words_and_hides_what_is_hidden(
    language: str, words: str, unspoken: str, codebook: Codebook, sampled: Sampling
) -> None:
    table = html_table(TRIED, codebook, judged(codebook, sampled), language)
    assert table.count(words) == 1
    assert table.count(unspoken) == 1


def test_the_rules_of_a_plan() -> None:
    plan = Plan(survey="tiny", figures={"fig_01": TRIED})
    assert rules_of(plan) == STANDARD
    assert rules_of(plan.model_copy(update={"small_numbers": "off"})) is None


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Places:
    places = copied("innovation", "2020", REPOSITORY, tmp_path_factory.mktemp("small"))
    loaded(places)
    return places


@pytest.fixture(scope="module")
def banner(published: Places) -> Plan:
    """Every question of 2020 by what is known of the organisation."""
    codebook, _ = read_inputs(published)
    plan = read_plan(published.plan, codebook)
    return banner_plan(plan.banners["background"], plan, codebook)


def computed(places: Places, plan: Plan, **values: object) -> pl.DataFrame:
    """The estimates of a plan, or of a copy of it that says something else."""
    copy = plan.model_copy(update=values)
    return compute(places, copy, *read_inputs(places)).estimates


def test_the_reconstruction_of_2020_shows_everything(published: Places, banner: Plan) -> None:
    plan = read_plan(published.plan, read_inputs(published)[0])
    for each in (plan, banner):
        assert each.small_numbers == "off"
        found = computed(published, each)
        assert not found["suppressed"].any()
        assert set(found["note"]) == {""}


def test_of_what_was_published_in_2020_only_shares_of_small_groups_would_be_hidden(
    published: Places,
) -> None:
    plan = read_plan(published.plan, read_inputs(published)[0])
    found = computed(published, plan, small_numbers=SmallNumbers()).filter(statistic="share")
    hidden = found.filter("suppressed")
    assert {"volunteer*medium", "volunteer*large"} <= set(hidden["group"])
    assert hidden.filter(pl.col("group") == "all").is_empty()
    assert hidden["base_n"].max() < 150


def test_with_the_rules_a_copy_of_its_plan_hides_what_rests_on_few(
    published: Places, banner: Plan
) -> None:
    everything = computed(published, banner)
    found = computed(published, banner, small_numbers=SmallNumbers())
    shares = found.filter(statistic="share")
    hidden = shares.filter("suppressed")
    assert 0 < hidden.height < shares.height / 10
    # What the rules look at, written out once more.
    width = pl.col("ci_high") - pl.col("ci_low")
    too_few = pl.col("base_n") < 30
    too_wide = (width >= 0.30) | (
        (width > 0.05) & (pl.col("estimate") > 0) & (width > 1.3 * pl.col("estimate"))
    )
    assert hidden.equals(shares.filter(too_few | too_wide))
    # Nothing else of an estimate changes.
    judgements = ["suppressed", "note"]
    assert found.drop(judgements).equals(everything.drop(judgements))
