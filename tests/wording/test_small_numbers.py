"""What the methods page says of the rules for small numbers."""

from dataclasses import asdict

import pytest

from pipeline.inference.presentation import STANDARD
from pipeline.wording.small_numbers import method


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "færre end 10 svar indgår ikke i test af gennemsnit eller i sammenligninger af"),
        ("nb", "færre enn 10 svar er ikke med i tester av gjennomsnitt eller i sammenligninger av"),
        ("en", "fewer than 10 answers take no part in tests of means or in comparisons of groups"),
    ],
)
def test_small_groups_are_left_out_of_some_tests_only(language: str, said: str) -> None:
    """Tests of whole tables of shares keep them: see `estimating.table_tests`."""
    assert said in method(asdict(STANDARD), language)
