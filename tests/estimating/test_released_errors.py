"""The standard error that a released number tells, where none was published."""

import numpy as np
import pytest
from scipy.stats import t

from pipeline.estimating.released_errors import released_error


def row(statistic: str, low: float, high: float, n: int) -> dict[str, object]:
    return {
        "statistic": statistic, "std_error": None, "ci_low": low, "ci_high": high, "base_n": n,
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
        assert error <= told <= np.hypot(error + 0.006, unit / 12**0.5)


def test_the_rounding_of_the_number_itself_is_counted() -> None:
    exact = 0.2 / 2 / t.ppf(0.975, 100)
    told = released_error(row("share", 0.4, 0.59, 101), 0.95)
    assert told == pytest.approx(np.sqrt(exact**2 + 0.01**2 / 12))
