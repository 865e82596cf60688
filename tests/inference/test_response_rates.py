"""AAPOR's rates of a list-based web survey, by hand."""

import numpy as np
import pytest

from pipeline.inference.proportions import wilson_interval
from pipeline.inference.response_rates import Dispositions, RateName, response_rates

# 1000 invited: 400 complete, 50 partial, 30 break-offs, 20 said no, 40 undelivered, 460 silent.
WAVE = Dispositions(400, 50, 30, refused=20, undelivered=40, silent=460)


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        (RateName.RR1, 400, 1000),
        (RateName.RR2, 450, 1000),
        (RateName.COOP1, 400, 500),
        (RateName.COOP2, 450, 500),
        (RateName.COMPLETED_OF_STARTED, 400, 480),
        (RateName.BREAK_OFF, 30, 480),
    ],
)
def test_rates_by_hand(name, numerator, denominator):
    (rate,) = [each for each in response_rates(WAVE, 0.9) if each.name == name]
    assert (rate.numerator, rate.denominator) == (numerator, denominator)
    assert rate.rate == numerator / denominator
    interval = wilson_interval(rate.rate, denominator, 0.9)
    assert (rate.low, rate.high) == (float(interval.low), float(interval.high))


def test_a_rate_of_no_one_is_unknown():
    rates = response_rates(Dispositions(0, 0, 0, silent=10))
    assert rates[0].rate == 0 and rates[0].high < 0.3
    assert np.isnan([(each.rate, each.low, each.high) for each in rates[2:]]).all()


def test_negative_numbers_are_refused():
    with pytest.raises(ValueError, match="negative"):
        response_rates(Dispositions(10, -1, 0))
