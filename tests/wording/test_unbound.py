"""Numbers and comparing words in running text: what is found, and what is let pass."""

import pytest

from pipeline.wording.unbound import unbound_words


def found(text: str, language: str = "da") -> list[str]:
    return [text[one.start() : one.end()] for one in unbound_words(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Det gælder 12 foreninger.", "da", ["12"]),
        ("I alt 2.304 blev spurgt, 12,5 pct. svarede", "da", ["2.304", "12,5 pct."]),
        ("70 % af dem", "da", ["70 %"]),
        ("Halvdelen sagde ja", "da", ["Halvdelen"]),
        ("hver tredje forening, en fjerdedel", "da", ["hver tredje", "en fjerdedel"]),
        ("7 ud af 10 og to ud af\ntre", "da", ["7 ud af 10", "to ud af\ntre"]),
        ("steg 5 procentpoint", "da", ["5 procentpoint"]),
        ("signifikant flere, dobbelt så mange", "da", ["signifikant", "dobbelt så mange"]),
        ("tre gange så mange", "da", ["tre gange så mange"]),
        ("I 2020 var det 2020 pct.", "da", ["2020 pct."]),
        ("2.020 svarede", "da", ["2.020"]),
        ("version 1.1.2 og 3,1415", "da", ["1.1.2", "3,1415"]),
        ("syv av ti, halvparten, annenhver", "nb", ["syv av ti", "halvparten", "annenhver"]),
        ("dobbelt så mange, signifikante", "nb", ["dobbelt så mange", "signifikante"]),
        ("Half of them, a third, 7 in 10", "en", ["Half", "a third", "7 in 10"]),
        ("insignificant, twice as many", "en", ["insignificant", "twice as many"]),
        ("Two-thirds of 1,200", "en", ["Two-thirds", "1,200"]),
    ],
)
def test_what_states_a_result(text: str, language: str, expected: list[str]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I foråret 2020, fra 2018-2020 og 2019/20, 1970'erne", "da"),
        ("11.–29. juni 2020, den 3. maj", "da"),
        ("Figur 9 og 10, tabel 1, figurerne 5, 7 og 16, side 4-6, afsnit 2.1, figur 3a", "da"),
        ("covid-19, B2B, Q3, §-lov", "da"),
        ("to typer, fire temaer, den første, de fleste, flere end før", "da"),
        ("signifikansniveauet", "da"),
        ("June 11, 11 June 2020, 12 Jan.", "en"),
        ("the third sector, a third party, third-sector organisations", "en"),
        ("pp. 143–159, figures 1 and 2, vol. 3", "en"),
        ("17. mai 2019, figurene 1 og 2, kapittel 4", "nb"),
    ],
)
def test_what_states_none(text: str, language: str) -> None:
    assert found(text, language) == []
