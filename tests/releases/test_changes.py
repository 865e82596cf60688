"""What counts as a change of a released number."""

import polars as pl
import pytest

from pipeline.releases.changes import CHANGES, change_messages, changed
from pipeline.results import ESTIMATES, TESTS

ESTIMATE = {
    "survey": "tiny",
    "wave": "2024",
    "figure": "fig_01",
    "variable": "tried",
    "item": "",
    "group_variable": "kind",
    "group": "club",
    "statistic": "share",
    "category": "yes",
    "estimate": 0.8333,
    "base_n": 6,
    "suppressed": False,
    "note": "",
}
OTHER = ESTIMATE | {"group": "house", "estimate": 0.5}
TEST = {
    "survey": "tiny",
    "wave": "2024",
    "figure": "fig_01",
    "item": "",
    "group_variable": "kind",
    "group": "",
    "other_group": "",
    "test": "chi_squared",
    "p_adjusted": 0.0412,
    "significant": True,
}


def table(*rows: dict[str, object], schema: pl.Schema = ESTIMATES) -> pl.DataFrame:
    texts = {name: "" for name, dtype in schema.items() if dtype == pl.String()}
    return pl.DataFrame([texts | row for row in rows], schema=schema, orient="row")


def changes(released: pl.DataFrame, now: pl.DataFrame, name: str = "estimates") -> list[str]:
    return change_messages(changed({name: released}, {name: now}))


def test_the_same_numbers_are_no_change_in_any_order() -> None:
    both = changed({"estimates": table(ESTIMATE, OTHER)}, {"estimates": table(OTHER, ESTIMATE)})
    assert both.is_empty()
    assert both.schema == CHANGES


@pytest.mark.parametrize("now", [0.83325, 0.833333, 0.83335])
def test_what_rounds_to_the_released_number_is_the_same(now: float) -> None:
    assert changes(table(ESTIMATE), table(ESTIMATE | {"estimate": now})) == []


def test_a_changed_number_is_told_with_its_key_then_and_now() -> None:
    now = ESTIMATE | {"estimate": 0.8334, "base_n": 7}
    assert changes(table(ESTIMATE, OTHER), table(now, OTHER)) == [
        "estimates, tiny.w2024.fig_01.club.yes: estimate 0.8333 -> 0.8334, base_n 6 -> 7"
    ]


def test_a_number_that_is_hidden_or_shown_now_has_changed() -> None:
    hidden = ESTIMATE | {"estimate": None, "suppressed": True}
    assert changes(table(ESTIMATE), table(hidden)) == [
        "estimates, tiny.w2024.fig_01.club.yes: estimate 0.8333 -> hidden, suppressed false -> true"
    ]
    assert "estimate hidden -> 0.8333" in changes(table(hidden), table(ESTIMATE))[0]


def test_a_new_number_is_no_change_and_one_that_vanished_is() -> None:
    assert changes(table(ESTIMATE), table(ESTIMATE, OTHER)) == []
    assert changes(table(ESTIMATE, OTHER), table(ESTIMATE)) == [
        "estimates, tiny.w2024.fig_01.house.yes: estimate 0.5 -> gone"
    ]


def test_a_banner_that_vanished_takes_its_numbers_with_it() -> None:
    gone = changed({"banner_all_estimates": table(ESTIMATE)}, {})
    assert gone.select("table", "column", "released", "now").rows() == [
        ("banner_all_estimates", "estimate", "0.8333", "gone")
    ]


def test_tests_are_compared_as_well_and_their_notes_are_no_numbers() -> None:
    before = table(TEST, schema=TESTS)
    beside = table(TEST | {"warning": "few", "correction": "holm"}, schema=TESTS)
    now = table(TEST | {"p_adjusted": 0.06, "significant": False}, schema=TESTS)
    assert changes(before, beside, "tests") == []
    assert changes(before, now, "tests") == [
        "tests, tiny.w2024.fig_01.kind.chi_squared: "
        "p_adjusted 0.0412 -> 0.06, significant true -> false"
    ]


def test_a_column_that_did_not_exist_then_does_not_count() -> None:
    assert changes(table(ESTIMATE).drop("df"), table(ESTIMATE | {"df": 5.0})) == []
