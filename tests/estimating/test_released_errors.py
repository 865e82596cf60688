"""The standard error that a released number tells, where none was published."""

import numpy as np
import pytest
from scipy.stats import norm, t
from statsmodels.stats.proportion import proportion_confint

from pipeline.estimating.released_errors import released_error


def row(
    statistic: str, low: float, high: float, n: int, estimate: float = 0.0
) -> dict[str, object]:
    return {
        "statistic": statistic, "std_error": None, "ci_low": low, "ci_high": high, "base_n": n,
        "estimate": estimate, "effective_n": None,
    }  # fmt: skip


def test_a_published_standard_error_is_taken() -> None:
    assert released_error({"std_error": 0.02}, 0.95) == 0.02


@pytest.mark.parametrize(("statistic", "unit"), [("share", 0.01), ("mean", 0.1)])
def test_a_rounded_interval_never_tells_too_small_an_error(statistic: str, unit: float) -> None:
    """Ends are published with two decimals, a share as well, a mean with one."""
    generator = np.random.default_rng(3)
    for _ in range(300):
        n, error = int(generator.integers(30, 2000)), generator.uniform(0.001, 0.1)
        middle, half = generator.uniform(0.2, 0.8), t.ppf(0.975, n - 1) * error
        told = released_error(
            row(statistic, round(middle - half, 2), round(middle + half, 2), n), 0.95
        )
        assert error <= told <= np.hypot(1.05 * error + 0.006, unit / 12**0.5)


def test_the_rounding_of_the_number_itself_is_counted() -> None:
    exact = 0.2 / 2 / norm.ppf(0.975)
    told = released_error(row("share", 0.4, 0.59, 101), 0.95)
    assert told == pytest.approx(np.sqrt(exact**2 + 0.01**2 / 12))


def test_intervals_of_small_shares_do_not_tell_too_small_an_error() -> None:
    """Wilson's interval is shorter than that of Student's t at small bases."""
    for n in (10, 15, 30, 100):
        for ticked in range(1, n):
            share = ticked / n
            low, high = proportion_confint(ticked, n, method="wilson")
            told = released_error(
                row("share", round(low, 2), round(high, 2), n, round(share, 2)), 0.95
            )
            assert told >= np.sqrt(share * (1 - share) / n)
