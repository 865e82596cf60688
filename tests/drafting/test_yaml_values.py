"""Texts, lists and labels as YAML."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codebooks.codebook import Flag
from pipeline.drafting.yaml_values import comment, flag_entry, folded, labels, listed, scalar


@pytest.mark.parametrize(
    "text",
    ["Ja", "yes", "1", "a: b", "a, b", "{x}", 'say "x"', "it's", "# no", "", "null", "- x", "æøå"],
)
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"{{a: {scalar(text)}}}") == {"a": text}
    assert yaml.safe_load(f"a: {scalar(text, in_braces=False)} # b") == {"a": text}


def test_quotes_come_only_where_they_are_needed() -> None:
    assert scalar("Er I glade?", in_braces=False) == "Er I glade?"
    assert listed(["Valgt", "1", "a, b"]) == '[Valgt, "1", "a, b"]'
    assert labels({"da": "Ja", "en": "Yes"}) == '{da: Ja, en: "Yes"}'


def test_a_folded_text_is_read_back_as_it_was() -> None:
    text = "Har I taget noget nyt i brug: en ny indsats, en ny måde – eller en ny vej? " * 3
    assert yaml.safe_load(f"a:\n  da: {folded(text, 4)}\nb: 1") == {
        "a": {"da": text.strip()}, "b": 1,
    }  # fmt: skip


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    ":,{}[]#&*!|>%@`\"'\\-? \t\n\r\x1b\x7f\x85\xa0\u2028\ufeff\uffff~a", max_size=10
)


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"{{a: {scalar(text)}, b: {listed([text, 'x'])}}}") == {
        "a": text, "b": [text, "x"],
    }  # fmt: skip
    assert yaml.safe_load(f"a: {scalar(text, in_braces=False)}  # b") == {"a": text}
    assert yaml.safe_load(f"a:\n  da: {folded(text, 4)}\nb: 1")["a"]["da"].split() == text.split()


@given(TEXTS)
def test_any_text_in_a_comment_stays_there(text: str) -> None:
    assert yaml.safe_load(f"a: 1\n{comment(text)}\nb: 2  {comment(text)}") == {"a": 1, "b": 2}


def test_a_flag_names_its_texts_where_it_has_some() -> None:
    assert yaml.safe_load(flag_entry(Flag("end", ("1", "ok")))) == {
        "column": "end",
        "values": ["1", "ok"],
    }
    assert yaml.safe_load(flag_entry(Flag("How, long?"))) == {"column": "How, long?"}
