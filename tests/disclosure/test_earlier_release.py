"""Released numbers and today's together tell nothing that neither tells alone."""

from dataclasses import replace

import polars as pl
import pytest
from figure_examples import CODEBOOK, estimates, shares
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.codebooks.codebook import Derivation
from pipeline.disclosure.earlier_release import CHANGED, FURTHER, KEPT, since_release
from pipeline.disclosure.parts import Part
from pipeline.disclosure.precision import published_number
from pipeline.disclosure.sensitive import SMALL, WITH_OTHERS
from pipeline.planning.plan import Figure, Plan
from pipeline.results import TESTS

SECRET = replace(
    CODEBOOK,
    variables={
        **CODEBOOK.variables,
        "innovated": replace(CODEBOOK.variables["innovated"], sensitive=True),
    },
)
PLAN = Plan(survey="small", figures={"fig_01": Figure(variable="innovated")})
OF_IT = {"figure": "fig_01", "variable": "innovated"}


def rows(**by_answer: float) -> pl.DataFrame:
    return estimates(*shares(**by_answer), **OF_IT)


def released(table: pl.DataFrame, *hidden: str) -> pl.DataFrame:
    """The table as it was frozen: rounded, and without what was hidden."""
    is_hidden = pl.col("category").is_in(hidden)
    numbers = ("estimate", "ci_low", "ci_high", "margin")
    return table.with_columns(
        *(pl.when(~is_hidden).then(published_number(name)).alias(name) for name in numbers),
        suppressed=is_hidden,
    )


def reasons(
    now: pl.DataFrame, before: pl.DataFrame | None, hidden: dict[str, str] | None = None
) -> dict[str, str]:
    """Category -> why its number is hidden."""
    part = Part(PLAN, now, pl.DataFrame(schema=TESTS), pl.DataFrame())
    places = {("", row): name for row, name in enumerate(now["category"])}
    own = {place: (hidden or {})[name] for place, name in places.items() if name in (hidden or {})}
    frozen = {} if before is None else {"": before}
    found = since_release(frozen, {"": part}, SECRET, own)
    return {places[place]: why for place, why in found.items()}


NOW = rows(yes=0.204, no=0.766, dont_know=0.03)


def test_what_was_never_released_is_left_as_it_is() -> None:
    hidden = {"no": WITH_OTHERS, "dont_know": SMALL}
    assert reasons(NOW, None, hidden) == hidden
    other = released(estimates(*shares(yes=0.1), figure="fig_01", variable="types"))
    assert reasons(NOW, other, hidden) == hidden


def test_the_same_numbers_stay_and_so_does_what_was_hidden() -> None:
    assert reasons(NOW, released(NOW)) == {}
    both = {"no": WITH_OTHERS, "dont_know": SMALL}
    assert reasons(NOW, released(NOW, "no", "dont_know"), both) == both
    # The rules were strict when it was released, and are loose now.
    kept = {"no": KEPT, "dont_know": KEPT}
    assert reasons(NOW, released(NOW, "no", "dont_know")) == kept


@pytest.mark.parametrize(
    "late",
    [
        rows(yes=0.212, no=0.758, dont_know=0.03),
        NOW.with_columns(base_n=pl.lit(101)),
        NOW.with_columns(margin=pl.lit(0.06)),
    ],
    ids=["a share", "a base", "a margin"],
)
def test_a_question_whose_released_numbers_would_be_others_is_hidden(late: pl.DataFrame) -> None:
    before = released(NOW, "no", "dont_know")
    found = reasons(late, before, {"dont_know": SMALL})
    assert found == {"yes": CHANGED, "no": CHANGED, "dont_know": SMALL}


def test_a_base_alone_tells_of_late_answers_also_where_the_number_was_hidden() -> None:
    late = NOW.with_columns(base_n=pl.Series([100, 100, 101]))
    assert set(reasons(late, released(NOW, "dont_know")).values()) == {CHANGED}


def test_of_a_question_with_hidden_numbers_nothing_more_is_shown() -> None:
    before = released(NOW.head(1))
    assert reasons(NOW, before, {"yes": WITH_OTHERS, "dont_know": SMALL}) == {
        "no": FURTHER,
        "dont_know": SMALL,
    }
    assert reasons(NOW, before) == {}


def test_numbers_that_cannot_be_compared_are_taken_for_others() -> None:
    elsewhere = released(NOW.with_columns(figure=pl.lit("fig_09")))
    assert set(reasons(NOW, elsewhere).values()) == {CHANGED}


def test_what_is_made_of_released_answers_is_hidden() -> None:
    source = SECRET.variables["innovated"]
    again = replace(source, name="again", derivation=Derivation((("innovated", ""),)))
    codebook = replace(SECRET, variables={"innovated": source, "again": again})
    made = NOW.with_columns(variable=pl.lit("again"))
    part = Part(PLAN, made, pl.DataFrame(schema=TESTS), pl.DataFrame())
    found = since_release({"": released(NOW)}, {"": part}, codebook, {})
    assert set(found.values()) == {CHANGED}


ANSWERS = ("yes", "no", "dont_know")
counts = st.tuples(*[st.integers(1, 30)] * 3)
late_ones = st.tuples(*[st.integers(0, 1)] * 3)
hidden_sets = st.sets(st.sampled_from(ANSWERS))


def of_counts(answered: tuple[int, ...]) -> pl.DataFrame:
    n = sum(answered)
    table = rows(**{name: one / n for name, one in zip(ANSWERS, answered, strict=True)})
    return table.with_columns(base_n=pl.lit(n), ci_low=0.0, ci_high=1.0)


@settings(max_examples=150)
@given(answered=counts, late=late_ones, then=hidden_sets, now=hidden_sets)
def test_late_answers_are_never_told_by_the_old_numbers_and_the_new_ones(
    answered: tuple[int, ...], late: tuple[int, ...], then: set[str], now: set[str]
) -> None:
    """A reader with both versions finds no number that differs, and none that was hidden."""
    before = released(of_counts(answered), *then)
    after = of_counts(tuple(a + b for a, b in zip(answered, late, strict=True)))
    found = reasons(after, before, dict.fromkeys(now, WITH_OTHERS))
    shown = set(ANSWERS) - set(found)
    if sum(late):
        assert not shown
    elif then:
        assert shown == set(ANSWERS) - then
    else:
        assert shown == set(ANSWERS)


def test_what_is_not_sensitive_is_not_looked_at() -> None:
    part = Part(PLAN, NOW, pl.DataFrame(schema=TESTS), pl.DataFrame())
    late = released(NOW.with_columns(base_n=pl.lit(99)))
    assert since_release({"": late}, {"": part}, CODEBOOK, {}) == {}
