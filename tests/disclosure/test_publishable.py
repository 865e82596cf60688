"""What is exact beside what is published."""

import polars as pl

from pipeline.disclosure.publishable import publishable_estimates, publishable_tests


def test_claims_are_checked_against_exact_numbers_of_what_is_published() -> None:
    exact = pl.DataFrame({"estimate": [0.996, 0.2], "suppressed": [False, False]})
    published = pl.DataFrame({"estimate": [1.0, None], "suppressed": [False, True]})
    assert publishable_estimates(exact, published).rows() == [(0.996, False), (0.2, True)]
    tests = pl.DataFrame(
        {"p_adjusted": [0.0312, 0.0001], "significant": [True, True], "warning": ["", "small"]}
    )
    shown = pl.DataFrame({"p_adjusted": [0.03, None], "warning": ["", "not shown"]})
    assert publishable_tests(tests, shown).rows() == [
        (0.0312, True, ""),
        (None, False, "not shown"),
    ]
