"""Addresses and numbers of persons in open answers, and what only looks like them."""

import pytest

from pipeline.coding.personal_data import KINDS, kinds_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("skriv til Anna.B+x@forening.example.dk, tak", "e-mail address"),
        ("ring på 12345678", "telephone number"),
        ("ring +45 12 34 56 78 efter kl. 9", "telephone number"),
        ("ring (+47) 912 34 567", "telephone number"),
        ("ring +45 1234 5678", "telephone number"),
        ("ring 12\xa034\xa056\xa078", "telephone number"),
        ("cpr 010190-1234", "Danish personal number"),
        ("3112991234 er mit nummer", "Danish personal number"),
        ("fødselsnummer 01010750160", "Norwegian personal number"),
        ("010107 50160", "Norwegian personal number"),
    ],
)
def test_it_is_found(text: str, kind: str) -> None:
    assert kinds_in(text) == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i 2020 var vi 100 med, i 2021 var vi 1.200",
        "den 31-12-2020 kl. 10.30",
        "320190-1234 har ingen dag 32",
        "01010750161 har et forkert kontrolciffer",
        "et beløb på 123456789 kroner",
        "12 000 000 kroner i 2019 2020",
        "vi @ dem",
    ],
)
def test_other_numbers_and_signs_are_nobody(text: str) -> None:
    assert kinds_in(text) == ()


def test_several_kinds_are_told_in_their_order() -> None:
    assert kinds_in("12345678, a@b.dk, 010190-1234") == tuple(KINDS)[:2] + tuple(KINDS)[3:]
