"""Scales of published questionnaires and of survey tools, each with its source, in scales.csv.

looked_up: whether its wording was compared with the source; the others are quoted from memory.
"""

import csv
from pathlib import Path

import pytest

from pipeline.drafting.scales import order_of

TABLE = Path(__file__).parent / "scales.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    SCALES = list(csv.DictReader(file))


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale["from_most_to_least"][:60])
def test_a_scale_has_its_order_direction_and_kind(scale: dict[str, str]) -> None:
    expected = scale["from_most_to_least"].split("|")
    for given in (expected, expected[::-1], sorted(expected)):
        order = order_of(given)
        assert order is not None
        assert list(order.labels) == expected
        assert [order.scores[label] for label in expected] == [*range(len(expected), 0, -1)]
        assert (order.name, order.unipolar) == (scale["kind"], scale["unipolar"] == "yes")


def test_the_table_holds_sixty_scales_that_were_looked_up_in_five_languages() -> None:
    looked_up = [scale for scale in SCALES if scale["looked_up"] == "yes"]
    assert len(looked_up) >= 60
    assert {scale["language"] for scale in looked_up} == {"da", "nb", "sv", "en", "de"}
