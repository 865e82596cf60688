"""Words that compare: what they say of two numbers, in three languages."""

import pytest

from pipeline.wording.comparing import Compared, NotUnderstood, Says, read_comparison

MORE, LESS = Says.MORE, Says.LESS


@pytest.mark.parametrize(
    ("words", "language", "says", "significant"),
    [
        ("flere foreninger end tilbud", "da", Says.MORE, False),
        ("Foreningerne gør det oftere", "da", Says.MORE, False),
        ("færre", "da", Says.LESS, False),
        ("en stigning", "da", Says.MORE, False),
        ("et fald", "da", Says.LESS, False),
        ("signifikant flere", "da", Says.MORE, True),
        ("svarer forskelligt", "da", Says.DIFFERENT, False),
        ("en statistisk sikker forskel", "da", Says.DIFFERENT, True),
        ("hænger sammen med", "da", Says.DIFFERENT, False),
        ("ingen påviselig forskel", "da", Says.NOT_SHOWN, False),
        ("det er ikke påvist", "da", Says.NOT_SHOWN, False),
        ("det kan ikke påvises, at der er forskel", "da", Says.NOT_SHOWN, False),
        ("forskellen er ikke signifikant", "da", Says.NOT_SHOWN, False),
        ("ingen signifikant sammenhæng", "da", Says.NOT_SHOWN, False),
        ("ingen forskel", "da", Says.THE_SAME, False),
        ("lige så mange", "da", Says.THE_SAME, False),
        ("signifikant flere", "nb", Says.MORE, True),
        ("ingen påviselig forskjell", "nb", Says.NOT_SHOWN, False),
        ("ingen forskjell", "nb", Says.THE_SAME, False),
        ("significantly more often", "en", Says.MORE, True),
        ("fewer associations than services", "en", Says.LESS, False),
        ("not significantly different", "en", Says.NOT_SHOWN, False),
        ("no detectable difference", "en", Says.NOT_SHOWN, False),
        ("as many", "en", Says.THE_SAME, False),
    ],
)
def test_the_direction(words: str, language: str, says: Says, significant: bool) -> None:
    assert read_comparison(words, language) == Compared(says, significant)


@pytest.mark.parametrize(
    ("words", "language", "says", "kind", "low", "high"),
    [
        ("12 procentpoint flere", "da", MORE, "points", 0.115, 0.125),
        ("en stigning på 5 procentpoint", "da", MORE, "points", 0.045, 0.055),
        ("et fald på godt 3 procentpoint", "da", LESS, "points", 0.03, 0.05),
        ("en forskel på 12,5 procentpoint", "da", Says.DIFFERENT, "points", 0.1245, 0.1255),
        ("0,4 højere", "da", MORE, "number", 0.35, 0.45),
        ("dobbelt så mange", "da", MORE, "multiple", 1.8, 2.2),
        ("knap dobbelt så mange", "da", MORE, "multiple", 1.6, 2),
        ("mere end dobbelt så mange", "da", MORE, "multiple", 2, float("inf")),
        ("tre gange så ofte", "da", MORE, "multiple", 2.7, 3.3),
        ("halvt så mange", "da", LESS, "multiple", 0.45, 0.55),
        ("4 ganger så mange", "nb", MORE, "multiple", 3.6, 4.4),
        ("5 prosentpoeng lavere", "nb", LESS, "points", 0.045, 0.055),
        ("twice as many", "en", MORE, "multiple", 1.8, 2.2),
        ("half as many", "en", LESS, "multiple", 0.45, 0.55),
        ("an increase of 5 percentage points", "en", MORE, "points", 0.045, 0.055),
    ],
)
def test_the_size(
    words: str, language: str, says: Says, kind: str, low: float, high: float
) -> None:
    compared = read_comparison(words, language)
    assert compared.size is not None
    assert (compared.says, compared.size.kind) == (says, kind)
    assert (compared.size.low, compared.size.high) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(
    ("words", "language", "why"),
    [
        ("7 ud af 10", "da", "holds a number"),
        ("20 pct. flere", "da", "holds a number"),
        ("12 procentpoint flere (84 mod 72 pct.)", "da", "holds a number"),
        ("ikke flere", "da", "turns a comparison around"),
        ("no more", "en", "turns a comparison around"),
        ("flere store og færre små", "da", "compares both ways"),
        ("dobbelt så mange, altså færre", "da", "compares both ways"),
        ("ingen forskel, men flere", "da", "says that numbers differ and that they do not"),
        ("ingen forskel på 5 procentpoint", "da", "says that numbers differ"),
        ("foreninger og tilbud", "da", "states no comparison"),
        ("", "en", "states no comparison"),
    ],
)
def test_what_is_not_understood(words: str, language: str, why: str) -> None:
    with pytest.raises(NotUnderstood, match=why):
        read_comparison(words, language)
