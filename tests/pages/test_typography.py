"""Spaces that keep a number with its unit, as pages are printed."""

import pytest

from pipeline.pages.typography import typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Hos 44 pct. og 7 ud af 10", "Hos 44\u202fpct. og 7 ud af 10"),
        ("44\u00a0pct.", "44\u202fpct."),
        ("12,5 % og 4 pst.", "12,5\u202f% og 4\u202fpst."),
        ("±\u00a06", "±\u202f6"),
        ("6 procentpoint, 70 per cent", "6\u00a0procentpoint, 70\u00a0per cent"),
        ("den 11. juni og 29 June", "den 11.\u00a0juni og 29\u00a0June"),
        ("Figur 5, tabell 2, N = 843", "Figur\u00a05, tabell\u00a02, N =\u00a0843"),
        ("<span>7 pct.</span>. Så", "<span>7\u202fpct.</span> Så"),
        ("er 19 pct..</p>", "er 19\u202fpct.</p>"),
        ("19 pct. ...", "19\u202fpct. ..."),
        ('<a href="a%20b?x=1%">7 dage</a>', '<a href="a%20b?x=1%">7 dage</a>'),
    ],
)
def test_what_is_typed_and_what_is_printed(typed: str, printed: str) -> None:
    assert typeset(typed) == printed
