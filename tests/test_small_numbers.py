"""What is shown of estimates that rest on few answers, by the rules of a plan and without them."""

from collections.abc import Iterable

import polars as pl
import pytest
from cell_samples import Counted, cells, undeclared, weighted
from waves import REPOSITORY, copied, loaded

from pipeline.banners import banner_plan
from pipeline.codebook import Codebook
from pipeline.estimates import estimates
from pipeline.inference.presentation import STANDARD, Reason
from pipeline.paths import Places
from pipeline.plan import Figure, Plan, SmallNumbers, read_plan
from pipeline.reading import read_inputs
from pipeline.sampling import Sampling
from pipeline.small_numbers import rules_of, with_small_numbers_judged
from pipeline.tables import html_table
from pipeline.tabulate import compute
from pipeline.wave import Wave

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


def test_only_shares_are_judged(codebook: Codebook, sampled: Sampling) -> None:
    counts = TRIED.model_copy(update={"statistic": "count"})
    assert set(by_group(judged(codebook, sampled, figure=counts)).values()) == {(False, "")}


@pytest.mark.parametrize(
    ("language", "words", "unspoken"),
    [
        ("da", "tre af de fire", "vises ikke, for få svar"),
        ("nb", "tre av de fire", "vises ikke, for få svar"),
        ("en", "three of the four", "not shown, too few answers"),
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


def test_no_published_figure_of_2020_rests_on_few(published: Places) -> None:
    plan = read_plan(published.plan, read_inputs(published)[0])
    found = computed(published, plan, small_numbers=SmallNumbers()).filter(statistic="share")
    assert not found["suppressed"].any()
    assert found["base_n"].min() == 138


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
