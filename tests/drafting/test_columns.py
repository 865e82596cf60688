"""What an export tells of its columns."""

import polars as pl
from drafting_samples import export_of

from pipeline.drafting.columns import columns_of


def test_answers_are_counted_trimmed_the_most_frequent_first() -> None:
    rows = pl.DataFrame({"q1": ["Nej", "Ja ", "Ja", None, " "]})
    (found,) = columns_of(export_of(rows, {"q1": "Noget nyt?"}, {"q1": {"1": "Ja"}}))
    assert (found.name, found.question, found.labels) == ("q1", "Noget nyt?", {"1": "Ja"})
    assert list(found.values.items()) == [("Ja", 2), ("Nej", 1)]
    assert found.answered == 3
    assert found.share(frozenset(["ja"])) == 2 / 3


def test_a_header_that_reads_like_a_question_is_one() -> None:
    rows = pl.DataFrame({"Har I prøvet noget nyt?": ["Ja"], "q2": ["1"]})
    assert [one.question for one in columns_of(export_of(rows))] == ["Har I prøvet noget nyt?", ""]
